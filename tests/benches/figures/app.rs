//! T2: from the end of a slide to its durable acknowledgement, inside the real app's page.
//!
//! It begins where the page invokes the slide, and ends when the page is shown a view in which the station holds the
//! signal. Each slide is cancelled again, and the cancel acknowledged, so the home has twenty incidents to show.

use anyhow::{Context, Result, bail};
use mayday_tests::{App, World};
use serde_json::{Value, json};

use crate::figure::{Figure, Target};
use crate::floor::Floor;
use crate::machine::Busy;
use crate::statistics::Samples;

/// Slides in one go, and samples of the floor between two of those.
const CYCLES: usize = 10;
/// Goes that are not counted: the first twenty incidents.
const WARM_UP: usize = 3;
const IDLE: usize = 30;
const BUSY: usize = 30;

#[derive(Default)]
struct Times {
    slide: Samples,
    /// When the page was told that the countdown runs, before the station has answered.
    first: Samples,
    empty: Samples,
    refused: Samples,
    tick: f64,
}

pub(crate) fn measure() -> Result<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(slides())
}

async fn slides() -> Result<Vec<Figure>> {
    let world = World::start().await?;
    let app = world.app().await?;
    app.press("Try it").await?;
    app.shows("The station answers").await?;
    let near = world.home();
    let warm = run(&app, &mut Floor::new(&near)?, WARM_UP).await?;
    drop(warm);
    let mut floor = Floor::new(&near)?;
    let idle = run(&app, &mut floor, IDLE).await?;
    let (busy, busy_floor) = {
        let _busy = Busy::start()?;
        let mut floor = Floor::new(&near)?;
        (run(&app, &mut floor, BUSY).await?, floor)
    };
    app.close().await?;
    Ok(figures(&idle, &floor, &busy, &busy_floor))
}

async fn run(app: &App, floor: &mut Floor, goes: usize) -> Result<Times> {
    let mut times = Times::default();
    for _ in 0..goes {
        (0..CYCLES).try_for_each(|_| floor.sample())?;
        let told = app.driver().execute_async(include_str!("slides.js"), vec![json!(CYCLES)]).await?.json().clone();
        if let Some(error) = told.get("error") {
            bail!("the page says {error}");
        }
        times.slide.extend(numbers(&told, "slide")?);
        times.first.extend(numbers(&told, "first")?);
        times.empty.extend(numbers(&told, "empty")?);
        times.refused.extend(numbers(&told, "refused")?);
        times.tick = told["tick"].as_f64().context("the page's clock ticks")?;
    }
    Ok(times)
}

fn numbers(told: &Value, name: &str) -> Result<Vec<f64>> {
    let numbers = told[name].as_array().context("the page tells its times")?;
    numbers.iter().map(|number| number.as_f64().context("a time is a number")).collect()
}

fn figures(idle: &Times, floor: &Floor, busy: &Times, busy_floor: &Floor) -> Vec<Figure> {
    let empty = idle.empty.p50().min(idle.refused.p50());
    let base = empty + floor.whole.p50();
    let note = format!(
        "slide to acknowledgement shown to the page {:.2} ms (p99 {:.1}) with twenty incidents to show, told of \
         the countdown after {:.1} on average; empty invoke {empty:.2} ms (the lesser of one that the controller answers, {:.2}, and one that the router refuses, \
         {:.2}); {}; the page's clock ticks every {:.2} ms",
        idle.slide.p50(),
        idle.slide.p99(),
        idle.first.mean(),
        idle.empty.p50(),
        idle.refused.p50(),
        floor.note(),
        idle.tick,
    );
    let loaded = format!(
        "ms, p99 with all cores busy (p50 {:.1}); empty invoke p99 {:.1}; floor p99 {:.1}",
        busy.slide.p50(),
        busy.empty.p99().min(busy.refused.p99()),
        busy_floor.whole.p99(),
    );
    vec![
        Figure { id: "T2", part: "p50", ratio: idle.slide.p50() / base, target: Target::AtMost(1.6), note },
        Figure { id: "T2", part: "busy", ratio: busy.slide.p99(), target: Target::AtMost(20.0), note: loaded },
    ]
}
