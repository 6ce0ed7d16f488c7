//! What the whole repository has to keep to, read from its files and from cargo's view of it.
//!
//! Words that must not occur are put together from pieces here, so that this file does not hold them.

use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Each of our crates, and which of ours it may depend on.
const EDGES: [(&str, &[&str]); 8] = [
    ("mayday-protocol", &[]),
    ("mayday-camera", &[]),
    ("mayday-clock", &["mayday-protocol"]),
    ("mayday-wire", &["mayday-protocol"]),
    ("mayday-station", &["mayday-protocol", "mayday-wire", "mayday-clock"]),
    ("mayday-app", &["mayday-protocol", "mayday-wire", "mayday-clock", "mayday-camera"]),
    ("mayday-tests", &["mayday-protocol", "mayday-wire", "mayday-clock", "mayday-station", "mayday-camera"]),
    ("xtask", &[]),
];

/// A file that is longer is two files.
const MOST_LINES: usize = 600;

/// What is built or fetched, and not ours.
const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "dist", "test-results"];

/// Generated from the wire crate, so as long as it has to be.
const GENERATED: &str = "ui/src/backend/wire.ts";

/// The only place of the test code that may sleep, and the mark on its line.
const WAITING: &str = "tests/src/waiting.rs";
const MARK: &str = "// tidy: the one sleep";

#[test]
fn our_crates_depend_on_each_other_only_as_the_design_says() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for package in metadata.workspace_packages() {
        let name = package.name.as_str();
        let Some((_, allowed)) = EDGES.iter().find(|(of, _)| *of == name) else {
            wrong.push(format!("{name} is not in the table of this test"));
            continue;
        };
        let others = package.dependencies.iter().filter(|it| it.name != name || it.kind != DependencyKind::Development);
        let ours = others.filter(|it| EDGES.iter().any(|(of, _)| *of == it.name));
        wrong.extend(ours.filter(|it| !allowed.contains(&it.name.as_str())).map(|it| format!("{name} -> {}", it.name)));
    }
    none(&wrong, "an edge that the design does not have");
}

#[test]
fn only_the_app_knows_tauri() {
    none(&dependents(|name| name.starts_with("tauri"), &["mayday-app"]), "tauri belongs to the app");
}

#[test]
fn only_the_station_knows_the_web_server_and_the_database() {
    let wrong = dependents(|name| matches!(name, "axum" | "rusqlite"), &["mayday-station", "mayday-tests"]);
    none(&wrong, "axum and rusqlite belong to the station");
}

#[test]
fn every_dependency_comes_from_the_workspace_table() {
    let manifests = files().into_iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    none(&manifests.flat_map(|file| file.marked(own_dependencies(&file.text))).collect::<Vec<_>>(), "use the table");
}

#[test]
fn every_rust_file_opens_by_saying_what_it_knows() {
    let silent = rust().into_iter().filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| file.path).collect::<Vec<_>>(), "no `//!` line at the top");
}

#[test]
fn no_file_is_longer_than_600_lines() {
    let code = files().into_iter().filter(|file| file.is(&["rs", "ts", "svelte"]) && file.path != GENERATED);
    let long = code.filter(|file| file.text.lines().count() > MOST_LINES);
    none(&long.map(|file| file.path).collect::<Vec<_>>(), "too long");
}

#[test]
fn only_the_clock_makes_times() {
    let makers = |file: &File| file.path.starts_with("crates/clock/") || file.path == "crates/protocol/src/time.rs";
    let wrong = found_in(rust().into_iter().filter(|file| !makers(file)), File::product, &["Time::from_clocks"]);
    none(&wrong, "a time comes from a clock");
}

#[test]
fn nothing_is_left_to_do_and_no_test_is_skipped() {
    let words =
        [concat!("to", "do!("), concat!("un", "implemented!("), concat!("#[ig", "nore"), concat!("#[should", "_panic")];
    none(&found_in(rust().into_iter(), File::all, &words), "unfinished or skipped");
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    none(&found_in(rust().into_iter(), File::product, &[".unwrap()"]), "say why it cannot fail: `expect`");
}

#[test]
fn no_test_sleeps() {
    let sleeps = |line: &str| is_called(line, "sleep") || is_called(line, "sleep_until");
    let mut wrong = Vec::new();
    let mut marked = 0;
    for file in rust() {
        let lines = file.test().into_iter().filter(|(_, line)| sleeps(line)).collect::<Vec<_>>();
        let (allowed, others): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|(_, line)| file.path == WAITING && line.ends_with(MARK));
        marked += allowed.len();
        wrong.extend(file.marked(others));
    }
    none(&wrong, "wait for a fact with `eventually`, or move a fake clock");
    assert_eq!(marked, 1, "{WAITING} sleeps in one place");
}

#[test]
fn the_bundled_sqlite_is_built_to_sync_data_without_the_times_of_files() {
    let settings = fs::read_to_string(root().join(".cargo/config.toml")).expect("cargo has settings here");
    assert!(settings.contains("LIBSQLITE3_FLAGS = \"-DHAVE_FDATASYNC=1\""), "each commit would cost two syncs");
}

#[test]
fn only_the_backend_folder_of_the_pages_talks_to_tauri() {
    let pages = files().into_iter().filter(|file| file.path.starts_with("ui/src/"));
    let others = pages.filter(|file| !file.path.starts_with("ui/src/backend/"));
    none(&found_in(others, File::all, &["@tauri-apps/"]), "go through the backend folder");
}

#[test]
fn the_repository_names_no_package_registry() {
    let hosts = [
        concat!("npm", "js."),
        concat!("//crates", ".io"),
        concat!("static.crates", ".io"),
        concat!("index.crates", ".io"),
        concat!("py", "pi.org"),
        concat!("python", "hosted"),
    ];
    none(&found_in(files().into_iter(), File::all, &hosts), "a registry's host");
}

#[test]
fn the_repository_names_nobodys_trademark() {
    let mark = concat!("R", "ing");
    let mut wrong = Vec::new();
    for file in files() {
        let lines = file.all().into_iter().filter(|(_, line)| has_word(line, mark)).collect();
        wrong.extend(file.marked(lines));
        if has_word(&file.path, mark) {
            wrong.push(file.path);
        }
    }
    none(&wrong, "a name that belongs to somebody else");
}

#[test]
fn test_modules_are_told_from_product_code() {
    let text = "//! x\nfn a() {\n}\n#[cfg(test)]\n#[path = \"x.rs\"]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n#[cfg(test)]\nmod d;\nfn e() {}\n";
    let file = File { path: "crates/x/src/lib.rs".to_owned(), text: text.to_owned() };
    let numbers = |lines: Vec<Line<'_>>| lines.into_iter().map(|(number, _)| number).collect::<Vec<_>>();
    assert_eq!(numbers(file.product()), [1, 2, 3, 9, 12]);
    assert_eq!(numbers(file.test()), [4, 5, 6, 7, 8, 10, 11]);
}

/// A line with its number.
type Line<'a> = (usize, &'a str);

/// A file of the repository, its path as in the repository.
struct File {
    path: String,
    text: String,
}

impl File {
    fn is(&self, endings: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }

    fn all(&self) -> Vec<Line<'_>> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line)).collect()
    }

    /// The lines that are part of the product.
    fn product(&self) -> Vec<Line<'_>> {
        if self.is_test() { Vec::new() } else { self.split().0 }
    }

    /// The lines that only tests see.
    fn test(&self) -> Vec<Line<'_>> {
        if self.is_test() { self.all() } else { self.split().1 }
    }

    fn is_test(&self) -> bool {
        let path = Path::new(&self.path);
        path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
    }

    /// Product and test lines: what is marked `#[cfg(test)]` lasts to the end of its item, which the formatter
    /// puts on a line with the item's own indentation.
    fn split(&self) -> (Vec<Line<'_>>, Vec<Line<'_>>) {
        let (mut product, mut test) = (Vec::new(), Vec::new());
        let mut end: Option<String> = None;
        for (number, line) in self.all() {
            let indentation = &line[..line.len() - line.trim_start().len()];
            if end.is_none() && line.trim() == "#[cfg(test)]" {
                end = Some(format!("{indentation}}}"));
            } else if end.is_none() {
                product.push((number, line));
                continue;
            }
            test.push((number, line));
            let closes = end.as_deref().is_some_and(|closing| {
                line == closing || closing.len() == indentation.len() + 1 && line.ends_with(';')
            });
            if closes {
                end = None;
            }
        }
        (product, test)
    }

    fn marked(&self, lines: Vec<Line<'_>>) -> Vec<String> {
        lines.into_iter().map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim())).collect()
    }
}

/// Every text file of the repository.
fn files() -> Vec<File> {
    let root = root();
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the repository can be read").flatten() {
            let path = entry.path();
            let is_ours = !NOT_OURS.iter().any(|name| entry.file_name() == *name);
            if path.is_dir() && is_ours {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(&root).expect("it was found there").to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn rust() -> Vec<File> {
    files().into_iter().filter(|file| file.is(&["rs"])).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the repository").to_owned()
}

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo knows the workspace")
}

/// Our crates that depend on what `is` picks, apart from those that may.
fn dependents(is: impl Fn(&str) -> bool, allowed: &[&str]) -> Vec<String> {
    let metadata = metadata();
    let depends = |package: &&Package| package.dependencies.iter().any(|dependency| is(&dependency.name));
    let wrong = metadata.workspace_packages().into_iter().filter(depends).map(|package| package.name.to_string());
    wrong.filter(|name| !allowed.contains(&name.as_str())).collect()
}

/// The dependencies of a manifest that do not come from the workspace's table. A crate may name itself, to switch
/// features on for its own tests.
fn own_dependencies(manifest: &str) -> Vec<Line<'_>> {
    let mut in_dependencies = false;
    let mut own = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            in_dependencies = line.trim_end().ends_with("dependencies]");
            if line.contains("dependencies.") {
                own.push((index + 1, line));
            }
        } else if in_dependencies && line.contains('=') && !line.starts_with('#') {
            let from_table = line.contains(".workspace = true") || line.contains("workspace = true");
            if !from_table && !line.contains("path = \".\"") {
                own.push((index + 1, line));
            }
        }
    }
    own
}

/// The lines of these files, as `read` picks them, that hold one of the words in whatever case.
fn found_in(files: impl Iterator<Item = File>, read: fn(&File) -> Vec<Line<'_>>, words: &[&str]) -> Vec<String> {
    let holds = |line: &str| {
        let line = line.to_lowercase();
        words.iter().any(|word| line.contains(&word.to_lowercase()))
    };
    let lines = |file: File| file.marked(read(&file).into_iter().filter(|(_, line)| holds(line)).collect());
    files.flat_map(lines).collect()
}

/// Whether `line` holds `word` with no letter, digit or underscore before it and no letter after it.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(|it| it.is_alphanumeric() || it == '_');
        let after = line[at + word.len()..].chars().next().is_some_and(char::is_alphabetic);
        !before && !after
    })
}

/// Whether `line` calls a function of this name.
fn is_called(line: &str, function: &str) -> bool {
    let call = format!("{function}(");
    !line.trim_start().starts_with("//")
        && line
            .match_indices(&call)
            .any(|(at, _)| !line[..at].chars().next_back().is_some_and(|it| it.is_alphanumeric() || it == '_'))
}

fn none(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n  {}", wrong.join("\n  "));
}
