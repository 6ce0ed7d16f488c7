//! A sound card that writes down what it plays, one file for each time that it was opened.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::fs::{CWD, FileType, Mode, mknodat};

use crate::World;
use crate::place::Place;

/// Frames a second, two channels of 16 bits each: what the card is told to be.
const RATE: u32 = 48_000;
/// Below this, of full scale, nobody hears anything.
const FLOOR: f32 = 0.002;

/// Frames of silence after which a sound has ended: a fiftieth of a second.
const ENDED: usize = 960;

/// What the machine plays sound with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundCard {
    /// One that works.
    Works,
    /// One that never answers whoever opens it.
    Hangs,
}

/// What was heard, without the silence around it.
#[derive(Clone, Debug)]
pub struct Sound {
    /// From the first sample that can be heard to the last.
    pub lasts: Duration,
    /// The loudest sample, of full scale.
    pub loudest: f32,
    /// The tone of each twentieth of a second, in hertz.
    pub tones: Vec<f32>,
}

/// Gives a world its card.
pub(crate) fn install(place: &Place, card: SoundCard) -> Result<()> {
    let file = folder(place)?.join("played");
    if card == SoundCard::Hangs {
        // Opening a pipe that nobody reads waits for ever.
        mknodat(CWD, &file, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
    }
    // A file that is there is not written over: the next one gets a number.
    let fresh = if card == SoundCard::Works { "truncate false" } else { "" };
    let settings = format!(
        r#"pcm.!default {{ type plug slave {{ format S16_LE rate {RATE} channels 2
  pcm {{ type file slave.pcm null format "raw" file "{}" {fresh} }} }} }}
"#,
        file.display()
    );
    Ok(fs::write(place.home().join(".asoundrc"), settings)?)
}

fn folder(place: &Place) -> Result<PathBuf> {
    let folder = place.root.join("sound");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

impl World {
    /// Every sound so far that could be heard, oldest first.
    pub fn sounds(&self) -> Result<Vec<Sound>> {
        let folder = self.home().with_file_name("sound");
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .context("this world has no sound card")?
            .map(|it| it.map(|it| it.path()))
            .collect::<Result<_, _>>()?;
        files.sort();
        let sounds = files.iter().map(|file| Ok(heard(&fs::read(file)?))).collect::<Result<Vec<_>>>()?;
        Ok(sounds.into_iter().flatten().collect())
    }
}

/// What can be heard of 16-bit stereo frames; `None` when that is nothing, or has not ended.
fn heard(bytes: &[u8]) -> Option<Sound> {
    let left = bytes.as_chunks::<4>().0.iter().map(|[low, high, ..]| i16::from_le_bytes([*low, *high]));
    let left: Vec<f32> = left.map(|sample| f32::from(sample) / 32_768.0).collect();
    let first = left.iter().position(|sample| sample.abs() > FLOOR)?;
    let last = left.iter().rposition(|sample| sample.abs() > FLOOR)?;
    if left.len() - last < ENDED {
        return None;
    }
    let heard = &left[first..=last];
    let lasts = Duration::from_secs_f64(f64::from(u32::try_from(heard.len()).ok()?) / f64::from(RATE));
    let loudest = heard.iter().copied().map(f32::abs).fold(0.0, f32::max);
    let tones = heard.chunks_exact(RATE as usize / 20).map(hertz).collect();
    Some(Sound { lasts, loudest, tones })
}

fn hertz(samples: &[f32]) -> f32 {
    let crossings = samples.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
    crossings as f32 * RATE as f32 / samples.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_not_heard() {
        assert!(heard(&[0; 4_000]).is_none());
    }

    #[test]
    fn a_sound_that_still_goes_on_is_not_heard_yet() {
        assert!(heard(&[0x10; 4_000]).is_none());
    }

    #[test]
    fn a_tone_between_silences_is_measured_without_them() {
        let tone = (0..RATE / 4).map(|n| (n as f32 * 440.0 * std::f32::consts::TAU / RATE as f32).sin() * 8_000.0);
        let frame = |sample: i16| [sample.to_le_bytes(), sample.to_le_bytes()].concat();
        let quiet = vec![0; 40_000];
        let loud: Vec<u8> = tone.flat_map(|sample| frame(sample as i16)).collect();
        let sound = heard(&[quiet.clone(), loud, quiet].concat()).expect("it can be heard");
        assert!((sound.lasts.as_secs_f32() - 0.25).abs() < 0.001 && (sound.loudest - 0.244).abs() < 0.01, "{sound:?}");
        assert!(sound.tones.iter().all(|tone| (tone - 440.0).abs() < 21.0), "{sound:?}");
    }
}
