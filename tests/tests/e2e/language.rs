//! An SOS in Spanish and in Canadian French: the page, the notification and the tray speak the language that was chosen,
//! at once and after a restart.

use anyhow::Result;
use mayday_tests::{App, Board, TrayHost, World, notifications};
use mayday_wire::BoardAction;

use crate::axe::looks_fine;
use crate::scene::{click, newest, witness};

/// What one language says on the way.
struct Said {
    tag: &'static str,
    try_it: &'static str,
    answers: &'static str,
    question: &'static str,
    counting: &'static str,
    requested: &'static str,
    notified: &'static str,
    show: &'static str,
    cancelled: &'static str,
    open: [&'static str; 2],
    calm: &'static str,
}

const SPANISH: Said = Said {
    tag: "es",
    try_it: "Probar",
    answers: "La estación responde",
    question: "¿Quién debe venir?",
    counting: "Cancelar",
    requested: "Demo · Ayuda solicitada",
    notified: "Demo · Ayuda solicitada",
    show: "Mostrar lo que sucede",
    cancelled: "Cancelado por Ana Ruiz",
    open: ["Abrir Mayday", "Salir"],
    calm: "Demo · Todo en orden",
};

const FRENCH: Said = Said {
    tag: "fr-CA",
    try_it: "Essayer",
    answers: "La station répond",
    question: "Qui doit venir?",
    counting: "Annuler",
    requested: "Démo · Aide demandée",
    notified: "Démo · Aide demandée",
    show: "Montrer ce qui se passe",
    cancelled: "Annulé par Ana Ruiz",
    open: ["Ouvrir Mayday", "Quitter"],
    calm: "Démo · Tout est en ordre",
};

/// proves: V4
#[tokio::test]
async fn an_sos_in_spanish_is_spanish_from_the_first_page_to_its_end_and_after_a_restart() -> Result<()> {
    sos_in(&SPANISH).await
}

/// proves: V4
#[tokio::test]
async fn an_sos_in_french_is_french_from_the_first_page_to_its_end_and_after_a_restart() -> Result<()> {
    sos_in(&FRENCH).await
}

/// proves: V4
#[tokio::test]
async fn a_first_start_speaks_the_language_of_the_computer() -> Result<()> {
    let world = World::builder().env("LANG", "es_MX.UTF-8").env("LC_ALL", "es_MX.UTF-8").start().await?;
    let app = world.app().await?;
    app.button(SPANISH.try_it).await?;
    Ok(())
}

async fn sos_in(said: &Said) -> Result<()> {
    let world = World::builder().window(390, 844).start().await?;
    let tray = TrayHost::start(&world).await?;
    let mut app = world.app().await?;
    click(&app, &format!("button[data-language={}]", said.tag)).await?;
    app.button(said.try_it).await?;
    looks_fine(&app, &format!("welcome in {}", said.tag)).await?;
    app.press(said.try_it).await?;
    app.shows(said.answers).await?;
    looks_fine(&app, &format!("dashboard in {}", said.tag)).await?;
    tray.says(said.calm).await?;
    let entries: Vec<String> = tray.menu().await?.into_iter().map(|entry| entry.label).collect();
    assert!(said.open.iter().all(|entry| entries.iter().any(|label| label == entry)), "{entries:?}");

    app.press("SOS").await?;
    app.heading(said.question).await?;
    looks_fine(&app, &format!("sheet in {}", said.tag)).await?;
    app.slide_fully("sos_police").await?;
    app.button(said.counting).await?;
    app.heading(said.requested).await?;
    looks_fine(&app, &format!("timeline in {}", said.tag)).await?;
    app.screenshot(&format!("language-{}", said.tag)).await?;
    assert!(notifications(&world).iter().any(|told| told.summary == said.notified), "{:?}", notifications(&world));

    app.relaunch().await?;
    app.press(said.show).await?;
    app.heading(said.requested).await?;
    ended_by_ana(&world, &app, said.cancelled).await
}

async fn ended_by_ana(world: &World, app: &App, cancelled: &str) -> Result<()> {
    let board = Board::open(world).await?;
    board.answer_as_a_human("Ana Ruiz").await?;
    board.say_password("Ana Ruiz").await?;
    board.act("Ana Ruiz", BoardAction::Key, Some('2')).await?;
    app.shows(cancelled).await?;
    assert!(newest(&witness(world).await?).await?.ending.is_some());
    Ok(())
}
