//! T5: how many whole incidents the station takes in a second over sixteen connections.
//!
//! A whole incident is one request here: the commit of a signal that the station has not heard of. It is accepted,
//! help is requested and the first call is ordered in one transaction, and only then acknowledged. Each comes from a home
//! of its own, with contacts of its own: in one home every further call would wait for the same person's telephone.

use std::path::Path;
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use rusqlite::Connection;

use crate::figure::{Figure, Target};
use crate::frames::Panel;
use crate::http::{Ids, Line, signal};
use crate::peers::{self, Writes};
use crate::station::{Station, home_token};
use crate::statistics::Samples;

const CONNECTIONS: u32 = 16;
/// Each server is asked for so long, in turn, with fresh files each time.
const WINDOW: Duration = Duration::from_secs(2);
const ROUNDS: u32 = 5;
/// More than any connection asks for in one window.
const HOMES_A_CONNECTION: u32 = 3_000;
/// Until the station has placed all the calls that it owes.
const QUIET: Duration = Duration::from_secs(60);

/// What one server took in a second, once for each round.
#[derive(Default)]
struct Rates {
    station: Samples,
    holds: Samples,
    rows: Samples,
    lean: Samples,
    receiver: Samples,
    /// Seconds until the station had placed every first call.
    behind: Samples,
}

pub(crate) fn measure() -> Result<Vec<Figure>> {
    let program = peers::floor_program()?;
    let mut rates = Rates::default();
    let mut no_receiver = None;
    for _ in 0..ROUNDS {
        let station = Station::start_with_homes(CONNECTIONS * HOMES_A_CONNECTION)?;
        rates.station.push(incidents(&station.socket())?);
        rates.behind.push(station.quiet(QUIET)?.as_secs_f64());
        let holding = Station::start()?;
        rates.holds.push(signals(&holding.socket(), "hold", Some(holding.token()))?);
        drop(holding);
        floors(&station, &program, &mut rates)?;
        match receiver(station.folder()) {
            Ok(rate) => rates.receiver.push(rate),
            Err(error) => no_receiver = Some(error),
        }
    }
    Ok(figures(&rates, no_receiver))
}

fn floors(station: &Station, program: &Path, rates: &mut Rates) -> Result<()> {
    let pattern = Ids::new(u32::MAX).next();
    station.write_pattern(&pattern)?;
    for (writes, into) in [(Writes::Lean, &mut rates.lean), (Writes::Rows, &mut rates.rows)] {
        let pattern = (station.database_path(), pattern.as_str());
        let (_peer, socket) = peers::floor(program, station.folder(), writes, (&pattern.0, pattern.1))?;
        into.push(signals(&socket, "commit", None)?);
    }
    Ok(())
}

/// Whole incidents acknowledged in a second, each of another home.
fn incidents(socket: &Path) -> Result<f64> {
    in_parallel(|number| {
        let mut line = Line::connect(socket)?;
        let mut ids = Ids::new(number);
        let mut home = number * HOMES_A_CONNECTION;
        Ok(move || {
            home += 1;
            ensure!(home <= (number + 1) * HOMES_A_CONNECTION, "there are no homes left to ask for");
            line.ask(&signal(&ids.next(), "commit", Some(&home_token(home)))).map(drop)
        })
    })
}

/// Signals acknowledged in a second.
fn signals(socket: &Path, word: &'static str, token: Option<&str>) -> Result<f64> {
    in_parallel(|number| {
        let mut line = Line::connect(socket)?;
        let mut ids = Ids::new(number);
        Ok(move || line.ask(&signal(&ids.next(), word, token)).map(drop))
    })
}

/// Frames acknowledged in a second, if as many were stored.
fn receiver(folder: &Path) -> Result<f64> {
    let path = folder.join("receiver.db");
    let (_peer, port) = peers::receiver(&path)?;
    let rate = in_parallel(|_| {
        let mut panel = Panel::connect(port)?;
        Ok(move || panel.alarm())
    })?;
    let stored: u32 = Connection::open(path)?.query_row("SELECT count(*) FROM events", [], |row| row.get(0))?;
    let least = rate * WINDOW.as_secs_f64() * 0.95;
    (f64::from(stored) > least).then_some(rate).with_context(|| format!("pysiaalarm stored {stored} of {least:.0}"))
}

/// Does it over all connections at once, again and again, and says how often in a second it was done.
fn in_parallel<'a, F>(connect: impl Fn(u32) -> Result<F>) -> Result<f64>
where
    F: FnMut() -> Result<()> + Send + 'a,
{
    let connected: Vec<F> = (0..CONNECTIONS).map(connect).collect::<Result<_>>()?;
    let began = Instant::now();
    let counts: Vec<u32> = thread::scope(|scope| {
        let threads: Vec<_> = connected.into_iter().map(|ask| scope.spawn(move || count(ask, began))).collect();
        let ended = |thread: ScopedJoinHandle<'_, Result<u32>>| thread.join().map_err(|_| anyhow!("it panicked"))?;
        threads.into_iter().map(ended).collect::<Result<_>>()
    })?;
    Ok(f64::from(counts.iter().sum::<u32>()) / began.elapsed().as_secs_f64())
}

fn count(mut ask: impl FnMut() -> Result<()>, began: Instant) -> Result<u32> {
    let mut count = 0;
    while began.elapsed() < WINDOW {
        ask()?;
        count += 1;
    }
    Ok(count)
}

fn figures(rates: &Rates, no_receiver: Option<anyhow::Error>) -> Vec<Figure> {
    let station = rates.station.p50();
    let note = format!(
        "{station:.0} whole incidents/s (one commit each; holds alone {:.0}/s), every first call placed {:.1} s after \
         the last; over a C server that writes one row with the same state, {:.0}/s; over one that writes the \
         station's own rows, {:.0}/s, it is {:.2}",
        rates.holds.p50(),
        rates.behind.p50(),
        rates.lean.p50(),
        rates.rows.p50(),
        station / rates.rows.p50(),
    );
    let mut figures =
        vec![Figure { id: "T5", part: "floor", ratio: station / rates.lean.p50(), target: Target::AtLeast(0.6), note }];
    let target = Target::AtLeast(4.0);
    figures.push(match no_receiver {
        None => {
            let note = format!(
                "over pysiaalarm storing each event in SQLite, {:.0}/s; it acknowledges before it stores",
                rates.receiver.p50()
            );
            Figure { id: "T5", part: "pysiaalarm", ratio: station / rates.receiver.p50(), target, note }
        }
        Some(error) => {
            let note = format!("not measured: {error:#}");
            Figure { id: "T5", part: "pysiaalarm", ratio: 0.0, target, note }
        }
    });
    figures
}
