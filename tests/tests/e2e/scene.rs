//! What most stories begin with, and how they look at the station from outside.

use std::path::PathBuf;

use anyhow::{Context, Result};
use mayday_station::client::Client;
use mayday_tests::{App, PATIENCE, World, eventually};
use mayday_wire::{HomeView, IncidentPhase, IncidentView, TimelineEntry};

/// The app in its demo home, on the dashboard.
pub(crate) async fn in_demo(world: &World) -> Result<App> {
    let app = world.app().await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    Ok(app)
}

/// The app in its demo home, which has a base station with keypad and linked camera.
pub(crate) async fn with_base_station(world: &World) -> Result<App> {
    let app = in_demo(world).await?;
    app.find("[aria-label=\"Demo devices\"] label:nth-of-type(2)").await?.click().await?;
    app.shows("professionally monitored").await?;
    Ok(app)
}

/// Opens the sheet and slides a slider to its end.
pub(crate) async fn slide(app: &App, kind: &str) -> Result<()> {
    app.press("SOS").await?;
    app.heading("Who should come?").await?;
    app.slide_fully(kind).await
}

/// Presses the button that ends the window or the app, a moment after its webdriver has answered: it goes with the window.
/// Whoever calls looks at what became of the window.
pub(crate) async fn press_and_leave(app: &App, name: &str) -> Result<()> {
    let button = app.button(name).await?;
    app.run("const [button] = arguments; setTimeout(() => button.click(), 250);", vec![button.to_json()?])
        .await
        .map(drop)
}

/// Puts the demo home on another plan.
pub(crate) async fn choose_plan(app: &App, plan: &str) -> Result<()> {
    let choice = format!("label:has(input[value={}])", plan.to_lowercase());
    app.find(&choice).await?.click().await?;
    app.shows(&format!("{plan} plan")).await
}

/// Waits until the countdown shows this many seconds: `3` is there from two to three seconds after the slide.
pub(crate) async fn counted_to(app: &App, seconds: u8) -> Result<()> {
    app.shows(&format!("Requesting police in {seconds}")).await
}

/// Another device of the demo home, beside the app.
pub(crate) async fn witness(world: &World) -> Result<Client> {
    let socket: PathBuf = world.data().join("run").join("station.sock");
    let (client, _) = Client::local(&socket)?.enter_demo("Witness").await?;
    Ok(client)
}

/// Another device of the home that was set up in the app.
pub(crate) async fn witness_of(world: &World) -> Result<Client> {
    let home = eventually("the app has kept its home", PATIENCE, async || {
        let kept = std::fs::read(world.data().join("home.json")).ok();
        kept.and_then(|kept| serde_json::from_slice::<HomeView>(&kept).ok())
    })
    .await?;
    Ok(Client::local(&world.station_socket())?.pair(home.id, "Witness").await?)
}

/// The newest incident of the home.
pub(crate) async fn newest(client: &Client) -> Result<IncidentView> {
    client.incidents().await?.into_iter().next().context("the station knows no incident")
}

/// Waits until the newest incident has come to this phase.
pub(crate) async fn comes_to(client: &Client, phase: IncidentPhase) -> Result<IncidentView> {
    eventually(&format!("the incident is {phase:?}"), PATIENCE, async || {
        newest(client).await.map(|incident| Some(incident).filter(|incident| incident.phase == phase))
    })
    .await
}

/// The names of an incident's timeline entries, in order.
pub(crate) fn story(incident: &IncidentView) -> Vec<String> {
    let name = |entry: &TimelineEntry| {
        let text = format!("{:?}", entry.event);
        text.split([' ', '{']).next().unwrap_or_default().to_owned()
    };
    incident.timeline.iter().map(name).collect()
}

/// The device's token, once the world's real keyring holds it.
pub(crate) async fn token_in_keyring(world: &World) -> Result<String> {
    let mut search = world.command("secret-tool");
    search.args(["search", "--all", "service", "Mayday"]);
    eventually("the keyring holds the token", PATIENCE, async || {
        let found = search.output().await?;
        let found = String::from_utf8(found.stdout)?;
        anyhow::Ok(found.lines().find_map(|line| line.strip_prefix("secret = ")).map(str::to_owned))
    })
    .await
}

/// The station is killed, and nothing of its records can be read when the app starts it again.
pub(crate) async fn records_lost(world: &World) -> Result<()> {
    let barred = world.bar_station().await?;
    for file in ["station.db", "station.db-wal"] {
        std::fs::write(world.data().join(file), "this was a database ".repeat(1_000))?;
    }
    drop(barred);
    Ok(())
}

/// Every file below a folder.
pub(crate) fn files(folder: &std::path::Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![];
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(self::files(&entry.path())?);
        } else if entry.file_type()?.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// Below the title that stays where it is.
pub(crate) async fn click(app: &App, selector: &str) -> Result<()> {
    let element = app.find(selector).await?;
    app.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", vec![element.to_json()?]).await?;
    Ok(element.click().await?)
}
