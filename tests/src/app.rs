//! The real app under webdriver: what a person can see, press and slide.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use rustix::process::{Signal, kill_process};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};
use tokio::time::timeout;

use crate::driver::session;
use crate::place::{Place, shots};
use crate::processes::of_home;
use crate::waiting::{PATIENCE, eventually};
use crate::{page, processes};

/// A slide counts from three moves on; a finger makes many more.
const MOVES: i64 = 15;

/// How long one of the moves takes.
const MOVE_TAKES: Duration = Duration::from_millis(10);

/// Closing a session takes a moment, or for ever when its app is gone.
const GOODBYE: Duration = Duration::from_secs(5);

/// The running app and its webdriver session.
pub struct App {
    place: Place,
    driver_url: String,
    program: PathBuf,
    window: Option<(u32, u32)>,
    driver: WebDriver,
}

impl App {
    pub(crate) async fn start(
        place: Place,
        driver_url: String,
        program: PathBuf,
        window: Option<(u32, u32)>,
    ) -> Result<Self> {
        let driver = session(&driver_url, &program).await.with_context(|| place.last_words("driver"))?;
        let app = Self { place, driver_url, program, window, driver };
        app.settle().await?;
        Ok(app)
    }

    /// Waits for the page and gives the window its size.
    async fn settle(&self) -> Result<()> {
        if let Some((width, height)) = self.window {
            self.driver.set_window_rect(0, 0, width, height).await?;
        }
        eventually("the page shows something", PATIENCE, async || {
            Ok::<_, anyhow::Error>(!self.text().await?.is_empty())
        })
        .await
        .with_context(|| self.place.last_words("driver"))
    }

    /// The webdriver session, for what this type has no word for.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Everything that can be read on the page, with single spaces.
    pub async fn text(&self) -> Result<String> {
        Ok(self.driver.execute(page::TEXT, []).await?.convert()?)
    }

    /// Whether this text can be read right now.
    pub async fn text_is_shown(&self, text: &str) -> Result<bool> {
        Ok(self.text().await?.contains(text))
    }

    /// Waits until this text can be read.
    pub async fn shows(&self, text: &str) -> Result<()> {
        self.shows_within(text, PATIENCE).await
    }

    /// Waits until this text can be read, but not longer than `within`.
    pub async fn shows_within(&self, text: &str, within: Duration) -> Result<()> {
        let awaited = format!("the app shows “{text}”");
        self.or_what_is_shown(eventually(&awaited, within, async || self.text_is_shown(text).await).await).await
    }

    /// Waits until this text can be read no more.
    pub async fn no_longer_shows(&self, text: &str) -> Result<()> {
        let awaited = format!("the app no longer shows “{text}”");
        let gone = async || self.text_is_shown(text).await.map(|shown| !shown);
        self.or_what_is_shown(eventually(&awaited, PATIENCE, gone).await).await
    }

    /// Waits for a button with exactly this name.
    pub async fn button(&self, name: &str) -> Result<WebElement> {
        self.role("button", name).await
    }

    /// Waits for a heading with exactly this name.
    pub async fn heading(&self, name: &str) -> Result<WebElement> {
        self.role("heading", name).await
    }

    /// Waits for a link with exactly this name.
    pub async fn link(&self, name: &str) -> Result<WebElement> {
        self.role("link", name).await
    }

    /// Waits for something with this role and exactly this name.
    pub async fn role(&self, role: &str, name: &str) -> Result<WebElement> {
        let awaited = format!("the app shows the {role} “{name}”");
        self.or_what_is_shown(eventually(&awaited, PATIENCE, async || self.look_for(role, name).await).await).await
    }

    /// Whether something with this role and exactly this name can be seen right now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        Ok(self.look_for(role, name).await?.is_some())
    }

    /// Waits for the button and clicks it.
    pub async fn press(&self, name: &str) -> Result<()> {
        Ok(self.button(name).await?.click().await?)
    }

    /// Waits until something that this selector finds can be seen.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let awaited = format!("the app shows `{selector}`");
        let look = async || self.element(page::BY_SELECTOR, vec![json!(selector)]).await;
        self.or_what_is_shown(eventually(&awaited, PATIENCE, look).await).await
    }

    /// Whether something that this selector finds can be seen right now.
    pub async fn sees(&self, selector: &str) -> Result<bool> {
        Ok(self.element(page::BY_SELECTOR, vec![json!(selector)]).await?.is_some())
    }

    /// Drags the thumb of this kind's slider `offset` pixels to the right, and lets go.
    pub async fn slide(&self, kind: &str, offset: i64) -> Result<()> {
        let thumb = self.thumb(kind).await?;
        self.drag(&thumb, offset).await
    }

    /// Drags the thumb of this kind's slider to the end of its track, and lets go.
    pub async fn slide_fully(&self, kind: &str) -> Result<()> {
        let thumb = self.thumb(kind).await?;
        let travel: i64 = self.driver.execute(page::TRAVEL, vec![thumb.to_json()?]).await?.convert()?;
        ensure!(travel >= MOVES, "the slider of {kind} has no way to go: {travel} pixels");
        self.drag(&thumb, travel).await
    }

    async fn thumb(&self, kind: &str) -> Result<WebElement> {
        let thumb = self.find(&format!("button[data-kind=\"{kind}\"]")).await?;
        self.driver.execute(page::INTO_VIEW, vec![thumb.to_json()?]).await?;
        Ok(thumb)
    }

    /// Webdriver does not interpolate a move: a slide is many small ones.
    async fn drag(&self, thumb: &WebElement, offset: i64) -> Result<()> {
        let hand = self.driver.action_chain_with_delay(None, Some(MOVE_TAKES));
        let mut hand = hand.move_to_element_center(thumb).click_and_hold();
        let at = |step: i64| offset * step / MOVES;
        for step in 1..=MOVES {
            hand = hand.move_by_offset(at(step) - at(step - 1), 0);
        }
        Ok(hand.release().perform().await?)
    }

    /// Runs a script in the page and returns its value.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Takes a picture of the page: `NAME.png` in `MAYDAY_SHOTS`, or in `tmp/shots` of the target folder.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let path = shots()?.join(format!("{name}.png"));
        self.driver.execute_async(page::PAINTED, []).await?;
        self.driver.screenshot(&path).await?;
        Ok(path)
    }

    /// The app's process, while it lives.
    pub fn pid(&self) -> Option<u32> {
        let found = self.processes().into_iter().next()?;
        found.pid.as_raw_nonzero().get().try_into().ok()
    }

    /// Ends the app the hard way, as a crash or an empty battery does, and waits until it is gone. The station
    /// that it started stays.
    pub async fn kill_minus_9(&self) -> Result<()> {
        ensure!(self.pid().is_some(), "the app does not run");
        self.end().await
    }

    async fn end(&self) -> Result<()> {
        for process in self.processes() {
            // An error says that it has ended, which is what is wanted.
            let _ = kill_process(process.pid, Signal::KILL);
        }
        eventually("the app is gone", PATIENCE, async || self.processes().is_empty() && self.folder_is_free()).await
    }

    /// A process that is ending has lost its name before it lets go of its files.
    fn folder_is_free(&self) -> bool {
        let lock = std::fs::File::open(self.place.data().join("app.lock"));
        lock.map_or(true, |lock| lock.try_lock().is_ok())
    }

    /// Ends the app, if it still runs, and starts it again in the same world.
    pub async fn relaunch(&mut self) -> Result<()> {
        self.close().await?;
        let session = session(&self.driver_url, &self.program).await;
        self.driver = session.with_context(|| self.place.last_words("driver"))?;
        self.settle().await
    }

    /// Ends the app, if it still runs.
    pub async fn close(&self) -> Result<()> {
        // A session whose app is gone answers with an error or never.
        if !matches!(timeout(GOODBYE, self.driver.clone().quit()).await, Ok(Ok(()))) {
            self.forget_session();
        }
        self.end().await
    }

    /// Keeps the session from being closed when it is dropped, which would wait for a driver that is gone.
    fn forget_session(&self) {
        // An error says that it was closed, which is as good.
        let _ = self.driver.clone().leak();
    }

    fn processes(&self) -> Vec<processes::Found> {
        let ours = of_home(&self.place.home()).into_iter();
        ours.filter(|found| same_program(&found.program, &self.program)).collect()
    }

    async fn look_for(&self, role: &str, name: &str) -> Result<Option<WebElement>> {
        self.element(page::BY_ROLE, vec![json!(role), json!(name)]).await
    }

    async fn element(&self, script: &str, arguments: Vec<Value>) -> Result<Option<WebElement>> {
        let found = self.driver.execute(script, arguments).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Adds to a failure what was there instead.
    async fn or_what_is_shown<T>(&self, result: Result<T>) -> Result<T> {
        let Err(error) = result else { return result };
        let shown = match timeout(GOODBYE, self.text()).await {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => format!("nothing: {error}"),
            Err(_) => "nothing: the page does not answer".to_owned(),
        };
        Err(anyhow!("{error:#}\nIt shows: {shown}\n{}", self.place.last_words("driver")))
    }
}

impl Drop for App {
    /// The world ends the process; nobody waits for the session.
    fn drop(&mut self) {
        self.forget_session();
    }
}

/// A rebuilt binary's running process is marked as deleted.
fn same_program(running: &Path, program: &Path) -> bool {
    let running = running.to_string_lossy();
    running.strip_suffix(" (deleted)").unwrap_or(&running) == program.to_string_lossy()
}
