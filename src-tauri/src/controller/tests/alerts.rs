//! A test alert takes the way of every other one, and what is kept of it is what the person said.

use mayday_protocol::Plan;
use mayday_wire::{ErrorCode, Language};

use super::{App, Did, home};
use crate::controller::handle::Intent;
use crate::settings::Settings;

/// proves: O4
#[tokio::test]
async fn a_test_alert_is_a_notification_and_then_the_person_is_asked() {
    let app = App::open(&home(Plan::Pro, true)).await;
    assert!(!app.view().await.alerts.asked);
    app.handle.intend(Intent::TryAlerts).await.expect("it can always be tried");
    assert_eq!(app.did(), [Did::Notify("Demo · Test alert".to_owned())]);
    let alerts = app.view().await.alerts;
    assert_eq!((alerts.asked, alerts.answer), (true, None), "nothing is known before somebody says so");
}

/// proves: O4
#[tokio::test]
async fn what_the_person_said_of_a_test_alert_is_shown_and_kept_on_this_device() {
    let app = App::open(&home(Plan::Pro, true)).await;
    for seen in [true, false] {
        app.handle.intend(Intent::TryAlerts).await.expect("it can always be tried");
        app.handle.intend(Intent::SayAlert { seen }).await.expect("it was asked");
        let alerts = app.view().await.alerts;
        let answer = alerts.answer.expect("it was said");
        assert_eq!((alerts.asked, answer.seen), (false, seen));
        let kept = || Settings::read(&app.folder().settings_file()).alert == Some(answer);
        assert!(app.until(kept).await, "a restart does not forget it");
    }
}

/// proves: O4
#[tokio::test]
async fn nobody_can_say_what_became_of_an_alert_that_was_not_sent() {
    let app = App::open(&home(Plan::Pro, true)).await;
    let refusal = app.handle.intend(Intent::SayAlert { seen: true }).await.expect_err("nothing was asked");
    assert_eq!((refusal.code, app.view().await.alerts.answer), (ErrorCode::NotNow, None));
}

/// proves: V4
#[tokio::test]
async fn a_language_that_was_chosen_is_spoken_at_once_outside_of_the_page_and_after_a_restart() {
    let app = App::open(&home(Plan::Pro, true)).await;
    app.handle.intend(Intent::ChooseLanguage(Language::French)).await.expect("it can always be chosen");
    app.handle.intend(Intent::TryAlerts).await.expect("it can always be tried");
    assert_eq!(app.did(), [Did::Speak("Ouvrir Mayday"), Did::Notify("Démo · Alerte de test".to_owned())]);
    let kept = || Settings::read(&app.folder().settings_file()).language == Some(Language::French);
    assert!(app.until(kept).await, "a restart does not forget it");
}
