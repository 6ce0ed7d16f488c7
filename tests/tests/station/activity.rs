//! Who did what in a home: noted where it was not refused, by the device that did it, and the same under duress.

use anyhow::{Context, Result};
use mayday_protocol::Kind;
use mayday_protocol::secret::SecretPair;
use mayday_station::client::Client;
use mayday_tests::setup::house;
use mayday_wire::{Activity, DeviceRole, IncidentPhase, SetSecretsRequest};

use crate::desk::{Desk, comes_to, id, police, raise, refusal};
use crate::pairing::come_in;

const CODE: &str = "482916";
const DURESS: &str = "730415";

/// proves: V1
#[tokio::test]
async fn what_each_device_did_is_told_newest_first_with_names_and_refusals_are_not() -> Result<()> {
    let desk = Desk::open().await?;
    let (owner, _) = desk.stranger()?.set_up(&house(), "Desk").await?;
    let (member, let_in) = come_in(&owner.invite(DeviceRole::Member, "").await?, "Ana’s phone").await?;
    owner.set_secrets(&codes()).await?;
    refusal(owner.set_practice(0, "111111").await)?;
    owner.set_practice(0, CODE).await?;
    let contact = owner.home().await?.contacts[0].clone();
    owner.ring(contact.id, false).await?;
    assert_eq!(owner.activity().await?.remove(0).whom, Some(contact.name));
    owner.hang_up(contact.id).await?;
    member.hold(id(1), &police(0)).await?;
    for _ in 0..2 {
        member.cancel(id(1), 1_000).await?;
    }
    raise(&member, id(2)).await?;
    let open = comes_to(&member, id(2), IncidentPhase::Contacting).await?.id;
    owner.over(open).await?;
    owner.remove_device(let_in.device, CODE).await?;

    let told = owner.activity().await?;
    let who = |at: usize| told[at].by.as_ref().map(|by| by.reveal().as_str());
    let what: Vec<Activity> = told.iter().map(|entry| entry.what).collect();
    let Activity::Slid { incident: first, .. } = what[4] else { anyhow::bail!("a slide: {what:?}") };
    assert_eq!(
        what,
        [
            Activity::RemovedDevice { device: let_in.device },
            Activity::SaidOver { incident: open },
            Activity::Slid { kind: Kind::SosPolice, drill: false, incident: open },
            Activity::CancelledSlide { incident: first },
            Activity::Slid { kind: Kind::SosPolice, drill: false, incident: first },
            Activity::RangContact { contact: contact.id },
            Activity::SetPractice { minutes: 0 },
            Activity::SetSecrets { pair: SecretPair::Codes },
            Activity::CameIn { role: DeviceRole::Member },
        ]
    );
    assert_eq!(
        (who(0), who(1), who(2), who(8)),
        (Some("Desk"), Some("Desk"), Some("Ana’s phone"), Some("Ana’s phone"))
    );
    assert!(told[0].this && !told[2].this);
    assert_eq!(told[0].whom.as_ref().map(|whom| whom.reveal().as_str()), Some("Ana’s phone"));
    Ok(())
}

/// proves: J6, V1
#[tokio::test]
async fn with_the_duress_code_it_reads_the_same() -> Result<()> {
    let with = async |code: &str| -> Result<Vec<Activity>> {
        let desk = Desk::open().await?;
        let (owner, _) = desk.stranger()?.set_up(&house(), "Desk").await?;
        owner.set_secrets(&codes()).await?;
        owner.disarm(code).await?;
        owner.set_practice(60, code).await?;
        owner.invite(DeviceRole::Owner, code).await?;
        owner.change_home(&owner.home().await?.setup.context("it was set up")?, code).await?;
        activity(&owner).await
    };
    assert_eq!(with(CODE).await?, with(DURESS).await?);
    Ok(())
}

async fn activity(of: &Client) -> Result<Vec<Activity>> {
    Ok(of.activity().await?.into_iter().map(|entry| entry.what).collect())
}

fn codes() -> SetSecretsRequest {
    SetSecretsRequest {
        pair: SecretPair::Codes,
        plain: CODE.to_owned().into(),
        duress: Some(DURESS.to_owned().into()),
        code: String::new().into(),
    }
}
