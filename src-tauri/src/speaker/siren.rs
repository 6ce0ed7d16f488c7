//! The demo siren's sound, made from numbers: half a second, quiet, rising and falling once.

use std::f32::consts::TAU;
use std::time::Duration;

/// How long it sounds: enough to be known for a siren, too short to alarm a neighbour.
pub(super) const LENGTH: Duration = Duration::from_millis(500);
/// Samples a second.
pub(super) const RATE: u32 = 48_000;
/// Of full scale. A desk's speakers at half volume make it about as loud as speech.
const LOUDNESS: f32 = 0.12;
/// Where the tone begins and ends, in hertz.
const LOW: f32 = 650.0;
/// Where it is in the middle.
const HIGH: f32 = 1_050.0;
/// A sound that begins or ends at once clicks.
const FADE: f32 = 0.02;

/// The samples, for one channel.
pub(super) fn samples() -> Vec<f32> {
    let seconds = LENGTH.as_secs_f32();
    let step = 1.0 / RATE as f32;
    let mut phase = 0.0;
    let tone = |at: f32| {
        let rise = 1.0 - (2.0 * at / seconds - 1.0).abs();
        phase = (phase + step * (LOW + (HIGH - LOW) * rise)).fract();
        let fade = (at / FADE).min((seconds - at) / FADE).clamp(0.0, 1.0);
        LOUDNESS * fade * (phase * TAU).sin()
    };
    (0..).map(|n| n as f32 * step).take_while(|at| *at < seconds).map(tone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lasts_half_a_second_and_is_quiet() {
        let samples = samples();
        assert!((23_990..=24_010).contains(&samples.len()), "{} samples", samples.len());
        let loudest = samples.iter().copied().map(f32::abs).fold(0.0, f32::max);
        assert!((0.1..=LOUDNESS).contains(&loudest), "{loudest} of full scale");
    }

    #[test]
    fn it_begins_and_ends_without_a_click() {
        let samples = samples();
        let step = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
        assert!(step < 0.02, "{step} from one sample to the next");
        assert!(samples[0].abs() < 0.001 && samples[samples.len() - 1].abs() < 0.001);
    }

    #[test]
    fn it_rises_and_falls_between_its_two_tones() {
        let samples = samples();
        let tones: Vec<f32> = samples.chunks(RATE as usize / 20).map(hertz).collect();
        assert!(tones.iter().all(|tone| (LOW - 60.0..=HIGH + 60.0).contains(tone)), "{tones:?}");
        let middle = tones[tones.len() / 2];
        assert!(tones[0] + 200.0 < middle && tones[tones.len() - 1] + 200.0 < middle, "{tones:?}");
    }

    fn hertz(samples: &[f32]) -> f32 {
        let crossings = samples.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
        crossings as f32 * RATE as f32 / samples.len() as f32
    }
}
