//! Everything that a network can do to hold, commit and cancel, two hundred times: doubled, reordered, late, over
//! restarts. A model of three lines says where the signal has to stand.

use std::collections::BTreeSet;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use mayday_protocol::SignalId;
use mayday_station::client::Client;
use mayday_wire::{SignalResponse, SignalStanding};
use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::desk::{Desk, police};

const PERMUTATIONS: u64 = 200;
/// A restart takes longer than all the rest.
const RESTART_EVERY: u64 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Hold {
        since_slide_ms: u64,
    },
    Commit,
    Cancel {
        after_ms: u64,
    },
    Ask,
    /// Seven seconds pass: whatever is held, the station acts on by itself.
    Pass,
    Restart,
}

/// Where the signal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Model {
    Unknown,
    Held,
    ActedByItself,
    Committed,
    Cancelled,
}

/// proves: A7, C2, E1
#[tokio::test]
async fn two_hundred_shuffles_of_doubled_messages_are_one_incident_each_with_one_consistent_standing() -> Result<()> {
    let mut random = Random::seeded();
    let mut desk = Desk::open().await?;
    desk.device().await?;
    // Each in a home of its own: a contact who is in another call of ours would be passed over at once.
    let homes = homes(&mut desk).await?;
    for (n, token) in (0..PERMUTATIONS).zip(homes) {
        let phone = desk.stranger()?.with_token(token);
        desk.clock.advance(1);
        let signal = SignalId::from_random(u128::from(n + 1).to_be_bytes());
        let steps = random.story(n % RESTART_EVERY == 0);
        let mut model = Model::Unknown;
        let mut incidents = BTreeSet::new();
        for step in &steps {
            model = model.after(*step);
            let answer = deliver(&mut desk, &phone, signal, *step).await?;
            let told = format!("seed {}, permutation {n}, {step:?} of {steps:?}: {answer:?}", random.seed);
            let Some(answer) = answer else { continue };
            assert!(model.agrees(&answer.standing), "{model:?}: {told}");
            if let SignalStanding::Committed { incident } = answer.standing {
                incidents.insert(incident);
            }
        }
        assert!(incidents.len() <= 1, "seed {}, permutation {n}: {incidents:?}", random.seed);
        let listed = phone.incidents().await?.into_iter().filter(|incident| incident.signal == signal).count();
        assert!(listed <= 1, "seed {}, permutation {n}: {listed} incidents", random.seed);
    }
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let doubled = "SELECT count(*) FROM (SELECT 1 FROM dispatch_log GROUP BY incident, service HAVING count(*) > 1)";
    assert_eq!(db.query_row(doubled, [], |row| row.get::<_, i64>(0))?, 0, "nobody is asked for twice");
    Ok(())
}

/// As many homes like the demo's, each with a device and one contact; the tokens come back.
async fn homes(desk: &mut Desk) -> Result<Vec<String>> {
    desk.stop().await;
    let db = rusqlite::Connection::open(desk.folder.path().join("station.db"))?;
    let facts: String = db.query_row("SELECT facts FROM homes", [], |row| row.get(0))?;
    let home = "INSERT INTO homes (id, mode, street, city, facts, tryout) VALUES (?1, 'demo', '', '', ?2, 0)";
    let contact = "INSERT INTO contacts (id, home, position, name, phone) VALUES (?1, ?1, 1, '', ?1)";
    let device = "INSERT INTO devices (id, home, token_hash, name, added_ms) VALUES (?1, ?1, ?2, '', 0)";
    let mut tokens = vec![];
    for n in 0..PERMUTATIONS {
        let (id, token) = (format!("{:032x}", n + 1), format!("the token of home {n}"));
        let hash: [u8; 32] = Sha256::digest(&token).into();
        db.execute(home, params![id, facts])?;
        db.execute(contact, params![id])?;
        db.execute(device, params![id, hash])?;
        tokens.push(token);
    }
    desk.restart().await?;
    Ok(tokens)
}

async fn deliver(desk: &mut Desk, phone: &Client, signal: SignalId, step: Step) -> Result<Option<SignalResponse>> {
    let answer = match step {
        Step::Hold { since_slide_ms } => phone.hold(signal, &police(since_slide_ms)).await?,
        Step::Commit => phone.commit(signal, &police(5_000)).await?,
        Step::Cancel { after_ms } => phone.cancel(signal, after_ms).await?,
        Step::Ask => return Ok(phone.ask(signal).await.ok()),
        Step::Pass => {
            desk.clock.advance(7_000);
            return Ok(None);
        }
        Step::Restart => {
            desk.restart().await?;
            return Ok(None);
        }
    };
    Ok(Some(answer))
}

impl Model {
    fn after(self, step: Step) -> Self {
        match (self, step) {
            (Self::Committed | Self::Cancelled, _) | (_, Step::Ask | Step::Restart) => self,
            (Self::Unknown, Step::Hold { .. }) => Self::Held,
            (Self::Unknown | Self::Held | Self::ActedByItself, Step::Commit) => Self::Committed,
            (Self::Unknown | Self::Held, Step::Cancel { .. }) => Self::Cancelled,
            (Self::ActedByItself, Step::Cancel { after_ms }) if after_ms < 5_000 => Self::Cancelled,
            (Self::Held, Step::Pass) => Self::ActedByItself,
            (Self::Held | Self::ActedByItself, Step::Hold { .. })
            | (Self::ActedByItself, Step::Cancel { .. } | Step::Pass)
            | (Self::Unknown, Step::Pass) => self,
        }
    }

    fn agrees(self, standing: &SignalStanding) -> bool {
        match standing {
            SignalStanding::Held { .. } => self == Self::Held,
            SignalStanding::Committed { .. } => matches!(self, Self::ActedByItself | Self::Committed),
            SignalStanding::Cancelled => self == Self::Cancelled,
        }
    }
}

/// Small and repeatable: the same seed tells the same stories.
struct Random {
    seed: u64,
    state: u64,
}

impl Random {
    /// `MAYDAY_SEED`, or another one each time.
    fn seeded() -> Self {
        let given = std::env::var("MAYDAY_SEED").ok().and_then(|seed| seed.parse().ok());
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seed = given.unwrap_or_else(|| u64::from(since.subsec_nanos()) << 20 | since.as_secs() & 0xf_ffff);
        println!("MAYDAY_SEED={seed}");
        Self { seed, state: seed | 1 }
    }

    /// Each message once to three times, and what else happens, in any order.
    fn story(&mut self, restarts: bool) -> Vec<Step> {
        let messages = [
            Step::Hold { since_slide_ms: 0 },
            Step::Hold { since_slide_ms: 400 },
            Step::Commit,
            Step::Cancel { after_ms: 4_000 },
            Step::Cancel { after_ms: 5_000 },
            Step::Ask,
        ];
        let mut steps = vec![];
        for message in messages {
            steps.extend(std::iter::repeat_n(message, 1 + self.below(3)));
        }
        steps.extend(std::iter::repeat_n(Step::Pass, self.below(2)));
        steps.extend(std::iter::repeat_n(Step::Restart, usize::from(restarts)));
        for at in (1..steps.len()).rev() {
            let other = self.below(at + 1);
            steps.swap(at, other);
        }
        steps
    }

    /// xorshift64*.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let high = self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or(0) % limit
    }
}
