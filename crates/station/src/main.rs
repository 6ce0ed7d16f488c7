//! The program `mayday-station`.

use std::process::ExitCode;

use mayday_station::cli;

#[tokio::main]
async fn main() -> ExitCode {
    cli::run().await
}
