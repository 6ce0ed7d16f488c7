//! A small disk over one folder, which can be filled to its last byte: a `tmpfs` in a mount namespace of its
//! own, so that nothing is mounted on the machine, and nothing is left behind.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, Command};

use crate::waiting::{PATIENCE, eventually};

/// Mounts, says so, and keeps the namespace for as long as somebody holds the other end of its input.
const HOLDER: &str = r#"mount -t tmpfs -o "size=$1,mode=0700" tmpfs "$2" && echo ready && exec cat"#;
const FILLER: &str = "filler";

/// The disk. It is gone when it is dropped.
#[derive(Debug)]
pub struct SmallDisk {
    folder: PathBuf,
    holder: Child,
    pid: String,
    is_root: bool,
}

impl SmallDisk {
    /// Puts a disk of so many bytes over a folder, for programs that are started by [`SmallDisk::command`].
    pub async fn over(folder: &Path, bytes: usize) -> Result<Self> {
        let is_root = rustix::process::getuid().is_root();
        let mut unshare = Command::new("unshare");
        unshare.arg("--mount").args((!is_root).then_some("--map-root-user"));
        unshare.args(["sh", "-c", HOLDER, "sh"]).arg(bytes.to_string()).arg(folder);
        unshare.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut holder = unshare.spawn().context("`unshare` belongs to util-linux")?;
        let mut said = [0; 6];
        let read = holder.stdout.take().context("its output is piped")?.read_exact(&mut said).await;
        ensure!(
            read.is_ok() && said == *b"ready\n",
            "no small disk: this machine lets neither root nor this user mount one (a container needs CAP_SYS_ADMIN \
             or user namespaces)"
        );
        let pid = holder.id().context("it runs")?.to_string();
        Ok(Self { folder: folder.to_owned(), holder, pid, is_root })
    }

    /// A program that sees the disk.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::from(self.entering());
        command.arg(program).kill_on_drop(true);
        command
    }

    /// What enters the disk's namespace; the program and its arguments follow.
    pub(crate) fn entering(&self) -> std::process::Command {
        let mut command = std::process::Command::new("nsenter");
        command.args(["--target", &self.pid, "--mount"]);
        command.args((!self.is_root).then_some(["--user", "--preserve-credentials"]).into_iter().flatten());
        command
    }

    /// Where a path on the disk is seen from outside.
    pub fn outside(&self, path: &str) -> PathBuf {
        let folder = self.folder.strip_prefix("/").unwrap_or(&self.folder);
        Path::new("/proc").join(&self.pid).join("root").join(folder).join(path)
    }

    /// Fills it to the last byte, also what has become free since it was filled before.
    pub fn fill(&self) -> Result<()> {
        let mut filler = File::options().create(true).append(true).open(self.outside(FILLER))?;
        for size in [64 * 1024, 4 * 1024, 1] {
            let piece = vec![b'x'; size];
            while filler.write_all(&piece).is_ok() {}
        }
        Ok(())
    }

    /// Removes what fills it.
    pub fn make_room(&self) -> Result<()> {
        Ok(fs::remove_file(self.outside(FILLER))?)
    }

    /// Bytes that are left.
    pub fn left(&self) -> Result<u64> {
        let disk = rustix::fs::statvfs(self.outside("."))?;
        Ok(disk.f_bavail * disk.f_frsize)
    }

    /// Lets nobody write on it any more.
    pub async fn protect(&self) -> Result<()> {
        // A program that was killed just now may still have a file open there.
        eventually("the disk is protected", PATIENCE, async || {
            let status = self.command("mount").args(["-o", "remount,ro"]).arg(&self.folder).status().await?;
            anyhow::Ok(status.success())
        })
        .await
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // An error says that it has ended, which is what is wanted.
        let _ = self.holder.start_kill();
    }
}
