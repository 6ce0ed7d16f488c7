//! The station's doors: one table of routes, three listeners.
//!
//! The socket door is for this user's programs on this machine. The loopback door serves the phone
//! board's page to a browser window, and nothing else. The outer door is for paired devices on other machines.

mod access;
mod alarm;
mod answer;
mod board;
mod events;
mod home;
mod local;
mod pairing;
mod readiness;
mod secrets;
mod serve;
mod signals;

use std::convert::Infallible;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{MethodRouter, get, post, put};

use crate::Station;
pub use access::Access;
pub(crate) use serve::{serve, serve_outer};

/// A body of a few small fields.
const SMALL: usize = 4 * 1024;
/// A body with ten people and sixty-four cameras.
const SETUP: usize = 32 * 1024;
/// No body is expected.
const EMPTY: usize = 0;

/// Which listener serves a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The Unix socket in the data folder.
    Socket,
    /// The loopback address.
    Loopback,
    /// The socket, and TLS for devices on other machines.
    Outer,
}

/// One route.
pub struct Route {
    /// The method.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// Which listener serves it.
    pub door: Door,
    /// Who may use it.
    pub access: Access,
    /// The largest body in bytes.
    pub body_limit: usize,
    handler: fn() -> MethodRouter<Station>,
}

macro_rules! routes {
    ($($method:ident $path:literal $door:ident $access:ident $limit:ident $handler:path;)*) => {
        &[$(Route {
            method: stringify!($method),
            path: $path,
            door: Door::$door,
            access: Access::$access,
            body_limit: $limit,
            handler: || $method($handler),
        }),*]
    };
}

/// Every route of the station.
pub const ROUTES: &[Route] = routes! {
    get  "/v1/version"             Outer    Anyone EMPTY local::version;
    get  "/v1/health"              Outer    Anyone EMPTY local::health;
    post "/v1/demo"                Socket   Anyone SMALL local::enter_demo;
    post "/v1/setup/check"         Socket   Anyone SETUP local::check_set_up;
    post "/v1/setup"               Socket   Anyone SETUP local::set_up;
    post "/v1/pair"                Socket   Anyone SMALL local::pair;
    post "/v1/pair/code"           Outer  Anyone SMALL pairing::pair_with_code;
    post "/v1/homes/{id}/invite"   Socket Anyone SMALL pairing::invite_here;
    post "/v1/stop"                Socket   Anyone EMPTY local::stop;
    post "/v1/devices/{id}/revoke" Socket   Anyone EMPTY local::revoke;
    post "/v1/homes/{id}/raise"    Socket   Anyone SMALL alarm::raise;
    get  "/v1/home"                Outer    Member EMPTY home::home;
    put  "/v1/home"                Outer    Owner  SETUP home::change;
    put  "/v1/home/plan"           Outer    Member SMALL home::set_demo_plan;
    put  "/v1/home/cameras/{id}"   Outer    Owner  SMALL home::name_camera;
    put  "/v1/home/devices"        Outer    Member SMALL home::set_demo_devices;
    put  "/v1/home/burglar"        Outer    Owner  SMALL alarm::set_burglar_setting;
    put  "/v1/home/cancel-code"    Outer    Owner  SMALL alarm::set_cancel_code;
    put  "/v1/home/practice"       Outer    Owner  SMALL alarm::set_practice;
    put  "/v1/home/secrets"        Outer    Owner  SMALL secrets::set;
    post "/v1/home/secrets/test"   Outer    Owner  SMALL secrets::test;
    post "/v1/home/check"          Outer  Owner  SETUP local::check_set_up;
    get  "/v1/home/paired"         Outer  Member EMPTY pairing::devices;
    get  "/v1/home/activity"       Outer  Member EMPTY pairing::activity;
    post "/v1/home/paired/{id}/remove" Outer Owner SMALL pairing::remove;
    post "/v1/home/invite"         Outer  Owner  SMALL pairing::invite;
    post "/v1/home/recovery"       Outer  Owner  SMALL pairing::recovery;
    post "/v1/home/leave"          Outer  Member EMPTY pairing::leave;
    post "/v1/home/drill"          Outer  Member SMALL alarm::drill;
    post "/v1/home/disarm"         Outer    Member SMALL alarm::disarm;
    get  "/v1/signals/{id}"        Outer    Sender EMPTY signals::ask;
    post "/v1/signals/{id}/hold"   Outer    Sender SMALL signals::hold;
    post "/v1/signals/{id}/commit" Outer    Sender SMALL signals::commit;
    post "/v1/signals/{id}/cancel" Outer    Sender SMALL signals::cancel;
    get  "/v1/incidents"           Outer    Member EMPTY home::incidents;
    get  "/v1/incidents/{id}"      Outer    Member EMPTY home::incident;
    post "/v1/incidents/{id}/silence" Outer  Member EMPTY home::silence;
    post "/v1/incidents/{id}/cancel" Outer  Member SMALL alarm::cancel;
    post "/v1/incidents/{id}/send" Outer    Member EMPTY alarm::send_now;
    post "/v1/incidents/{id}/read" Outer    Member EMPTY alarm::read;
    post "/v1/incidents/{id}/over" Outer    Member EMPTY alarm::over;
    get  "/v1/incidents/{id}/receipt" Outer  Member EMPTY alarm::receipt;
    get  "/v1/home/hears"          Outer    Member EMPTY readiness::hears;
    post "/v1/contacts/{id}/ring"  Outer    Member SMALL readiness::ring;
    post "/v1/contacts/{id}/hang-up" Outer  Member EMPTY readiness::hang_up;
    get  "/v1/events"              Outer    Member EMPTY events::home;
    post "/v1/board/link"          Socket   Member EMPTY board::link;
    get  "/board/"                 Loopback Anyone EMPTY board::page;
    get  "/board/assets/{*path}"   Loopback Anyone EMPTY board::asset;
    get  "/board/view"             Loopback Board  EMPTY board::view;
    get  "/board/events"           Loopback Board  EMPTY events::board;
    post "/board/silence"          Loopback Board  EMPTY board::silence;
    post "/board/action"           Loopback Board  SMALL board::action;
    post "/board/readiness"        Loopback Board  SMALL readiness::action;
    post "/board/raise"            Loopback Board  SMALL board::raise;
    post "/board/disarm"           Loopback Board  SMALL board::disarm;
    post "/board/call-back"        Loopback Board  SMALL board::call_back;
    post "/board/agent"            Loopback Board  SMALL board::sign_in;
    post "/board/agent/action"     Loopback Board  SMALL board::agent;
};

impl Route {
    /// Whether a listener serves it: what is for other machines is for this one too.
    fn is_at(&self, door: Door) -> bool {
        self.door == door || (self.door == Door::Outer && door == Door::Socket)
    }
}

fn router(station: &Station, door: Door) -> Router {
    let mut router = Router::new();
    for route in ROUTES.iter().filter(|route| route.is_at(door)) {
        let checked = middleware::from_fn_with_state((station.clone(), route.access), access::check);
        let handler = (route.handler)().layer::<_, Infallible>(checked).layer(DefaultBodyLimit::max(route.body_limit));
        router = router.route(route.path, handler);
    }
    router
        .fallback(answer::no_such_route)
        .method_not_allowed_fallback(answer::no_such_route)
        .layer(middleware::from_fn_with_state((door, station.board_origin.clone()), access::harden))
        .with_state(station.clone())
}
