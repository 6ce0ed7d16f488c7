//! `cargo xtask bench`: the figures of speed, each beside a floor or a peer measured in the same run.
//!
//! It builds for release what the chosen figures need, and runs them one after the other. Standard output has the
//! figures alone; everything else goes to standard error.

use std::process::{Command, ExitCode, Stdio};

use anyhow::{Result, bail};

use crate::npm;
use crate::packages;
use crate::shell::{cargo, execute, release_folder};
use crate::test::provide_webdriver;

/// One benchmark program: its name in `cargo bench`, its package, and the groups and figures that it measures.
struct Program {
    name: &'static str,
    package: &'static str,
    measures: &'static [Measure],
}

/// A figure, its group, and whether it takes the app with its pages and a webdriver.
struct Measure {
    group: &'static str,
    id: &'static str,
    takes_app: bool,
}

const PROGRAMS: [Program; 2] = [
    Program {
        name: "figures",
        package: "mayday-tests",
        measures: &[
            Measure { group: "station", id: "T1", takes_app: false },
            Measure { group: "station", id: "T5", takes_app: false },
            Measure { group: "app", id: "T2", takes_app: true },
            Measure { group: "start", id: "T4", takes_app: true },
            Measure { group: "live", id: "S2", takes_app: true },
        ],
    },
    Program {
        name: "countdown",
        package: "mayday-app",
        measures: &[Measure { group: "countdown", id: "T3", takes_app: false }],
    },
];

/// Measures these groups or figures; all when none is named.
pub(crate) fn bench(wanted: &[String], json: bool) -> Result<ExitCode> {
    let is_wanted = |measure: &Measure| is_wanted(measure, wanted);
    let all = || PROGRAMS.iter().flat_map(|program| program.measures);
    if let Some(unknown) = wanted.iter().find(|word| !all().any(|it| it.group == **word || it.id == **word)) {
        let names: Vec<_> = all().map(|it| format!("{} ({})", it.id, it.group)).collect();
        bail!("there is no figure and no group `{unknown}`: there are {}", names.join(", "));
    }
    prepare(all().any(|measure| is_wanted(measure) && measure.takes_app))?;
    for program in &PROGRAMS {
        let ids: Vec<_> = program.measures.iter().filter(|it| is_wanted(it)).map(|it| it.id).collect();
        if !ids.is_empty() {
            run(program, &ids, json)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn is_wanted(measure: &Measure, wanted: &[String]) -> bool {
    wanted.is_empty() || wanted.iter().any(|word| word == measure.group || word == measure.id)
}

fn prepare(with_app: bool) -> Result<()> {
    packages::provide_for_test()?;
    quietly(&mut cargo(&["build", "--release", "--package", "mayday-station"]))?;
    if with_app {
        npm::check()?;
        npm::fetch_if_stale()?;
        quietly(&mut npm::npm(&["run", "build"]))?;
        let app = ["build", "--release", "--package", "mayday-app", "--features", "custom-protocol"];
        quietly(&mut cargo(&app))?;
        provide_webdriver()?;
    }
    Ok(())
}

fn run(program: &Program, ids: &[&str], json: bool) -> Result<()> {
    let mut words = vec!["bench", "--package", program.package, "--bench", program.name];
    if program.package == "mayday-app" {
        words.extend(["--features", "custom-protocol"]);
    }
    words.push("--");
    if program.measures.len() > 1 {
        words.extend(ids);
    }
    if json {
        words.push("--json");
    }
    execute(cargo(&words).env("MAYDAY_BINARIES", release_folder()?))
}

/// Runs it with what it says on standard error.
fn quietly(command: &mut Command) -> Result<()> {
    execute(command.stdout(Stdio::from(std::io::stderr())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        let all = PROGRAMS.iter().flat_map(|program| program.measures);
        all.filter(|measure| is_wanted(measure, &words)).map(|measure| measure.id).collect()
    }

    #[test]
    fn a_group_a_figure_or_nothing_says_what_is_measured() {
        assert_eq!(chosen(&["station"]), ["T1", "T5"]);
        assert_eq!(chosen(&["T5", "countdown"]), ["T5", "T3"]);
        assert_eq!(chosen(&[]).len(), 6);
    }
}
