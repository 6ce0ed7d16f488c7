//! What a home is entitled to, asked of the service that keeps it: daily, signed, and never in the way of help (B13, Q4).

use anyhow::{Context, Result};
use mayday_protocol::entitlement::{ASK_AGAIN_MS, Entitlement, IN_DOUBT_MS};
use mayday_protocol::plan::Trigger;
use mayday_protocol::{HomeId, Monitoring, Plan, Reason};
use mayday_station::client::Client;
use mayday_tests::enrolment::{Enrolment, Manner};
use mayday_tests::setup::house;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::{ErrorCode, HomeView, RaiseRequest};

use crate::desk::{Desk, drill, id, is_held, police, refusal};

/// A station that asks, a home that was set up, and the service that answers of it as its records say.
async fn open() -> Result<(Desk, Enrolment, Client, HomeView)> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    let service = Enrolment::start().await?;
    service.configure(folder.path())?;
    let desk = Desk::open_in(folder).await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    service.says(word(&desk, &home));
    desk.clock.advance(0);
    confirmed(&phone, |signed| signed.said.contains("pro")).await?;
    Ok((desk, service, phone, home))
}

fn word(desk: &Desk, home: &HomeView) -> Entitlement {
    Entitlement::of_records(home.id, &home.facts, mayday_clock::Clock::now(&*desk.clock).wall_ms())
}

async fn confirmed(phone: &Client, fits: impl Fn(&mayday_wire::SignedEntitlement) -> bool) -> Result<HomeView> {
    eventually("the service's word is there", PATIENCE, async || {
        let home = phone.home().await?;
        anyhow::Ok(home.entitlement.as_ref().is_some_and(&fits).then_some(home))
    })
    .await
}

async fn asked_again(desk: &Desk, service: &Enrolment, ms: u64) -> Result<()> {
    let before = service.asked();
    desk.clock.advance(ms);
    eventually("it is asked again", PATIENCE, async || anyhow::Ok(service.asked() > before)).await
}

/// proves: B13
#[tokio::test]
async fn the_signed_word_reaches_the_devices_and_a_subscription_that_has_ended_ends_sos_with_its_reasons() -> Result<()>
{
    let (desk, service, phone, home) = open().await?;
    assert!(is_held(&phone.hold(id(1), &police(0)).await?));
    phone.cancel(id(1), 1_000).await?;
    service.says(Entitlement { plan: Plan::Basic, monitoring: Monitoring::NotEnrolled, ..word(&desk, &home) });
    asked_again(&desk, &service, ASK_AGAIN_MS).await?;
    let told = confirmed(&phone, |signed| signed.said.contains("basic")).await?;
    assert_eq!((told.facts.plan, told.facts.monitoring), (Plan::Basic, Monitoring::NotEnrolled));
    let refused = refusal(phone.hold(id(2), &police(0)).await)?;
    let codes: Vec<Reason> = refused.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!((refused.code, codes), (ErrorCode::NotEligible, vec![Reason::PlanWithoutSos, Reason::AlarmNotEnrolled]));
    // The household's own answers do not bring it back.
    phone.change_home(&home.setup.clone().context("it was set up")?, "").await?;
    assert_eq!(phone.home().await?.facts.plan, Plan::Basic);
    Ok(())
}

/// proves: B13, Q4
#[tokio::test]
async fn with_the_service_down_an_entitled_home_still_sends_and_what_is_accepted_is_flagged() -> Result<()> {
    let (mut desk, service, phone, home) = open().await?;
    phone.hold(id(1), &drill(0)).await?;
    assert!(!incident(&phone, id(1)).await?.enrolment_in_doubt);
    service.behaves(Manner::Down);
    asked_again(&desk, &service, ASK_AGAIN_MS).await?;
    phone.hold(id(2), &drill(0)).await?;
    assert!(!incident(&phone, id(2)).await?.enrolment_in_doubt, "a day is not yet in doubt");
    desk.clock.advance(IN_DOUBT_MS - ASK_AGAIN_MS);
    phone.hold(id(3), &drill(0)).await?;
    assert!(incident(&phone, id(3)).await?.enrolment_in_doubt);
    let request = RaiseRequest { trigger: Trigger::SmokeAlarm, entry_delay_ms: 0 };
    let smoke = desk.stranger()?.raise(home.id, &request).await?.incident.context("it is seen")?;
    let seen = phone.incidents().await?.into_iter().find(|it| it.id == smoke).context("it is listed")?;
    assert!(seen.enrolment_in_doubt, "alarms are flagged too");
    desk.restart().await?;
    assert!(incident(&phone, id(3)).await?.enrolment_in_doubt, "it stays so");
    service.behaves(Manner::Honest);
    service.says(word(&desk, &home));
    let issued = format!("\"issued_ms\":{}", word(&desk, &home).issued_ms);
    asked_again(&desk, &service, 0).await?;
    confirmed(&phone, |signed| signed.said.contains(&issued)).await?;
    phone.hold(id(4), &drill(0)).await?;
    assert!(!incident(&phone, id(4)).await?.enrolment_in_doubt, "confirmed again");
    Ok(())
}

/// proves: B13
#[tokio::test]
async fn a_word_that_is_forged_altered_older_or_about_another_home_is_not_taken() -> Result<()> {
    let (desk, service, phone, home) = open().await?;
    let ended = Entitlement { plan: Plan::Basic, monitoring: Monitoring::NotEnrolled, ..word(&desk, &home) };
    let other = HomeId::from_random([9; 16]);
    for (manner, said) in [
        (Manner::Impostor, Entitlement { issued_ms: ended.issued_ms + 1, ..ended.clone() }),
        (Manner::Altered, Entitlement { issued_ms: ended.issued_ms + 1, ..ended.clone() }),
        (Manner::Honest, Entitlement { issued_ms: ended.issued_ms - 1, ..ended.clone() }),
        (Manner::Honest, Entitlement { home: other, issued_ms: ended.issued_ms + 1, ..ended.clone() }),
    ] {
        service.behaves(manner);
        service.says_about(home.id, said);
        asked_again(&desk, &service, ASK_AGAIN_MS).await?;
        assert_eq!(phone.home().await?.facts.plan, Plan::Pro, "{manner:?}");
    }
    assert!(is_held(&phone.hold(id(1), &police(0)).await?));
    assert!(incident(&phone, id(1)).await?.enrolment_in_doubt, "and for four days nobody has confirmed it");
    Ok(())
}

/// proves: B13
#[tokio::test]
async fn a_home_of_which_the_service_has_said_nothing_yet_sends_and_is_flagged() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("ms-").tempdir()?;
    let service = Enrolment::start().await?;
    service.configure(folder.path())?;
    let desk = Desk::open_in(folder).await?;
    let (phone, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    assert!(is_held(&phone.hold(id(1), &police(0)).await?));
    assert!(incident(&phone, id(1)).await?.enrolment_in_doubt);
    Ok(())
}

/// proves: B13
#[tokio::test]
async fn without_a_service_the_station_signs_what_its_own_records_say_and_nothing_is_in_doubt() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    let signed = home.entitlement.context("the station's own word")?;
    let said = signed.read(&signed.key).ok().context("it is signed")?;
    assert_eq!(said.applied(&home.facts), home.facts);
    desk.clock.advance(40 * 24 * 3_600_000);
    let later = phone.home().await?.entitlement.context("the station's own word")?;
    assert!(later.read(&signed.key).ok().context("with the same key")?.issued_ms > said.issued_ms);
    phone.hold(id(1), &police(0)).await?;
    assert!(!incident(&phone, id(1)).await?.enrolment_in_doubt);
    Ok(())
}

async fn incident(phone: &Client, signal: mayday_protocol::SignalId) -> Result<mayday_wire::IncidentView> {
    phone.incidents().await?.into_iter().find(|it| it.signal == signal).context("it is listed")
}
