//! A further device, on another machine: let in for a code, over TLS to the certificate that the code vouches for (V1).

use std::process::Stdio;

use anyhow::{Context, Result};
use mayday_protocol::plan::BurglarSetting;
use mayday_protocol::secret::SecretPair;
use mayday_station::client::{Client, Failure};
use mayday_station::{Access, Door, ROUTES};
use mayday_tests::setup::house;
use mayday_tests::{PATIENCE, eventually};
use mayday_wire::pairing::{Side, is_proof, proof};
use mayday_wire::pin::Pin;
use mayday_wire::{
    DeviceRole, ErrorCode, IncidentPhase, InvitationView, PairWithCodeRequest, PairWithCodeResponse, PairingLink,
    SetSecretsRequest,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::desk::{Desk, comes_to, dispatched, id, is_held, police, raise, refusal};
use crate::program::Program;

const CODE: &str = "482916";
const DURESS: &str = "730415";
const TEN_MINUTES_MS: u64 = 10 * 60_000;
/// The nonce of a test.
const NONCE: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// proves: V1
#[tokio::test]
async fn a_device_that_was_let_in_sends_an_sos_over_tls_and_both_devices_see_it() -> Result<()> {
    let desk = Desk::open().await?;
    let first = desk.device().await?;
    let (second, let_in) = come_in(&first.invite(DeviceRole::Member, "482916").await?, "Ana’s phone").await?;
    assert_eq!((let_in.role, let_in.home.id), (DeviceRole::Member, first.home().await?.id));
    raise(&second, id(1)).await?;
    for phone in [&first, &second] {
        comes_to(phone, id(1), IncidentPhase::Contacting).await?;
    }
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn a_code_lets_one_device_in_within_ten_minutes_and_no_other_code_does() -> Result<()> {
    let desk = Desk::open().await?;
    let first = desk.device().await?;
    let invitation = first.invite(DeviceRole::Member, "482916").await?;
    assert_eq!(invitation.expires_in_ms, Some(TEN_MINUTES_MS));
    let other = PairingLink { code: "0000-0000-0000".parse().expect("a code"), ..link(&invitation)? };
    assert_eq!(refusal(knock(&other, "Phone").await)?.code, ErrorCode::WrongPairingCode);
    come_in(&invitation, "Phone").await?;
    let again = knock(&link(&invitation)?, "Phone").await;
    assert_eq!(refusal(again)?.code, ErrorCode::WrongPairingCode, "it was used");
    let late = first.invite(DeviceRole::Member, "482916").await?;
    desk.clock.advance(TEN_MINUTES_MS);
    assert_eq!(refusal(knock(&link(&late)?, "Phone").await)?.code, ErrorCode::WrongPairingCode, "it is over");
    assert_eq!(first.paired().await?.devices.len(), 2);
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn whoever_stands_between_a_device_and_its_station_is_noticed_by_both() -> Result<()> {
    let desk = Desk::open().await?;
    let invitation = desk.device().await?.invite(DeviceRole::Owner, "482916").await?;
    let link = link(&invitation)?;
    let elsewhere = Pin::to(mayday_wire::pin::fingerprint(b"another certificate"));
    let in_between = Client::elsewhere(&link.addresses[0], &elsewhere)?;
    assert!(matches!(in_between.version().await, Err(Failure::Unreachable(_))), "another certificate is not spoken to");
    // A proof that was made for another certificate, and is passed on, opens nothing.
    let station = Client::elsewhere(&link.addresses[0], &Pin::to(link.fingerprint))?;
    let seen = elsewhere.fingerprint().context("pinned")?;
    let proof = proof(link.code.key(), Side::Device, NONCE, &seen, "Phone");
    let request = PairWithCodeRequest { device_name: "Phone".to_owned().into(), nonce: NONCE.to_owned(), proof };
    assert_eq!(refusal(station.pair_with_code(&request).await)?.code, ErrorCode::WrongPairingCode);
    let (_, answer) = come_in(&invitation, "Phone").await?;
    let proves = |key: &[u8]| {
        is_proof(&answer.proof, key, Side::Station, NONCE, &link.fingerprint, answer.token.reveal().as_str())
    };
    assert!(proves(link.code.key()) && !proves(b"000000000000"), "the station proves that it knows the code");
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn after_thirty_wrong_codes_in_a_minute_no_further_one_is_looked_at() -> Result<()> {
    let desk = Desk::open().await?;
    let invitation = desk.device().await?.invite(DeviceRole::Member, "482916").await?;
    let wrong = PairingLink { code: "0000-0000-0000".parse().expect("a code"), ..link(&invitation)? };
    for _ in 0..30 {
        assert_eq!(refusal(knock(&wrong, "Phone").await)?.code, ErrorCode::WrongPairingCode);
    }
    assert_eq!(refusal(knock(&wrong, "Phone").await)?.code, ErrorCode::TooManyTries);
    desk.clock.advance(60_000);
    come_in(&invitation, "Phone").await?;
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn the_outer_door_serves_what_is_for_other_machines_and_nothing_else_and_no_browser() -> Result<()> {
    let desk = Desk::open().await?;
    let link = link(&desk.device().await?.invite(DeviceRole::Member, "482916").await?)?;
    let stranger = Client::elsewhere(&link.addresses[0], &Pin::to(link.fingerprint))?;
    for route in ROUTES {
        let path = route.path.replace("{id}", &id(1).to_string()).replace("{*path}", "none.js");
        let answer = stranger.raw(route.method.to_uppercase().parse()?, &path, String::new()).await?;
        let status = answer.status().as_u16();
        match (route.door, route.access) {
            (Door::Outer, Access::Anyone) => assert!(status < 500 && status != 404, "{} {status}", route.path),
            (Door::Outer, _) => assert_eq!(status, 401, "{}", route.path),
            (Door::Socket | Door::Loopback, _) => assert_eq!(status, 404, "{}", route.path),
        }
    }
    let http = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(Pin::to(link.fingerprint).client()?);
    let page = http.build()?.get(format!("https://{}/v1/version", link.addresses[0]));
    assert_eq!(page.header("origin", "https://evil.example").send().await?.status().as_u16(), 403);
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn a_member_may_ask_for_help_and_change_nothing_that_an_owner_decides() -> Result<()> {
    let desk = Desk::open().await?;
    let (owner, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    let (member, _) = come_in(&owner.invite(DeviceRole::Member, "").await?, "Ana’s phone").await?;
    let kept = owner.home().await?.setup.context("it was set up")?;
    let device = owner.paired().await?.devices[0].id;
    for refused in [
        refusal(member.change_home(&kept, "").await)?,
        refusal(member.set_secrets(&codes()).await)?,
        refusal(member.set_practice(0, "").await)?,
        refusal(member.set_burglar_setting(BurglarSetting::OnlyIfISay, "").await)?,
        refusal(member.invite(DeviceRole::Owner, "").await)?,
        refusal(member.make_recovery("").await)?,
        refusal(member.remove_device(device, "").await)?,
    ] {
        assert_eq!(refused.code, ErrorCode::OwnerOnly);
    }
    assert!(is_held(&member.hold(id(1), &police(0)).await?));
    member.cancel(id(1), 1_000).await?;
    let (second_owner, _) = come_in(&owner.invite(DeviceRole::Owner, "").await?, "Bob’s phone").await?;
    second_owner.set_secrets(&codes()).await?;
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn after_a_restart_the_door_is_where_it_was_with_the_same_certificate() -> Result<()> {
    let mut desk = Desk::open().await?;
    let invitation = desk.device().await?.invite(DeviceRole::Member, "482916").await?;
    let (phone, _) = come_in(&invitation, "Phone").await?;
    desk.restart().await?;
    let home = eventually("the phone reaches its station", PATIENCE, async || anyhow::Ok(phone.home().await.ok()));
    home.await?;
    let again = desk.device().await?.invite(DeviceRole::Member, "482916").await?;
    assert_eq!(link(&again)?.fingerprint, link(&invitation)?.fingerprint);
    assert_eq!(again.addresses, invitation.addresses);
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn a_recovery_code_makes_an_owner_once_and_a_new_one_replaces_it() -> Result<()> {
    let mut desk = Desk::open().await?;
    let first = desk.device().await?;
    let replaced = first.make_recovery("482916").await?;
    let recovery = first.make_recovery("482916").await?;
    assert_eq!((recovery.expires_in_ms, recovery.code.reveal().len()), (None, 24));
    assert!(first.paired().await?.has_recovery);
    desk.clock.advance(400 * 24 * 3_600_000);
    desk.restart().await?;
    assert_eq!(refusal(knock(&link(&replaced)?, "Phone").await)?.code, ErrorCode::WrongPairingCode);
    let (phone, let_in) = come_in(&recovery, "New phone").await?;
    assert_eq!(let_in.role, DeviceRole::Owner);
    assert!(!phone.paired().await?.has_recovery);
    assert_eq!(refusal(knock(&link(&recovery)?, "Phone").await)?.code, ErrorCode::WrongPairingCode, "it was used");
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn the_list_says_who_belongs_to_the_home_and_a_lost_phone_is_removed_from_it() -> Result<()> {
    let desk = Desk::open().await?;
    let first = desk.device().await?;
    // The list is in the order in which they came, and two came at the same millisecond.
    desk.clock.advance(1);
    let (phone, let_in) = come_in(&first.invite(DeviceRole::Member, "482916").await?, "Ana’s phone").await?;
    let events = phone.raw(reqwest::Method::GET, "/v1/events", String::new()).await?;
    let listed = eventually("the phone listens", PATIENCE, async || {
        let listed = first.paired().await?.devices;
        anyhow::Ok(listed.iter().any(|device| device.connected).then_some(listed))
    })
    .await?;
    let [own, theirs] = &listed[..] else { anyhow::bail!("two devices: {listed:?}") };
    assert_eq!((own.this, own.role, theirs.this, theirs.role), (true, DeviceRole::Owner, false, DeviceRole::Member));
    assert_eq!((theirs.id, theirs.name.reveal().as_str(), theirs.connected), (let_in.device, "Ana’s phone", true));
    assert_eq!(refusal(first.remove_device(let_in.device, "111111").await)?.code, ErrorCode::WrongCode);
    first.remove_device(let_in.device, "482916").await?;
    assert_eq!(refusal(phone.home().await)?.code, ErrorCode::Revoked);
    drop(events);
    let other = desk.stranger()?.set_up(&house(), "Neighbour").await?.0;
    let own = first.paired().await?.devices[0].id;
    assert_eq!(refusal(other.remove_device(own, "").await)?.code, ErrorCode::Unknown, "not of this home");
    Ok(())
}

/// proves: J1, J6, P6
#[tokio::test]
async fn the_code_stands_before_an_invitation_and_the_duress_code_asks_for_police_in_silence() -> Result<()> {
    let desk = Desk::open().await?;
    let (owner, _) = desk.stranger()?.set_up(&house(), "Phone").await?;
    owner.set_secrets(&codes()).await?;
    owner.set_practice(0, CODE).await?;
    assert_eq!(refusal(owner.invite(DeviceRole::Member, "").await)?.code, ErrorCode::WrongCode);
    assert_eq!(refusal(owner.make_recovery("111111").await)?.code, ErrorCode::WrongCode);
    come_in(&owner.invite(DeviceRole::Member, DURESS).await?, "Phone of whoever forces me").await?;
    eventually("police are asked for", PATIENCE, async || Ok::<_, anyhow::Error>(dispatched(&desk)? == ["police"]))
        .await?;
    assert!(owner.incidents().await?.is_empty(), "nothing of it is shown");
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn sixteen_devices_may_be_let_in_and_none_gives_way_to_a_start_of_the_app_on_the_stations_machine() -> Result<()>
{
    let desk = Desk::open().await?;
    let first = desk.device().await?;
    let mut phones = vec![];
    for n in 0..16 {
        phones.push(come_in(&first.invite(DeviceRole::Member, "482916").await?, &format!("Phone {n}")).await?.0);
    }
    let one_more = first.invite(DeviceRole::Member, "482916").await?;
    assert_eq!(refusal(knock(&link(&one_more)?, "Phone").await)?.code, ErrorCode::TooManyDevices);
    for _ in 0..20 {
        desk.device().await?;
    }
    for phone in &phones {
        phone.home().await?;
    }
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn noise_at_the_outer_door_keeps_nobody_out() -> Result<()> {
    let desk = Desk::open().await?;
    let invitation = desk.device().await?.invite(DeviceRole::Member, "482916").await?;
    let (phone, _) = come_in(&invitation, "Phone").await?;
    let mut silent = vec![];
    for noise in [b"GET / HTTP/1.1\r\n\r\n".as_slice(), &[0x16; 64], b""].iter().cycle().take(300) {
        let mut line = TcpStream::connect(&invitation.addresses[0]).await?;
        // Whoever is not understood may have been sent away already.
        let _ = line.write_all(noise).await;
        silent.push(line);
    }
    phone.home().await?;
    let mut answer = vec![];
    let _ = silent[0].read_to_end(&mut answer).await;
    assert!(!answer.starts_with(b"HTTP"), "nothing is said outside of TLS");
    Ok(())
}

/// proves: V1
#[tokio::test]
async fn the_command_line_lets_a_device_in_when_every_key_was_lost() -> Result<()> {
    let desk = Desk::open().await?;
    desk.device().await?;
    let mut command = Program::station()?;
    command.args(["pair", "--member", "--data"]).arg(desk.folder.path()).stderr(Stdio::null());
    let output = command.output().await?;
    let said = String::from_utf8(output.stdout)?;
    let line = said.lines().find(|line| line.starts_with("mayday:pair?")).context("a link")?;
    let link: PairingLink = line.parse().ok().context("a link that is understood")?;
    assert!(said.contains(&link.code.to_string()) && said.contains('█'), "{said}");
    let (_, let_in) = knock(&link, "Phone").await?;
    assert_eq!(let_in.role, DeviceRole::Member);
    Ok(())
}

fn codes() -> SetSecretsRequest {
    SetSecretsRequest {
        pair: SecretPair::Codes,
        plain: CODE.to_owned().into(),
        duress: Some(DURESS.to_owned().into()),
        code: String::new().into(),
    }
}

fn link(invitation: &InvitationView) -> Result<PairingLink> {
    let link: PairingLink = invitation.link.reveal().parse().ok().context("a link that is understood")?;
    assert_eq!((link.code.to_string(), &link.addresses), (invitation.code.reveal().clone(), &invitation.addresses));
    Ok(link)
}

pub(crate) async fn come_in(invitation: &InvitationView, name: &str) -> Result<(Client, PairWithCodeResponse)> {
    Ok(knock(&link(invitation)?, name).await?)
}

/// Does what a device does with a link.
async fn knock(link: &PairingLink, name: &str) -> Result<(Client, PairWithCodeResponse), Failure> {
    let pin = Pin::to(link.fingerprint);
    let stranger = Client::elsewhere(&link.addresses[0], &pin).expect("a client");
    let proof = proof(link.code.key(), Side::Device, NONCE, &link.fingerprint, name);
    let request = PairWithCodeRequest { device_name: name.to_owned().into(), nonce: NONCE.to_owned(), proof };
    let answer = stranger.pair_with_code(&request).await?;
    Ok((stranger.with_token(answer.token.reveal().clone()), answer))
}

/// proves: V1
#[tokio::test]
async fn a_device_that_leaves_by_itself_opens_nothing_any_more_and_what_it_slid_goes_its_way() -> Result<()> {
    let desk = Desk::open().await?;
    let first = desk.device().await?;
    let (second, _) = come_in(&first.invite(DeviceRole::Member, "482916").await?, "Ana’s phone").await?;
    raise(&second, id(1)).await?;
    second.leave().await?;
    assert_eq!(refusal(second.home().await)?.code, ErrorCode::Revoked);
    comes_to(&first, id(1), IncidentPhase::Contacting).await?;
    assert_eq!(first.paired().await?.devices.len(), 1);
    let left = first.activity().await?.into_iter().find(|did| did.what == mayday_wire::Activity::LeftHome);
    assert_eq!(left.context("it is told")?.by.map(|by| by.reveal().clone()).as_deref(), Some("Ana’s phone"));
    Ok(())
}
