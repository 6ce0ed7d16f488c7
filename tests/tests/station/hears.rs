//! What contacts will hear, told before anything happens, is what they hear when it does; and who runs the station.

use anyhow::{Context as _, Result};
use mayday_protocol::Kind;
use mayday_wire::OperatorView;

use crate::desk::{Desk, alarmed, id, raise};

/// proves: O1, M1
#[tokio::test]
async fn what_a_contact_will_hear_is_what_he_hears() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, board) = alarmed(&desk).await?;
    let hears = phone.hears().await?;
    let police = hears.iter().find(|hears| hears.kind == Kind::SosPolice).context("this home may send police")?;
    assert!(police.decides);
    raise(&phone, id(1)).await?;
    let call = board.wait_for_ringing("Ana Ruiz").await?;
    assert_eq!(police.says, call.says);
    assert!(police.voicemail.reveal().contains("Please call back: (202) 555-0110"), "{:?}", police.voicemail.reveal());
    Ok(())
}

/// proves: O1, J2, B14
#[tokio::test]
async fn nothing_is_heard_about_what_nobody_is_called_for() -> Result<()> {
    let desk = Desk::open().await?;
    let (phone, _) = alarmed(&desk).await?;
    let kinds: Vec<Kind> = phone.hears().await?.into_iter().map(|hears| hears.kind).collect();
    assert!(!kinds.contains(&Kind::Duress) && !kinds.contains(&Kind::SirenOnly), "{kinds:?}");
    assert_eq!(kinds.len(), Kind::ALL.len() - 2, "{kinds:?}");
    let camera_only = Desk::open().await?.device().await?.hears().await?;
    let kinds: Vec<Kind> = camera_only.into_iter().map(|hears| hears.kind).collect();
    assert_eq!(kinds, [Kind::SosPolice, Kind::SosFire, Kind::SosMedical], "a home without an alarm has slides alone");
    Ok(())
}

/// proves: B15, P5
#[tokio::test]
async fn an_operator_is_named_to_every_household_with_centre_licences_and_help() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let settings = "[operator]\nname = \"Maple Alarm\"\ncentre = \"Maple County Monitoring\"\n\
                    licences = [\"TX B00000\"]\nhelp = \"https://help.example/mayday\"\n";
    std::fs::write(folder.path().join("station.toml"), settings)?;
    let desk = Desk::open_in(folder).await?;
    let operator = desk.device().await?.home().await?.operator;
    let named = OperatorView {
        name: "Maple Alarm".to_owned(),
        centre: Some("Maple County Monitoring".to_owned()),
        licences: vec!["TX B00000".to_owned()],
        help: Some("https://help.example/mayday".to_owned()),
    };
    assert_eq!(operator, Some(named));
    assert_eq!(Desk::open().await?.device().await?.home().await?.operator, None, "else it is the household's own");
    Ok(())
}
