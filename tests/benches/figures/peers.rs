//! The programs that ours are measured against: small ones in C, compiled here, and a receiver of another project.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::MetadataCommand;

use crate::http::Line;

/// What the bundled SQLite of the station is compiled with, as far as it costs time.
const SQLITE: [&str; 6] = [
    "-O3",
    "-DSQLITE_THREADSAFE=1",
    "-DSQLITE_DEFAULT_FOREIGN_KEYS=1",
    "-DSQLITE_ENABLE_API_ARMOR",
    "-DHAVE_USLEEP=1",
    "-DHAVE_FDATASYNC=1",
];
/// A peer that does not answer by then never will.
const START: Duration = Duration::from_secs(10);

/// A release build of ours. `cargo xtask bench` says where they are.
pub(crate) fn program(name: &str) -> Result<PathBuf> {
    let folder = env::var_os("MAYDAY_BINARIES").context("start this with `cargo xtask bench`")?;
    let path = PathBuf::from(folder).join(name);
    ensure!(path.is_file(), "{} is not built", path.display());
    Ok(path)
}

/// Where compiled peers are kept.
fn built() -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/figures/peers").join(name)
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A small C program that needs these libraries.
pub(crate) fn compiled(name: &str, libraries: &[&str]) -> Result<PathBuf> {
    let program = built()?.join(name);
    let flags = run(Command::new("pkg-config").args(["--cflags", "--libs"]).args(libraries))?;
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-Wall", "-o"]).arg(&program).arg(source(&format!("{name}.c")));
    run(compiler.args(flags.split_whitespace()))?;
    Ok(program)
}

/// The floor's program, over the very SQLite that the station has built in.
pub(crate) fn floor_program() -> Result<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).exec()?;
    let package = metadata.packages.iter().find(|package| package.name.as_str() == "libsqlite3-sys");
    let package = package.context("the station has SQLite")?;
    let sqlite = package.manifest_path.parent().context("a manifest lies in a folder")?.join("sqlite3");
    // Kept, because it takes half a minute to compile; a flag more or less is another object.
    let object = built()?.join(format!("sqlite3-{}-{}.o", package.version, SQLITE.len()));
    if !object.is_file() {
        run(Command::new("cc").args(SQLITE).arg("-c").arg(sqlite.join("sqlite3.c")).arg("-o").arg(&object))?;
    }
    let program = built()?.join("floor");
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-Wall", "-I"]).arg(&sqlite).arg("-o").arg(&program).arg(source("floor.c")).arg(&object);
    run(compiler.args(["-lpthread", "-ldl", "-lm"]))?;
    Ok(program)
}

/// A peer that is running, ended when it is dropped.
pub(crate) struct Peer {
    process: Child,
}

impl Drop for Peer {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}

/// What the C floor writes for each request.
#[derive(Clone, Copy)]
pub(crate) enum Writes {
    /// The rows that the station wrote for the pattern.
    Rows,
    /// One row with the state that the station wrote.
    Lean,
}

/// Starts the C floor. Its files lie in `folder`; the pattern is a signal in a station's database.
pub(crate) fn floor(program: &Path, folder: &Path, writes: Writes, pattern: (&Path, &str)) -> Result<(Peer, PathBuf)> {
    let name = match writes {
        Writes::Rows => "rows",
        Writes::Lean => "lean",
    };
    let socket = folder.join(format!("{name}.sock"));
    let mut command = Command::new(program);
    command.arg(name).arg(&socket).arg(folder.join(format!("{name}.db"))).arg(pattern.0).arg(pattern.1);
    command.stdin(Stdio::null());
    let mut peer = Peer { process: command.spawn()? };
    let deadline = Instant::now() + START;
    while Line::connect(&socket).is_err() {
        ensure!(peer.process.try_wait()?.is_none(), "the floor has ended");
        ensure!(Instant::now() < deadline, "the floor does not answer");
        std::thread::yield_now();
    }
    Ok((peer, socket))
}

/// The receiver of pysiaalarm, or why there is none.
pub(crate) fn receiver(database: &Path) -> Result<(Peer, u16)> {
    let python = receiver_python()?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut command = Command::new(python);
    command.arg(source("receiver.py")).arg(port.to_string()).arg(database);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let said = process.stdout.take().context("its output was asked for")?;
    let peer = Peer { process };
    let mut ready = String::new();
    BufReader::new(said).read_line(&mut ready)?;
    ensure!(ready == "ready\n", "pysiaalarm does not start");
    Ok((peer, port))
}

/// A Python of its own with pysiaalarm in it, made when it is first needed.
fn receiver_python() -> Result<PathBuf> {
    let home = built()?.join("pysiaalarm");
    let python = home.join("bin/python");
    let has = |python: &Path| Command::new(python).args(["-c", "import pysiaalarm"]).output();
    if has(&python).is_ok_and(|it| it.status.success()) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "pysiaalarm"]))?;
    if !has(&python)?.status.success() {
        bail!("pysiaalarm cannot be imported");
    }
    Ok(python)
}
