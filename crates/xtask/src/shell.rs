//! Running other programs at the repository's root.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{env, thread};

use anyhow::{Context, Result, bail, ensure};

/// What a finished program left unread is there at once; a program that it left behind may hold its output open.
const LAST_LINES: Duration = Duration::from_secs(1);

/// The repository.
pub(crate) fn root() -> PathBuf {
    // At run time, because cargo takes two checkouts that share a target folder for one.
    let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    let crates = package.parent().expect("xtask lies in the crates folder");
    crates.parent().expect("the crates folder lies in the repository").to_owned()
}

/// A program at the repository's root.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Cargo, the same that runs this.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = program(&env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.args(arguments);
    command
}

/// Runs it to its end, its output on the screen.
pub(crate) fn execute(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("`{shown}` cannot be started"))?;
    ensure!(status.success(), "`{shown}` ended with {status}");
    Ok(())
}

/// What a program writes to standard output; an error when it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("`{shown}` cannot be started"))?;
    ensure!(output.status.success(), "`{shown}` ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether it can be started and succeeds; silently.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// Runs it to its end with its output on the screen, and gives each line of standard output to `read` too,
/// also when it fails.
pub(crate) fn execute_reading(command: &mut Command, read: impl FnMut(&str)) -> Result<()> {
    let shown = shown(command);
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = started.with_context(|| format!("`{shown}` cannot be started"))?;
    let stdout = child.stdout.take().context("its output was asked for")?;
    let (send, lines) = mpsc::channel();
    thread::spawn(move || echo(stdout, &send));
    let status = child.wait()?;
    last_lines(&lines).iter().map(String::as_str).for_each(read);
    ensure!(status.success(), "`{shown}` ended with {status}");
    Ok(())
}

/// Prints every line as it comes, and keeps it.
fn echo(from: impl Read, keep: &Sender<String>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        if keep.send(text.into_owned()).is_err() {
            return;
        }
        line.clear();
    }
}

fn last_lines(lines: &Receiver<String>) -> Vec<String> {
    std::iter::from_fn(|| lines.recv_timeout(LAST_LINES).ok()).collect()
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Where cargo puts what it builds, for debugging.
pub(crate) fn build_folder() -> Result<PathBuf> {
    Ok(target_folder()?.join("debug"))
}

/// Where cargo puts what it builds, for release.
pub(crate) fn release_folder() -> Result<PathBuf> {
    Ok(target_folder()?.join("release"))
}

fn target_folder() -> Result<PathBuf> {
    let metadata = output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    target_directory(&metadata).context("cargo does not say where its target folder is")
}

/// A built program of ours.
pub(crate) fn built(name: &str) -> Result<PathBuf> {
    let path = build_folder()?.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if !path.is_file() {
        bail!("{} was not built", path.display());
    }
    Ok(path)
}

/// The one value of cargo's metadata that is of interest, without a parser for the rest.
fn target_directory(metadata: &str) -> Option<PathBuf> {
    let (_, rest) = metadata.split_once("\"target_directory\":\"")?;
    let mut path = String::new();
    let mut characters = rest.chars();
    loop {
        match characters.next()? {
            '"' => return Some(PathBuf::from(path)),
            '\\' => path.push(characters.next()?),
            other => path.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_folder_is_read_out_of_cargos_metadata() {
        let metadata = r#"{"packages":[],"target_directory":"/home/ana/target","version":1}"#;
        assert_eq!(target_directory(metadata), Some(PathBuf::from("/home/ana/target")));
    }

    #[test]
    fn a_target_folder_with_backslashes_is_unescaped() {
        let metadata = r#"{"target_directory":"C:\\mayday\\target"}"#;
        assert_eq!(target_directory(metadata), Some(PathBuf::from(r"C:\mayday\target")));
    }

    #[test]
    fn metadata_without_a_target_folder_gives_none() {
        assert_eq!(target_directory("{}"), None);
    }

    #[test]
    fn what_a_program_prints_is_read_line_by_line() {
        let mut lines = Vec::new();
        let cargo = execute_reading(&mut cargo(&["--version"]), |line| lines.push(line.to_owned()));
        assert!(cargo.is_ok() && lines.len() == 1 && lines[0].starts_with("cargo "));
    }
}
