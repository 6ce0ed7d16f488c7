//! Files that a person asked for: put into the downloads folder, whole, under a name that nothing there has.
//!
//! Nothing else of the app writes outside of its own folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use mayday_wire::ErrorCode;
use tauri::{AppHandle, Manager as _};

/// How often a free name is looked for before the folder counts as one that takes nothing.
const NAMES: u32 = 100;

/// Bytes of a picture: an uncompressed one of the largest cameras.
const MOST_OF_PICTURE: usize = 32 << 20;

/// A file that is to be saved.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Its name, without what is behind the dot. Only letters, digits, spaces and hyphens of it are kept.
    pub(crate) name: String,
    /// What is behind the dot.
    pub(crate) extension: &'static str,
    /// What is in it.
    pub(crate) contents: Vec<u8>,
}

/// A picture of a camera as a file, where it is one: what a window hands over is looked at first.
pub(crate) fn picture(bytes: &[u8]) -> Option<Draft> {
    let is_jpeg = bytes.starts_with(&[0xff, 0xd8, 0xff]) && bytes.len() <= MOST_OF_PICTURE;
    is_jpeg.then(|| Draft { name: "Mayday picture".to_owned(), extension: "jpg", contents: bytes.to_vec() })
}

/// Where downloads go. Not every system has a folder for them.
pub(crate) fn folder(app: &AppHandle) -> Result<PathBuf, ErrorCode> {
    app.path().download_dir().or_else(|_| app.path().home_dir()).map_err(|_| ErrorCode::NotSaved)
}

/// Puts a file into a folder, and says where it is.
pub(crate) async fn save(folder: PathBuf, draft: Draft) -> Result<String, ErrorCode> {
    let extension = draft.extension;
    let saved = tokio::task::spawn_blocking(move || put(&folder, &draft)).await;
    let saved = saved.map_err(io::Error::other).flatten();
    saved.map(|path| path.display().to_string()).map_err(|error| {
        tracing::warn!(%error, extension, "a file could not be saved");
        ErrorCode::NotSaved
    })
}

fn put(folder: &Path, draft: &Draft) -> io::Result<PathBuf> {
    let (path, mut file) = free(folder, &draft.name, draft.extension)?;
    // Half a file would be taken for a whole one.
    let written = file.write_all(&draft.contents).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(&path)))?;
    Ok(path)
}

/// A file that was not there before, for this user alone where the system knows users.
fn free(folder: &Path, name: &str, extension: &str) -> io::Result<(PathBuf, File)> {
    let name: String = name.chars().filter(|letter| letter.is_alphanumeric() || " -".contains(*letter)).collect();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    for number in 1..=NAMES {
        let mark = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{name}{mark}.{extension}"));
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// proves: V3
    #[tokio::test]
    async fn what_is_saved_is_there_byte_by_byte_for_its_owner_alone_and_nothing_is_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = save(folder.path().to_owned(), draft("{\"a\":\"ü\"}")).await.expect("it is saved");
        let second = save(folder.path().to_owned(), draft("other")).await.expect("it is saved");
        assert!(first.ends_with("Mayday history.json") && second.ends_with("Mayday history (2).json"), "{second}");
        assert_eq!(fs::read(&first).expect("it is there"), "{\"a\":\"ü\"}".as_bytes());
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&first).expect("it is there").permissions()) & 0o777,
            0o600
        );
    }

    #[tokio::test]
    async fn a_name_never_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("a folder");
        let saved =
            save(inner.clone(), Draft { name: "../../evil".to_owned(), ..draft("") }).await.expect("it is saved");
        assert_eq!(PathBuf::from(saved).parent(), Some(inner.as_path()));
    }

    #[tokio::test]
    async fn a_folder_that_is_not_there_or_takes_no_further_name_is_a_refusal_with_a_sentence() {
        let folder = tempfile::tempdir().expect("a folder");
        let gone = save(folder.path().join("gone"), draft("")).await;
        assert_eq!(gone, Err(ErrorCode::NotSaved));
        for _ in 0..NAMES {
            save(folder.path().to_owned(), draft("")).await.expect("it is saved");
        }
        assert_eq!(save(folder.path().to_owned(), draft("")).await, Err(ErrorCode::NotSaved));
    }

    fn draft(contents: &str) -> Draft {
        Draft { name: "Mayday history".to_owned(), extension: "json", contents: contents.as_bytes().to_vec() }
    }
}
