//! What is on a world's screen, for moments in which no webdriver can look: the screen's server keeps its
//! picture in a file, in the format of `xwd`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::World;
use crate::place::Place;

/// Bytes of one colour of the palette, which stands before the picture.
const COLOUR: usize = 12;

/// Where the server keeps its picture.
pub(crate) fn folder(place: &Place) -> Result<PathBuf> {
    let folder = place.root.join("screen");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

impl World {
    /// How many of the screen's pixels fit, each as red, green and blue.
    pub fn pixels(&self, fits: impl Fn([u8; 3]) -> bool) -> Result<usize> {
        let picture = fs::read(self.home().with_file_name("screen").join("Xvfb_screen0"))?;
        let number = |at: usize| -> Result<usize> {
            let bytes = picture.get(at * 4..at * 4 + 4).context("the picture has a header")?;
            Ok(u32::from_be_bytes(bytes.try_into()?).try_into()?)
        };
        let (header, bits, colours) = (number(0)?, number(11)?, number(19)?);
        ensure!(bits == 32, "the screen has 32 bits per pixel");
        let pixels = picture.get(header + colours * COLOUR..).context("the picture has pixels")?;
        Ok(pixels.as_chunks::<4>().0.iter().filter(|[blue, green, red, _]| fits([*red, *green, *blue])).count())
    }
}
