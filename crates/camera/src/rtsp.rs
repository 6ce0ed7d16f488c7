//! A camera over RTSP (RFC 2326), by `retina`: from its address to fragments on the stage, until something ends it.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use retina::client::{
    Demuxed, Described, InitialTimestampPolicy, PlayOptions, Session, SessionOptions, SetupOptions, Stream,
    TcpTransportOptions, UdpTransportOptions,
};
use retina::codec::{AudioFrame, AudioParameters, CodecItem, FrameFormat, ParametersRef, VideoFrame, VideoParameters};
use tokio::time::{timeout, timeout_at};

use crate::address::{Address, Credentials, Transport};
use crate::fragment::{AudioTrack, Muxer, Sample, VideoTrack};
use crate::problem::Problem;
use crate::slice::Coding;
use crate::sound::{Law, Recoder};
use crate::stage::Stage;

/// What a camera takes at most from the first knock to the first packet. One that is started on demand (ring-mqtt)
/// takes some seconds.
const TO_PLAY: Duration = Duration::from_secs(15);
/// A camera that sends no picture for so long has stopped, whatever else it sends.
const SILENCE: Duration = Duration::from_secs(6);
/// A camera that sends pictures of which none can be shown for so long, since no key frame comes, is asked anew: most
/// begin with one.
const UNSEEN: Duration = Duration::from_secs(60);
/// Seconds by which a camera's clock may jump: more is no clock.
const MOST_JUMP_S: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");
/// As it names itself to cameras.
const USER_AGENT: &str = "Mayday";

/// Shows what a camera sends until it ends. It always ends with a problem: no live stream is ever through.
pub(crate) async fn play(
    address: &Address,
    credentials: Option<&Credentials>,
    transport: Transport,
    stage: &Stage,
) -> Problem {
    let opened = timeout(TO_PLAY, open(address, credentials, transport)).await;
    let ended = match opened {
        Ok(Ok((session, tracks))) => show(session, tracks, stage).await,
        Ok(Err(problem)) => problem,
        Err(_) => Problem::Silent,
    };
    stage.end();
    // What `retina` says can hold the address, and with it a key: only the reason is told.
    tracing::info!(reason = %ended, "a camera stopped");
    ended
}

/// Which streams of the session are shown.
struct Tracks {
    video: usize,
    audio: Option<(usize, Sound)>,
}

/// How the sound of a camera gets into a file.
struct Sound {
    track: AudioTrack,
    /// Where it has to be made into something that a file holds.
    recoder: Option<Recoder>,
}

async fn open(
    address: &Address,
    credentials: Option<&Credentials>,
    transport: Transport,
) -> Result<(Demuxed, Tracks), Problem> {
    let credentials = credentials.map(|credentials| retina::client::Credentials {
        username: credentials.user.clone(),
        password: credentials.password.clone(),
    });
    let options = SessionOptions::default().creds(credentials).user_agent(USER_AGENT.to_owned());
    let mut session = Session::describe(address.url(), options).await.map_err(refused)?;
    let video = video_of(&session)?;
    let audio = audio_of(&session);
    session.setup(video, setup(transport)).await.map_err(refused)?;
    if let Some((audio, _)) = &audio {
        session.setup(*audio, setup(transport)).await.map_err(refused)?;
    }
    // Permissive: a camera that does not tell when its streams begin is shown all the same.
    let play = PlayOptions::default()
        .initial_timestamp(InitialTimestampPolicy::Permissive)
        .enforce_timestamps_with_max_jump_secs(MOST_JUMP_S);
    let playing = session.play(play).await.map_err(refused)?;
    Ok((playing.demuxed().map_err(|_| Problem::UnknownCodec)?, Tracks { video, audio }))
}

fn setup(transport: Transport) -> SetupOptions {
    let transport = match transport {
        Transport::Tcp => retina::client::Transport::Tcp(TcpTransportOptions::default()),
        Transport::Udp => retina::client::Transport::Udp(UdpTransportOptions::default()),
    };
    SetupOptions::default().transport(transport).frame_format(FrameFormat::MP4)
}

fn video_of(session: &Session<Described>) -> Result<usize, Problem> {
    let streams = session.streams();
    let shown = |name: &str| Coding::named(name).is_some();
    let found = streams.iter().position(|stream| stream.media() == "video" && shown(stream.encoding_name()));
    found.ok_or_else(|| {
        let any = streams.iter().any(|stream| stream.media() == "video");
        if any { Problem::UnknownCodec } else { Problem::NoVideo }
    })
}

/// The first sound that a file can hold, as it is before one that has to be made so. A camera whose sound cannot be
/// played is shown without.
fn audio_of(session: &Session<Described>) -> Option<(usize, Sound)> {
    let streams = || session.streams().iter().enumerate();
    let as_it_is = |(index, stream): (usize, &Stream)| match stream.parameters() {
        Some(ParametersRef::Audio(parameters)) => Some((index, audio_track(parameters)?)),
        _ => None,
    };
    let made = |(index, stream): (usize, &Stream)| recoded(stream).map(|sound| (index, sound));
    streams().find_map(as_it_is).or_else(|| streams().find_map(made))
}

/// G.711 with one channel.
fn recoded(stream: &Stream) -> Option<Sound> {
    let is_mono = stream.channels().is_none_or(|channels| channels.get() == 1);
    let law = Law::named(stream.encoding_name()).filter(|_| is_mono && stream.media() == "audio")?;
    let recoder = Recoder::new(law, stream.clock_rate_hz())?;
    Some(Sound { track: recoder.track()?, recoder: Some(recoder) })
}

fn audio_track(parameters: &AudioParameters) -> Option<Sound> {
    let track = AudioTrack {
        codec: parameters.rfc6381_codec()?.to_owned(),
        sample_entry: parameters.mp4_sample_entry().build().ok()?,
        timescale: parameters.clock_rate(),
    };
    Some(Sound { track, recoder: None })
}

fn video_track(parameters: &VideoParameters, timescale: u32) -> Option<VideoTrack> {
    let (width, height) = parameters.pixel_dimensions();
    Some(VideoTrack {
        codec: parameters.rfc6381_codec().to_owned(),
        sample_entry: parameters.mp4_sample_entry().build().ok()?,
        width: u16::try_from(width).ok()?,
        height: u16::try_from(height).ok()?,
        timescale,
    })
}

async fn show(mut session: Demuxed, tracks: Tracks, stage: &Stage) -> Problem {
    let now = tokio::time::Instant::now;
    let mut screen = Screen { stage, tracks, shown: None, lost: false, seen: now() };
    let mut silent_at = now() + SILENCE;
    loop {
        let unseen_at = screen.seen + UNSEEN;
        match timeout_at(silent_at.min(unseen_at), session.next()).await {
            Err(_) if unseen_at < silent_at => return Problem::Garbage,
            Err(_) => return Problem::Silent,
            Ok(None) => return Problem::Ended,
            Ok(Some(Err(error))) => return interrupted(&error),
            Ok(Some(Ok(item))) => {
                if matches!(item, CodecItem::VideoFrame(_)) {
                    silent_at = now() + SILENCE;
                }
                if let Err(problem) = screen.take(item, &session) {
                    return problem;
                }
            }
        }
    }
}

/// The stream that is shown, and what it was made for.
struct Screen<'a> {
    stage: &'a Stage,
    tracks: Tracks,
    shown: Option<(VideoTrack, Muxer)>,
    /// Whether a part of a picture was lost: what builds on it would be smeared.
    lost: bool,
    /// When a picture was shown last.
    seen: tokio::time::Instant,
}

impl Screen<'_> {
    fn take(&mut self, item: CodecItem, session: &Demuxed) -> Result<(), Problem> {
        match item {
            CodecItem::VideoFrame(frame) if frame.stream_id() == self.tracks.video => self.picture(&frame, session),
            CodecItem::AudioFrame(frame) => self.sound(&frame),
            CodecItem::VideoFrame(_) | CodecItem::MessageFrame(_) | CodecItem::Rtcp(_) | _ => Ok(()),
        }
    }

    fn sound(&mut self, frame: &AudioFrame) -> Result<(), Problem> {
        let Some((_, muxer)) = &mut self.shown else { return Ok(()) };
        let at = frame.timestamp().elapsed();
        let mut show = |data: &[u8], at: i64, length: u32| {
            let fragment = muxer.audio(data, at, length).map_err(|_| Problem::Garbage)?;
            if let Some(fragment) = fragment {
                self.stage.show(fragment, false, false, Instant::now());
            }
            Ok(())
        };
        match self.tracks.audio.as_mut().and_then(|(_, sound)| sound.recoder.as_mut()) {
            None => show(frame.data(), at, frame.frame_length().get()),
            Some(recoder) => {
                let made = recoder.take(frame.data(), at);
                made.into_iter().try_for_each(|made| show(&made.data, made.at, made.length))
            }
        }
    }

    fn picture(&mut self, frame: &VideoFrame, session: &Demuxed) -> Result<(), Problem> {
        // What is coded in another way from here on cannot build on what was shown.
        self.lost |= frame.loss() > 0 || frame.has_new_parameters();
        let coding = Coding::named(session.streams()[self.tracks.video].encoding_name());
        let Some(begins) = coding.and_then(|coding| coding.begins(frame.data())) else { return Ok(()) };
        let key = frame.is_random_access_point();
        if key && self.begin(session)? {
            // Of what was lost right before it, some may have been its own.
            self.lost = frame.loss() > 0 && !begins;
        }
        if self.lost {
            return Ok(());
        }
        let Some((_, muxer)) = &mut self.shown else { return Ok(()) };
        let sample = Sample { data: frame.data(), at: frame.timestamp().elapsed(), key };
        match muxer.video(sample).map_err(|_| Problem::Garbage)? {
            Some(fragment) => {
                self.seen = tokio::time::Instant::now();
                self.stage.show(fragment, key, true, Instant::now());
            }
            None => self.lost = true,
        }
        Ok(())
    }

    /// Begins a file as the stream is coded from here on. `false`: the stream has not said how.
    fn begin(&mut self, session: &Demuxed) -> Result<bool, Problem> {
        let stream = &session.streams()[self.tracks.video];
        let Some(ParametersRef::Video(parameters)) = stream.parameters() else { return Ok(false) };
        let track = video_track(parameters, stream.clock_rate_hz()).ok_or(Problem::UnknownCodec)?;
        if self.shown.as_ref().is_some_and(|(shown, _)| *shown == track) {
            return Ok(true);
        }
        let audio = self.tracks.audio.as_ref().map(|(_, sound)| &sound.track);
        let (muxer, format) = Muxer::new(&track, audio).map_err(|_| Problem::UnknownCodec)?;
        self.stage.begin(format);
        self.shown = Some((track, muxer));
        Ok(true)
    }
}

/// What a camera says to describe, set-up and play.
fn refused(error: retina::Error) -> Problem {
    match error.status_code() {
        Some(401 | 403) => Problem::WrongPassword,
        Some(404) => Problem::WrongPath,
        // The status is 200 where the answer itself was not understood.
        Some(200..300) => Problem::UnknownCodec,
        Some(_) => Problem::Refused,
        None => broken(&error),
    }
}

/// What a camera that played ended with: it was one, whatever it said then.
fn interrupted(error: &retina::Error) -> Problem {
    let problem = broken(error);
    if problem == Problem::NotACamera { Problem::Garbage } else { problem }
}

/// `retina` gives its errors to people: only the beginning of its sentences tells them apart.
fn broken(error: &retina::Error) -> Problem {
    let said = error.to_string();
    let begins = |start: &str| said.starts_with(start);
    if begins("Unable to connect") {
        Problem::Unreachable
    } else if begins("RTSP framing error") || begins("Error reading from RTSP peer: invalid") {
        Problem::NotACamera
    } else if begins("Error reading") || begins("Error writing") {
        Problem::Ended
    } else if begins("Timeout") {
        Problem::Silent
    } else if begins("Unsupported") {
        Problem::UnknownCodec
    } else {
        Problem::Garbage
    }
}
