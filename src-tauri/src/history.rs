//! The history of the home, as the station's household view has it: looked through by a filter, and made into the files
//! that a person asks for. Nothing of it is kept in the app.

#[cfg(test)]
mod tests;

use mayday_protocol::plan::Course;
use mayday_protocol::{IncidentId, Kind};
use mayday_wire::{ErrorBody, ErrorCode, HistoryFilter, HistoryGroup, HistoryPageView, HomeView, IncidentView, Mode};
use serde::Serialize;

use crate::downloads::Draft;
use crate::station::Station;

/// Incidents on one page of the window.
const PAGE: usize = 30;
/// Incidents that the station is asked for at a time.
const BATCH: u16 = 50;
/// Incidents in one file. A home with more of them chooses a shorter period.
const FILE: usize = 1_000;
/// Bytes of a page to print.
const PRINTED: usize = 8 * 1024 * 1024;

/// How a page to print begins. Whatever stands behind it, a browser runs no script in it and loads nothing for it.
pub(crate) const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'\">\n";

/// A page of the history, from its newest incident or from another one on.
pub(crate) async fn page(
    station: &Station,
    filter: HistoryFilter,
    before: Option<IncidentId>,
) -> Result<HistoryPageView, ErrorBody> {
    look(station, Search::new(filter, PAGE), before).await
}

/// Everything that fits, each with its signed receipt, as one file; and how many there are.
pub(crate) async fn exported(
    station: &Station,
    home: &HomeView,
    filter: HistoryFilter,
) -> Result<(Draft, u32), ErrorBody> {
    let HistoryPageView { incidents, more } = look(station, Search::new(filter, FILE), None).await?;
    if more {
        return Err(too_large());
    }
    let mut rows = Vec::with_capacity(incidents.len());
    for incident in incidents {
        let receipt = station.receipt(incident.id).await?;
        let receipt = serde_json::from_str(&receipt).map_err(|_| ErrorCode::Unreachable)?;
        rows.push(Row { incident, receipt });
    }
    let count = u32::try_from(rows.len()).map_err(|_| too_large())?;
    Ok((document(home, filter, rows)?, count))
}

/// What the window has put together to be printed.
pub(crate) fn printed(page: &str) -> Result<Draft, ErrorBody> {
    if page.len() > PRINTED {
        return Err(too_large());
    }
    Ok(Draft { name: "Mayday history".to_owned(), extension: "html", contents: format!("{HEAD}{page}").into_bytes() })
}

/// A receipt as a file: byte by byte what the station gave, because it is signed.
pub(crate) async fn receipt(station: &Station, incident: IncidentId) -> Result<Draft, ErrorBody> {
    let contents = station.receipt(incident).await?;
    let id = incident.to_string();
    Ok(Draft { name: format!("Mayday receipt {}", &id[..8]), extension: "json", contents: contents.into_bytes() })
}

fn too_large() -> ErrorBody {
    let sentence = "That is more than one file takes. Choose a shorter period or one kind.".to_owned();
    ErrorBody { sentence, ..ErrorCode::TooLarge.into() }
}

async fn look(station: &Station, mut search: Search, from: Option<IncidentId>) -> Result<HistoryPageView, ErrorBody> {
    let mut before = from;
    loop {
        let batch = station.incidents(before, BATCH).await?;
        before = batch.last().map(|last| last.id);
        if let Some(more) = search.hear(batch) {
            return Ok(HistoryPageView { incidents: search.found, more });
        }
    }
}

/// What has been found so far, without knowing where from.
struct Search {
    filter: HistoryFilter,
    most: usize,
    found: Vec<IncidentView>,
}

impl Search {
    const fn new(filter: HistoryFilter, most: usize) -> Self {
        Self { filter, most, found: vec![] }
    }

    /// Takes what the station gave next, newest first. Once nothing more is needed: whether something more would fit.
    fn hear(&mut self, batch: Vec<IncidentView>) -> Option<bool> {
        let last = batch.len() < usize::from(BATCH);
        for incident in batch {
            if self.is_before(&incident) {
                return Some(false);
            }
            if self.filter.group.is_none_or(|group| group == group_of(&incident)) {
                if self.found.len() == self.most {
                    return Some(true);
                }
                self.found.push(incident);
            }
        }
        last.then_some(false)
    }

    /// Whether it, and so everything earlier, is from before the period.
    fn is_before(&self, incident: &IncidentView) -> bool {
        let began = incident.timeline.first().map(|entry| entry.at_ms);
        self.filter.since_ms.zip(began).is_some_and(|(since, began)| began < since)
    }
}

/// A drill of an SOS is a drill, whatever was slid.
fn group_of(incident: &IncidentView) -> HistoryGroup {
    match (incident.plan.course, incident.kind) {
        (Course::Practice | Course::Drill, _) => HistoryGroup::DrillsAndPractice,
        (Course::Full | Course::Unmonitored, Kind::SosPolice | Kind::SosFire | Kind::SosMedical | Kind::SirenOnly) => {
            HistoryGroup::Sos
        }
        (
            Course::Full | Course::Unmonitored,
            Kind::Burglar
            | Kind::Smoke
            | Kind::CarbonMonoxide
            | Kind::Panic
            | Kind::Duress
            | Kind::Flood
            | Kind::Freeze,
        ) => HistoryGroup::Alarms,
    }
}

/// An incident of the file.
#[derive(Serialize)]
struct Row {
    incident: IncidentView,
    receipt: serde_json::Value,
}

/// The file, as docs/api.md describes it.
#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    mode: Mode,
    street: &'a str,
    city: &'a str,
    filter: HistoryFilter,
    incidents: Vec<Row>,
}

fn document(home: &HomeView, filter: HistoryFilter, incidents: Vec<Row>) -> Result<Draft, ErrorBody> {
    let document = Document {
        format: "mayday-history-1",
        mode: home.mode,
        street: home.street.reveal(),
        city: home.city.reveal(),
        filter,
        incidents,
    };
    let contents = serde_json::to_vec_pretty(&document).map_err(|_| ErrorCode::NotSaved)?;
    Ok(Draft { name: "Mayday history".to_owned(), extension: "json", contents })
}
