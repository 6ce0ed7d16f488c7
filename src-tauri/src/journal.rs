//! The SOS that is under way, on disk: one entry, replaced as a whole, on a thread of its own, so
//! that a slow or broken disk delays nothing.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use mayday_protocol::sos::Entry;

use crate::folder::{Folder, replace};

/// What was found at the start.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing is under way.
    Nothing,
    /// An SOS was under way, or had just ended.
    Entry(Entry),
    /// The file is there and cannot be understood. It was put aside.
    Unreadable,
}

/// The way to the writing thread.
pub(crate) struct Journal(Option<Sender<Entry>>);

impl Journal {
    /// Starts the writer; `written` hears after each entry whether it is on the disk.
    pub(crate) fn start(folder: &Folder, written: impl Fn(bool) + Send + 'static) -> Self {
        let (entries, inbox) = channel::<Entry>();
        let path = path(folder);
        let writer = move || {
            for entry in inbox {
                let kept = serde_json::to_vec(&entry).map_err(Into::into).and_then(|bytes| replace(&path, &bytes));
                if let Err(error) = &kept {
                    tracing::error!(error = format!("{error:#}"), "the journal of an SOS cannot be written");
                }
                written(kept.is_ok());
            }
        };
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(writer);
        Self(thread.is_ok().then_some(entries))
    }

    /// Keeps an entry, beside whatever else goes on. `false`: there is nobody to write it.
    pub(crate) fn keep(&self, entry: Entry) -> bool {
        self.0.as_ref().is_some_and(|entries| entries.send(entry).is_ok())
    }
}

/// Reads what an earlier run left behind.
pub(crate) fn read(folder: &Folder) -> Found {
    let path = path(folder);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Found::Nothing,
        Err(error) => {
            tracing::error!(%error, "the journal of an SOS cannot be read");
            return Found::Unreadable;
        }
    };
    serde_json::from_slice(&bytes).map(Found::Entry).unwrap_or_else(|error| {
        tracing::error!(%error, "the journal of an SOS is not understood and is put aside");
        let _ = fs::rename(&path, path.with_extension("unreadable"));
        Found::Unreadable
    })
}

fn path(folder: &Folder) -> PathBuf {
    folder.path().join("sos.json")
}
