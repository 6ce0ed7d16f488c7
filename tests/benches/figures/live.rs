//! S2: Live View of the real app, beside GStreamer and ffmpeg with the same camera: how soon there is a picture, how far it
//! is behind, and what one, four and nine of them cost.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use mayday_protocol::Camera;
use mayday_tests::{App, PATIENCE, RtspCamera, World, eventually, setup};
use mayday_wire::HomeSetup;
use serde_json::{Value, json};

use crate::figure::{Figure, Target};
use crate::start::{WEBVIEW, mib};
use crate::statistics::Samples;
use crate::viewers::{Viewer, Watching};

/// Times that each opens the camera, in turn.
const OPENED: usize = 9;
/// Pictures that each is watched for, each time.
const PICTURES: usize = 60;
/// Streams at a time.
const STREAMS: [usize; 3] = [1, 4, 9];
/// A picture has settled after so long.
const SETTLED: Duration = Duration::from_secs(6);
/// The processor is looked at for so long.
const LOOKED: Duration = Duration::from_secs(12);

pub(crate) fn measure() -> Result<Vec<Figure>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut figures = soon().await?;
        figures.extend(many().await?);
        Ok(figures)
    })
}

/// What one program gave.
#[derive(Default)]
struct Seen {
    /// To any picture, be it an old one.
    still: Samples,
    first: Samples,
    behind: Samples,
    /// What its program takes to start.
    bare: Samples,
}

impl Seen {
    fn watch(&mut self, viewer: Viewer, address: &str) -> Result<()> {
        self.bare.push(viewer.starts()?);
        self.first.push(viewer.watch(address, PICTURES, &mut self.behind)?);
        Ok(())
    }

    /// To the first picture, without the start of the program.
    fn opens(&self) -> f64 {
        self.first.p50() - self.bare.p50()
    }
}

async fn soon() -> Result<Vec<Figure>> {
    let world = World::start().await?;
    let camera = RtspCamera::start(&["--mark"])?;
    let address = camera.address();
    let _runs = Watching::idly(&address)?;
    let app = with_cameras(&world, 1).await?;
    connect(&app, std::slice::from_ref(&address)).await?;
    let (mut ours, mut gstreamer, mut ffmpeg) = (Seen::default(), Seen::default(), Seen::default());
    for _ in 0..OPENED {
        gstreamer.watch(Viewer::GStreamer, &address)?;
        ffmpeg.watch(Viewer::Ffmpeg, &address)?;
        let left =
            eventually("the app has let go of the camera", PATIENCE, async || connections(camera.port()) == Ok(1));
        left.await?;
        let told = run(&app, "first", 0).await?;
        ours.still.push(told["still"].as_f64().context("a time")?);
        ours.first.push(told["ms"].as_f64().context("a time")?);
        let told = run(&app, "behind", PICTURES).await?;
        let behind = told["behind"].as_array().context("times")?;
        ours.behind.extend(behind.iter().filter_map(Value::as_f64));
        app.press("Back to home").await?;
    }
    app.close().await?;
    Ok(of_soon(&ours, &gstreamer, &ffmpeg))
}

fn of_soon(ours: &Seen, gstreamer: &Seen, ffmpeg: &Seen) -> Vec<Figure> {
    let first = format!(
        "press to the last picture of before {:.0} ms, to the first live one {:.0} (p99 {:.0}) with a key frame a second; GStreamer {:.0} and ffmpeg {:.0}, without \
         the {:.0} and {:.0} that their programs take to start; over ffmpeg {:.2}",
        ours.still.p50(),
        ours.first.p50(),
        ours.first.p99(),
        gstreamer.opens(),
        ffmpeg.opens(),
        gstreamer.bare.p50(),
        ffmpeg.bare.p50(),
        ours.first.p50() / ffmpeg.opens(),
    );
    let behind = format!(
        "made to shown {:.0} ms (p99 {:.0}), encoding included; GStreamer {:.0} (p99 {:.0}), ffmpeg {:.0} (p99 {:.0}), both \
         only decoded; over ffmpeg {:.2}",
        ours.behind.p50(),
        ours.behind.p99(),
        gstreamer.behind.p50(),
        gstreamer.behind.p99(),
        ffmpeg.behind.p50(),
        ffmpeg.behind.p99(),
        ours.behind.p50() / ffmpeg.behind.p50(),
    );
    let target = Target::AtMost(1.5);
    vec![
        Figure { id: "S2", part: "first", ratio: ours.first.p50() / gstreamer.opens(), target, note: first },
        Figure {
            id: "S2",
            part: "behind",
            ratio: ours.behind.p50() / gstreamer.behind.p50(),
            target: Target::AtMost(3.0),
            note: behind,
        },
    ]
}

/// What so many streams cost.
struct Cost {
    /// Of one core.
    processor: f64,
    mib: f64,
}

async fn many() -> Result<Vec<Figure>> {
    let mut figures = vec![];
    for streams in STREAMS {
        let world = World::start().await?;
        let cameras: Vec<_> =
            (0..streams).map(|_| RtspCamera::start(&["--width", "640", "--height", "360"])).collect::<Result<_>>()?;
        let addresses: Vec<_> = cameras.iter().map(RtspCamera::address).collect();
        let plainly = of_gstreamer(&world, &addresses, "ximagesink").await?;
        let gstreamer = of_gstreamer(&world, &addresses, "glimagesink").await?;
        let app = with_cameras(&world, streams).await?;
        let pids = || Ok(pids(&world));
        let of_app = || mib(&world, &[&["mayday"], WEBVIEW.as_slice()].concat());
        let without = cost(pids, of_app).await?;
        connect(&app, &addresses).await?;
        app.press("Open Live View").await?;
        eventually("every picture moves", PATIENCE, async || playing(&app).await.map(|playing| playing == streams))
            .await?;
        let with = cost(pids, of_app).await?;
        ensure!(playing(&app).await? == streams, "a picture stopped meanwhile");
        app.close().await?;
        figures.extend(of_many(streams, [&without, &with], [&gstreamer, &plainly]));
    }
    Ok(figures)
}

async fn of_gstreamer(world: &World, addresses: &[String], sink: &str) -> Result<Cost> {
    let drawing = Watching::drawing(world, addresses, sink)?;
    let pid = drawing.pid();
    cost(|| Ok(vec![pid]), || drawing.mib()).await
}

fn of_many(streams: usize, [without, with]: [&Cost; 2], [gstreamer, plainly]: [&Cost; 2]) -> [Figure; 2] {
    let (processor, memory) = match streams {
        1 => ("cpu 1", "memory 1"),
        4 => ("cpu 4", "memory 4"),
        _ => ("cpu 9", "memory 9"),
    };
    let added = (with.processor - without.processor, with.mib - without.mib);
    let of_processor = format!(
        "{:.0} % of a core for {streams} at 640 × 360, 15 a second ({:.0} without a picture), without a graphics card; \
         GStreamer {:.0} % by OpenGL, as the webview draws, and {:.0} by the plain screen",
        added.0 * 100.0,
        without.processor * 100.0,
        gstreamer.processor * 100.0,
        plainly.processor * 100.0,
    );
    let of_memory = format!(
        "{:.0} MiB more than the {:.0} without a picture; GStreamer {:.0} MiB in all by OpenGL, {:.0} plainly",
        added.1, without.mib, gstreamer.mib, plainly.mib,
    );
    [
        Figure {
            id: "S2",
            part: processor,
            ratio: added.0 / gstreamer.processor,
            target: Target::AtMost(3.0),
            note: of_processor,
        },
        Figure { id: "S2", part: memory, ratio: added.1 / gstreamer.mib, target: Target::AtMost(3.0), note: of_memory },
    ]
}

/// The app in a home with so many cameras.
async fn with_cameras(world: &World, count: usize) -> Result<App> {
    let app = world.app().await?;
    app.shows("Try it").await?;
    let home = HomeSetup { cameras: vec![Camera { compatible: true }; count], ..setup::house() };
    invoke(&app, "set_up", json!({ "setup": home })).await?;
    app.shows("Open Live View").await?;
    Ok(app)
}

async fn connect(app: &App, addresses: &[String]) -> Result<()> {
    let pictures = invoke(app, "pictures", json!({})).await?;
    for (picture, address) in pictures.as_array().context("cameras")?.iter().zip(addresses) {
        let request = json!({
            "camera": picture["camera"], "place": { "at": "address", "of": address }, "stills": "", "user": "",
            "password": "", "transport": "tcp",
        });
        invoke(app, "connect_camera", json!({ "request": request })).await?;
    }
    Ok(())
}

/// What the app's core answers its own page.
async fn invoke(app: &App, command: &str, more: Value) -> Result<Value> {
    let script = "
        const [command, more, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, more).then(
            (is) => done({ is: is ?? null }),
            (error) => done({ error: JSON.stringify(error) }),
        );";
    let told = app.driver().execute_async(script, vec![json!(command), more]).await?.json().clone();
    match told.get("error") {
        Some(error) => bail!("{command} is answered {error}"),
        None => Ok(told["is"].clone()),
    }
}

async fn run(app: &App, what: &str, count: usize) -> Result<Value> {
    let script = include_str!("live.js");
    let told = app.driver().execute_async(script, vec![json!(what), json!(count)]).await?.json().clone();
    match told.get("error") {
        Some(error) => bail!("the page says {error}"),
        None => Ok(told),
    }
}

/// How many pictures move.
async fn playing(app: &App) -> Result<usize> {
    Ok(app.driver().find_all(thirtyfour::By::Css("[data-live=playing]")).await?.len())
}

/// Connections to a port of this machine that stand, as the kernel lists them, from the side of who connects.
fn connections(port: u16) -> Result<usize, String> {
    let table = fs::read_to_string("/proc/net/tcp").map_err(|error| error.to_string())?;
    let remote = format!("0100007F:{port:04X}");
    let stands = |fields: &[&str]| fields.get(2) == Some(&remote.as_str()) && fields.get(3) == Some(&"01");
    Ok(table.lines().filter(|line| stands(&line.split_whitespace().collect::<Vec<_>>())).count())
}

fn pids(world: &World) -> Vec<u32> {
    let counted = |name: &str| name == "mayday" || WEBVIEW.contains(&name);
    let all = world.processes().into_iter();
    let of_app = all.filter(|(program, _)| program.file_name().and_then(|name| name.to_str()).is_some_and(counted));
    of_app.filter_map(|(_, pid)| u32::try_from(pid).ok()).collect()
}

async fn cost(pids: impl Fn() -> Result<Vec<u32>>, memory: impl Fn() -> Result<f64>) -> Result<Cost> {
    passes(SETTLED).await?;
    let (before, began) = (ticks(&pids()?)?, Instant::now());
    passes(LOOKED).await?;
    let used = ticks(&pids()?)? - before;
    let second = f64::from(u32::try_from(rustix::param::clock_ticks_per_second())?);
    Ok(Cost { processor: used / second / began.elapsed().as_secs_f64(), mib: memory()? })
}

async fn passes(time: Duration) -> Result<()> {
    let until = Instant::now() + time;
    eventually("time passes", PATIENCE, async || Instant::now() > until).await
}

/// What processes have used of the processor so far.
fn ticks(pids: &[u32]) -> Result<f64> {
    let mut all = 0.0;
    for pid in pids {
        let stat = fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("stat"))?;
        let (_, fields) = stat.rsplit_once(')').context("the kernel tells of a process")?;
        let fields: Vec<_> = fields.split_whitespace().collect();
        for at in [11, 12] {
            all += fields.get(at).context("its times")?.parse::<f64>()?;
        }
    }
    Ok(all)
}
