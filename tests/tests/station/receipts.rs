//! Receipts: exported, verified without the station, and silent about duress.

use anyhow::{Context, Result};
use mayday_protocol::plan::Trigger;
use mayday_wire::{BoardAction, IncidentPhase};

use crate::desk::{Desk, alarm, alarmed, answer, reaches};
use crate::program::Program;

const CODE: &str = "482916";
const DURESS_CODE: &str = "482753";

/// proves: V3, Z11
#[tokio::test]
async fn a_receipt_is_exported_and_verified_offline_and_a_touched_one_is_refused_by_the_entry() -> Result<()> {
    let mut desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::SmokeAlarm).await?;
    board.wait_for_ringing("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Ignore, None).await?;
    reaches(&phone, incident, IncidentPhase::Requested).await?;
    let household = phone.receipt(incident).await?;
    assert_eq!(mayday_station::receipt::verify(&household, None), Ok(()));
    desk.stop().await;

    let data = desk.folder.path().to_string_lossy().into_owned();
    let exported = station(&["receipt", "--data", &data, &incident.to_string()]).await?;
    let file = desk.folder.path().join("receipt.json");
    std::fs::write(&file, &exported.1)?;
    let path = file.to_string_lossy().into_owned();
    let verified = station(&["verify", "--key", &household.key, &path]).await?;
    assert!(verified.0 && verified.1.contains("whole"), "{}", verified.1);
    std::fs::write(&file, exported.1.replacen("smoke_alarm", "flood_sensor", 1))?;
    let refused = station(&["verify", &path]).await?;
    assert!(!refused.0 && refused.1.contains("was altered"), "{}", refused.1);
    Ok(())
}

/// proves: V3
#[tokio::test]
async fn a_journal_that_was_altered_in_the_store_gives_no_receipt_and_names_the_row() -> Result<()> {
    let mut desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let incident = alarm(&board, Trigger::FloodSensor).await?;
    reaches(&phone, incident, IncidentPhase::Informing).await?;
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    db.execute_batch("DROP TRIGGER journal_is_never_changed; UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 0;")?;
    let data = desk.folder.path().to_string_lossy().into_owned();
    let refused = station(&["receipt", "--data", &data, &incident.to_string()]).await?;
    assert!(!refused.0 && refused.1.contains("row 0 of the journal was altered"), "{}", refused.1);
    Ok(())
}

/// proves: J6, V3
#[tokio::test]
async fn the_households_receipt_of_a_burglary_is_the_same_with_the_duress_code() -> Result<()> {
    let mut receipts = vec![];
    for code in [CODE, DURESS_CODE] {
        let desk = Desk::open().await?;
        let (phone, board) = alarmed(&desk).await?;
        let incident = alarm(&board, Trigger::ContactSensor).await?;
        answer(&desk, &board, "Ana Ruiz").await?;
        phone.disarm(code).await?;
        reaches(&phone, incident, IncidentPhase::Closed).await?;
        let receipt = phone.receipt(incident).await?;
        assert_eq!(mayday_station::receipt::verify(&receipt, None), Ok(()));
        let kinds: Vec<_> = receipt.entries.iter().map(|entry| (entry.n, kind(&entry.what))).collect();
        let up_to_the_end = kinds.iter().position(|(_, what)| what == "disarmed").context("it was disarmed")?;
        receipts.push(kinds[..=up_to_the_end].to_vec());
    }
    assert_eq!(receipts[0], receipts[1]);
    Ok(())
}

fn kind(what: &str) -> String {
    serde_json::from_str::<serde_json::Value>(what).unwrap_or_default()["event"].as_str().unwrap_or_default().to_owned()
}

/// Runs the program, and gives whether it succeeded and everything that it said.
async fn station(words: &[&str]) -> Result<(bool, String)> {
    let output = Program::station()?.args(words).output().await?;
    let said = [output.stdout, output.stderr].concat();
    Ok((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}
