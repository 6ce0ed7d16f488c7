//! The cameras and doorbells of a home: which there are, and what the household calls them.

use mayday_protocol::{Camera, CameraId, HomeId, Redacted};
use mayday_wire::{CameraKind, CameraView};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::reader::id;
use super::signals::Slot;
use crate::random;

/// The cameras that a home has, in order.
pub(crate) fn of_home(db: &Connection, home: HomeId) -> rusqlite::Result<Vec<CameraView>> {
    db.prepare_cached(
        "SELECT id, name, kind, compatible FROM cameras WHERE home = ?1 AND position IS NOT NULL ORDER BY position",
    )?
    .query_map(params![home.to_string()], view)?
    .collect()
}

/// Makes the list as long as the set-up says. Of each sort, those that work with SOS and those that do not, the first stay
/// what they are; the last go when there are fewer.
pub(crate) fn set(db: &Connection, home: HomeId, cameras: &[Camera]) -> rusqlite::Result<()> {
    let mut known = of_home(db, home)?;
    db.execute("UPDATE cameras SET position = NULL WHERE home = ?1", params![home.to_string()])?;
    for (camera, position) in cameras.iter().zip(1..) {
        match known.iter().position(|known| known.compatible == camera.compatible) {
            Some(at) => db.execute(
                "UPDATE cameras SET position = ?2 WHERE id = ?1",
                params![known.remove(at).id.to_string(), position],
            )?,
            None => db.execute(
                "INSERT INTO cameras (id, home, position, name, kind, compatible) VALUES (?1, ?2, ?3, '', 'camera', ?4)",
                params![
                    CameraId::from_random(random::bytes()).to_string(),
                    home.to_string(),
                    position,
                    camera.compatible,
                ],
            )?,
        };
    }
    Ok(())
}

/// Names a camera of a home. `false`: the home has no such camera.
pub(crate) fn name(
    db: &Connection,
    home: HomeId,
    camera: CameraId,
    name: &Redacted<String>,
    kind: CameraKind,
) -> rusqlite::Result<bool> {
    let named = db.execute(
        "UPDATE cameras SET name = ?3, kind = ?4 WHERE home = ?1 AND id = ?2 AND position IS NOT NULL",
        params![home.to_string(), camera.to_string(), name.reveal(), word(kind)],
    )?;
    Ok(named > 0)
}

/// Notes from which camera's picture a signal was slid (S3). A camera that the home does not have is left out.
pub(crate) fn attach(db: &Connection, at: Slot, camera: CameraId) -> rusqlite::Result<bool> {
    let attached = db
        .prepare_cached(
            "UPDATE signals SET camera = ?3 WHERE home = ?1 AND signal = ?2
             AND EXISTS (SELECT 1 FROM cameras WHERE id = ?3 AND home = ?1)",
        )?
        .execute(params![at.home.to_string(), at.signal.to_string(), camera.to_string()])?;
    Ok(attached > 0)
}

/// The camera from whose picture a signal was slid, under the name that it has now.
pub(crate) fn attached(db: &Connection, at: Slot) -> rusqlite::Result<Option<CameraView>> {
    db.prepare_cached(
        "SELECT cameras.id, cameras.name, cameras.kind, cameras.compatible
         FROM signals JOIN cameras ON cameras.id = signals.camera WHERE signals.home = ?1 AND signal = ?2",
    )?
    .query_row(params![at.home.to_string(), at.signal.to_string()], view)
    .optional()
}

fn view(row: &Row<'_>) -> rusqlite::Result<CameraView> {
    let (name, kind): (String, String) = (row.get(1)?, row.get(2)?);
    let kind = if kind == word(CameraKind::Doorbell) { CameraKind::Doorbell } else { CameraKind::Camera };
    Ok(CameraView { id: id(row, 0)?, name: name.into(), kind, compatible: row.get(3)? })
}

const fn word(kind: CameraKind) -> &'static str {
    match kind {
        CameraKind::Camera => "camera",
        CameraKind::Doorbell => "doorbell",
    }
}
