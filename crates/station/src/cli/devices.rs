//! `mayday-station devices`, `pair` and `revoke`: which devices may speak, letting one more in, and removing one.

use anyhow::{Context, bail};
use mayday_protocol::{DeviceId, HomeId};
use mayday_wire::DeviceRole;
use qrcode::QrCode;
use qrcode::render::unicode;

use super::alarm::only_home;
use crate::client::Client;
use crate::config::Folder;
use crate::store::{Store, homes};

pub(super) fn list(folder: &Folder) -> anyhow::Result<()> {
    let db = super::read_only(folder)?;
    let mut statement = db.prepare("SELECT id, added_ms, revoked_ms, role, name FROM devices ORDER BY added_ms")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, added, revoked, role, name): (String, i64, Option<i64>, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        let revoked = revoked.map_or_else(|| "-".to_owned(), |at| at.to_string());
        println!("{id} {added} {revoked} {role} {name}");
    }
    Ok(())
}

/// Asks the station that runs over the folder for a code, and shows it in every form.
pub(super) async fn pair(folder: &Folder, home: Option<HomeId>, member: bool) -> anyhow::Result<()> {
    let home = match home {
        Some(home) => home,
        None => only_home(&super::read_only(folder)?)?,
    };
    let role = if member { DeviceRole::Member } else { DeviceRole::Owner };
    let station = Client::local(&folder.socket())?;
    let invitation = station.invite_to(home, role).await.context("no device was invited: does the station run?")?;
    let link = invitation.link.reveal();
    let picture = QrCode::new(link)?.render::<unicode::Dense1x2>().build();
    println!("{picture}\n\n{}\n{link}", invitation.code.reveal());
    invitation.addresses.iter().for_each(|address| println!("{address}"));
    Ok(())
}

/// Asks the station that runs over the folder; without one, writes to its store.
pub(super) async fn revoke(folder: &Folder, device: DeviceId) -> anyhow::Result<()> {
    if !folder.database().exists() {
        bail!("there is no station in {}", folder.path().display());
    }
    match folder.lock()? {
        Some(_lock) => revoke_in_store(folder, device)?,
        None => Client::local(&folder.socket())?.revoke(device).await.context("the device was not removed")?,
    }
    println!("{device} is removed from its home.");
    Ok(())
}

fn revoke_in_store(folder: &Folder, device: DeviceId) -> anyhow::Result<()> {
    let now = mayday_clock::system().now();
    let mut store = Store::open(&folder.database(), now)?;
    let tx = store.begin()?;
    homes::revoke(&tx, device, now.wall_ms())?.context("no device has this id")?;
    Ok(tx.commit()?)
}
