//! Homes that people set up: looked at, kept, changed, paired with.

use anyhow::Result;
use mayday_protocol::eligibility::Reason;
use mayday_protocol::{Camera, Country, HomeId, Monitoring, Plan, Redacted};
use mayday_tests::setup::{PASSWORD, address, contact, house};
use mayday_wire::{BoardAction, ErrorCode, HomeSetup, IncidentPhase, NotLive, SetUpField};

use crate::desk::{Desk, comes_to, id, is_held, police, raise, refusal};

const FIRST_WEEK_MS: u64 = 7 * 24 * 3_600_000;

/// proves: A4, P2, Q1
#[tokio::test]
async fn a_home_is_kept_as_it_was_set_up_and_is_not_live_without_carrier_and_dispatcher() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    assert_eq!((home.street.reveal().as_str(), home.city.reveal().as_str()), ("34 Cedar Lane", "Austin, TX 78704"));
    assert_eq!(
        home.not_live.iter().map(|missing| missing.code).collect::<Vec<_>>(),
        [NotLive::NoCarrier, NotLive::NoDispatcher]
    );
    assert_eq!(home.demo_password, None, "the password of a home is not shown again");
    let kept = home.setup.clone().expect("it was set up");
    assert_eq!(HomeSetup { contacts: vec![], password: None, ..house() }, HomeSetup { contacts: vec![], ..kept });
    assert_eq!(phone.home().await?, home);
    assert!(is_held(&phone.hold(id(1), &police(0)).await?));
    Ok(())
}

/// proves: B1, B2, B3, B4, B7, B12
#[tokio::test]
async fn a_preview_tells_every_reason_before_anything_is_kept_and_the_station_refuses_for_the_same() -> Result<()> {
    let desk = Desk::open().await?;
    let stranger = desk.stranger()?;
    let cameras_only = HomeSetup {
        has_alarm: false,
        security_kit: false,
        cameras_linked: false,
        monitoring: Monitoring::NotEnrolled,
        ..house()
    };
    let san_juan = address(Country::UnitedStates, "PR", "5 Calle Luna", "San Juan", "00901");
    let montreal = address(Country::Canada, "QC", "5 rue Drolet", "Montréal", "H2X 1Y4");
    for (n, (setup, reasons)) in (1..).zip([
        (HomeSetup { address: san_juan, ..house() }, vec![Reason::UsTerritory]),
        (HomeSetup { address: montreal, ..house() }, vec![Reason::Quebec]),
        (HomeSetup { monitoring: Monitoring::SelfMonitored, ..house() }, vec![Reason::SelfMonitored]),
        (HomeSetup { monitoring: Monitoring::NotEnrolled, ..house() }, vec![Reason::AlarmNotEnrolled]),
        (cameras_only.clone(), vec![Reason::CamerasNotEnrolled]),
        (HomeSetup { cameras: vec![], ..cameras_only.clone() }, vec![Reason::NoDevice]),
        (
            HomeSetup { plan: Plan::Basic, cameras: vec![Camera { compatible: false }], ..cameras_only },
            vec![Reason::PlanWithoutSos, Reason::NoCompatibleCamera, Reason::CamerasNotEnrolled],
        ),
    ]) {
        let preview = stranger.check_set_up(&setup).await?;
        assert_eq!(preview.problems, [], "{reasons:?}");
        assert_eq!(preview.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(), reasons);
        let (phone, _) = stranger.set_up(&setup, "Phone").await?;
        let refused = refusal(phone.hold(id(n), &police(0)).await)?;
        assert_eq!(refused.code, ErrorCode::NotEligible);
        assert_eq!(refused.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(), reasons);
    }
    Ok(())
}

/// proves: N7, M8, P2
#[tokio::test]
async fn a_set_up_with_problems_is_refused_with_all_of_them_and_keeps_nothing() -> Result<()> {
    let desk = Desk::open().await?;
    let wrong = HomeSetup {
        contacts: vec![contact("Rosa Diaz", "911"), contact("", "(512) 555-0132")],
        password: Some(Redacted::new("tree".to_owned())),
        ..house()
    };
    let refused = refusal(desk.stranger()?.set_up(&wrong, "Phone").await)?;
    assert_eq!(refused.code, ErrorCode::SetUpProblems);
    let fields: Vec<_> = refused.problems.iter().map(|problem| (problem.field, problem.at)).collect();
    assert_eq!(
        fields,
        [(SetUpField::ContactPhone, Some(0)), (SetUpField::ContactName, Some(1)), (SetUpField::Password, None)]
    );
    assert_eq!(desk.stranger()?.check_set_up(&wrong).await?.problems, refused.problems);
    Ok(())
}

/// proves: L1, L4, L2
#[tokio::test]
async fn the_first_seven_days_after_enrolling_are_practice_and_a_home_without_an_alarm_has_none() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    assert_eq!(home.practice.map(|practice| practice.remaining_ms), Some(FIRST_WEEK_MS));
    raise(&phone, id(1)).await?;
    let view = comes_to(&phone, id(1), IncidentPhase::Informing).await?;
    assert_eq!(view.plan.course, mayday_protocol::plan::Course::Practice);
    let said = desk.board(&phone).await?.wait_for_ringing("Rosa Diaz").await?.says;
    assert!(said.reveal().starts_with("Practice. "), "{}", said.reveal());

    desk.clock.advance(FIRST_WEEK_MS);
    assert_eq!(phone.home().await?.practice, None);
    raise(&phone, id(2)).await?;
    comes_to(&phone, id(2), IncidentPhase::Contacting).await?;

    let cameras = HomeSetup {
        has_alarm: false,
        security_kit: false,
        cameras_linked: false,
        monitoring: Monitoring::NotEnrolled,
        sos_for_cameras: true,
        ..house()
    };
    let (_, home) = desk.stranger()?.set_up(&cameras, "Phone").await?;
    assert_eq!(home.practice, None);
    Ok(())
}

/// proves: P6, N1, N5
#[tokio::test]
async fn a_home_stays_as_it_is_while_an_incident_is_open_and_its_people_stay_named_afterwards() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    desk.clock.advance(FIRST_WEEK_MS);
    let board = desk.board(&phone).await?;
    raise(&phone, id(1)).await?;

    let kept = home.setup.expect("it was set up");
    let others = vec![kept.contacts[1].clone(), contact("Lee Diaz", "(512) 555-0133")];
    let changed = HomeSetup { contacts: others, ..kept };
    assert_eq!(refusal(phone.change_home(&changed, "").await)?.code, ErrorCode::IncidentOpen);

    board.wait_for_ringing("Rosa Diaz").await?;
    board.act("Rosa Diaz", BoardAction::Answer, None).await?;
    let digits = board.spoken_digits("Rosa Diaz").await?.expect("the station speaks two digits");
    desk.clock.advance(mayday_protocol::call::DEAF_MS);
    for key in digits.chars() {
        board.press_key("Rosa Diaz", key).await?;
    }
    for key in PASSWORD.1.chars().chain(['#']) {
        board.press_key("Rosa Diaz", key).await?;
    }
    board.wait_for_deciding("Rosa Diaz").await?;
    board.press_key("Rosa Diaz", '2').await?;
    let closed = comes_to(&phone, id(1), IncidentPhase::Closed).await?;
    assert_eq!(closed.contacts[0].name.reveal(), "Rosa Diaz");

    phone.change_home(&changed, "").await?;
    let names: Vec<_> = phone.home().await?.contacts.iter().map(|contact| contact.name.reveal().clone()).collect();
    assert_eq!(names, ["Sam Diaz", "Lee Diaz"]);
    let past = phone.incidents().await?;
    assert_eq!(past[0].contacts[0].name.reveal(), "Rosa Diaz", "who was called then is named as then");
    Ok(())
}

#[tokio::test]
async fn a_further_device_of_a_home_is_paired_and_the_homes_of_one_station_stay_apart() -> Result<()> {
    let desk = Desk::open().await?;
    let stranger = desk.stranger()?;
    let (first, home) = stranger.set_up(&house(), "Phone").await?;
    let second = stranger.pair(home.id, "Tablet").await?;
    assert_eq!(second.home().await?.id, home.id);
    let demo = desk.device().await?;
    assert_ne!(demo.home().await?.id, home.id);

    first.hold(id(1), &police(0)).await?;
    assert_eq!(refusal(demo.ask(id(1)).await)?.code, ErrorCode::Unknown);
    assert!(is_held(&second.ask(id(1)).await?));
    let unknown = stranger.pair(HomeId::from_random([9; 16]), "Tablet").await;
    assert_eq!(refusal(unknown.map(|_| ()))?.code, ErrorCode::Unknown);
    Ok(())
}

#[tokio::test]
async fn the_demos_switches_do_not_touch_a_home_that_was_set_up_nor_set_up_the_demo() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, home) = desk.stranger()?.set_up(&house(), "Phone").await?;
    assert_eq!(refusal(phone.set_demo_plan(Plan::Basic).await)?.code, ErrorCode::NotAllowed);
    assert_eq!(refusal(phone.set_demo_devices(false).await)?.code, ErrorCode::NotAllowed);
    assert_eq!(phone.home().await?.facts, home.facts);
    let demo = desk.device().await?;
    assert_eq!(refusal(demo.change_home(&house(), "482916").await)?.code, ErrorCode::NotAllowed);
    Ok(())
}
