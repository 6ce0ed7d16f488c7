//! One SOS from the first start to the dispatch request.

use anyhow::Result;
use mayday_tests::World;

#[tokio::test]
async fn spike() -> Result<()> {
    let world = World::start().await?;
    let app = world.app().await?;
    app.screenshot("welcome").await?;
    app.press("Try it").await?;
    app.shows("12 Maple Street").await?;
    app.screenshot("dashboard").await?;
    app.press("SOS").await?;
    app.shows("Who should come?").await?;
    app.screenshot("sheet").await?;
    app.slide_fully("sos_police").await?;
    app.screenshot("countdown").await?;
    app.shows("requested").await?;
    app.screenshot("after").await?;
    eprintln!("{}", world.log());
    Ok(())
}
