//! What axe-core finds in the real webview: nothing, on the screens of a home, light and dark, at 200 % text. Every screen
//! of the simulation is looked at in a browser besides (`ui/scripts/check-screens.mjs`).

use std::path::Path;

use anyhow::{Context, Result};
use mayday_tests::{App, World};

use crate::scene::{click, with_base_station};

/// proves: A8, O4
#[tokio::test]
async fn axe_finds_nothing_on_the_screens_of_the_real_app() -> Result<()> {
    for dark in [false, true] {
        let world = World::builder().window(390, 844).dark(dark).start().await?;
        let app = with_base_station(&world).await?;
        looks_fine(&app, "dashboard").await?;
        for page in ["readiness", "secrets", "household", "plans", "through"] {
            click(&app, &format!("[data-action={page}]")).await?;
            app.find(&format!("[data-screen={page}]")).await?;
            looks_fine(&app, page).await?;
            app.press("Back to home").await?;
        }
        app.press("SOS").await?;
        app.heading("Who should come?").await?;
        looks_fine(&app, "sheet").await?;
        app.slide_fully("sos_medical").await?;
        app.shows("Requesting medical help in").await?;
        looks_fine(&app, "countdown").await?;
        app.press("Cancel").await?;
        app.shows("Cancelled. Nobody was called.").await?;
        looks_fine(&app, "cancelled").await?;
    }
    Ok(())
}

/// At the text's own size, and at twice it.
pub(crate) async fn looks_fine(app: &App, screen: &str) -> Result<()> {
    for size in ["100%", "200%"] {
        app.run("document.documentElement.style.fontSize = arguments[0]", vec![size.into()]).await?;
        let found = violations(app).await?;
        assert_eq!(found, Vec::<String>::new(), "{screen} at {size}");
    }
    app.run("document.documentElement.style.fontSize = ''", vec![]).await?;
    Ok(())
}

async fn violations(app: &App) -> Result<Vec<String>> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(source).context("the pages' packages are installed")?;
    if app.run("return typeof window.axe", vec![]).await?.as_str() != Some("object") {
        app.run(&format!("{source}\nwindow.axe = axe;"), vec![]).await?;
    }
    let look = "const done = arguments[arguments.length - 1];
        window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
            .then(({ violations, passes }) => done([
                ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)),
                ...(passes.length > 5 ? [] : ['axe has looked at next to nothing']),
            ]))
            .catch((error) => done([String(error)]));";
    Ok(app.driver().execute_async(look, vec![]).await?.convert()?)
}
