//! T1: from a signal to its durable acknowledgement, over the station's own socket on a connection that is kept alive.
//!
//! A whole incident is two acknowledged requests: the hold at the slide, and the commit five seconds later. Each is
//! one transaction, and each is a sample. Between two pairs the station finishes what it does by itself (it reports
//! that the first contact's phone rings), so that the floor is not measured in its shadow.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::figure::{Figure, Target};
use crate::floor::Floor;
use crate::http::{Ids, Line, signal};
use crate::peers::{self, Writes};
use crate::station::Station;
use crate::statistics::{Samples, ms};

/// Pairs that are not counted.
const WARM_UP: usize = 200;
/// Pairs that are: fewer than fit into the 25 seconds after which unanswered calls are given up.
const PAIRS: usize = 2_000;
/// What the station does by itself after a commit takes a millisecond.
const QUIET: Duration = Duration::from_secs(5);

/// Hold and commit of one server.
#[derive(Default)]
struct Pair {
    hold: Samples,
    commit: Samples,
    both: Samples,
}

impl Pair {
    fn sample(&mut self, line: &mut Line, id: &str, token: Option<&str>) -> Result<()> {
        let (hold, commit) = (signal(id, "hold", token), signal(id, "commit", token));
        let began = Instant::now();
        self.hold.time(|| line.ask(&hold).map(drop))?;
        self.commit.time(|| line.ask(&commit).map(drop))?;
        self.both.push(ms(began.elapsed()));
        Ok(())
    }

    fn each(&self) -> Samples {
        self.hold.with(&self.commit)
    }
}

pub(crate) fn measure() -> Result<Vec<Figure>> {
    let program = peers::floor_program()?;
    let station = Station::start()?;
    let mut ids = Ids::new(1);
    let pattern = ids.next();
    station.write_pattern(&pattern)?;
    let pattern = (station.database_path(), pattern);
    let pattern = (pattern.0.as_path(), pattern.1.as_str());
    let (_peer, socket) = peers::floor(&program, station.folder(), Writes::Rows, pattern)?;
    let mut floor = Floor::new(station.folder())?;
    let (mut ours, mut theirs) = (Line::connect(&station.socket())?, Line::connect(&socket)?);
    let (mut station_pair, mut floor_pair) = (Pair::default(), Pair::default());
    for round in 0..WARM_UP + PAIRS {
        if round == WARM_UP {
            (station_pair, floor_pair) = Default::default();
            floor = Floor::new(station.folder())?;
        }
        floor.sample()?;
        station_pair.sample(&mut ours, &ids.next(), Some(station.token()))?;
        station.quiet(QUIET)?;
        floor_pair.sample(&mut theirs, &ids.next(), None)?;
    }
    Ok(figures(&floor, &station_pair, &floor_pair))
}

fn figures(floor: &Floor, station: &Pair, peer: &Pair) -> Vec<Figure> {
    let base = floor.whole.p50();
    let each = station.each();
    let note = format!(
        "per acknowledged request {:.2} ms (hold {:.2}, commit {:.2}; the pair {:.2} = {:.2} of two floors); {}; a C \
         server that writes the same rows {:.2}",
        each.p50(),
        station.hold.p50(),
        station.commit.p50(),
        station.both.p50(),
        station.both.p50() / (2.0 * base),
        floor.note(),
        peer.each().p50() / base,
    );
    let tail = format!(
        "per acknowledged request {:.2} ms (hold {:.2}, commit {:.2}); the floor's own p99 {:.2}; the C server {:.2}",
        each.p99(),
        station.hold.p99(),
        station.commit.p99(),
        floor.whole.p99() / base,
        peer.each().p99() / base,
    );
    vec![
        Figure { id: "T1", part: "p50", ratio: each.p50() / base, target: Target::AtMost(1.6), note },
        Figure { id: "T1", part: "p99", ratio: each.p99() / base, target: Target::AtMost(4.0), note: tail },
    ]
}
