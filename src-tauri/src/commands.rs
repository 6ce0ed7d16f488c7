//! The window's intents. Each parses, sends, returns.

use mayday_protocol::plan::{BurglarSetting, Trigger};
use mayday_protocol::{CameraId, ContactId, DeviceId, IncidentId, Kind, Plan};
use mayday_wire::{
    ActivityView, AppView, CameraProblem, CardVersion, ClipView, ConnectCameraRequest, ConnectedView, DeviceRole,
    ErrorBody, ErrorCode, FoundView, HearsView, HistoryFilter, HistoryPageView, HomeSetup, IncidentView,
    InvitationCardView, Language, NameCameraRequest, PairedDevicesView, PictureView, SavedHistoryView,
    SetSecretsRequest, SetUpDraft, SetUpPreview, StationCardView, TestSecretRequest, TestSecretResponse,
};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, State};

use crate::controller::{Handle, Intent};
use crate::live::Live;
use crate::station::{Ask, Typed};
use crate::{card, downloads, history};

/// Every command; `build.rs` lists the same names.
pub(crate) fn all() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        view,
        start_demo,
        add_device,
        check_set_up,
        set_up,
        pair_with_code,
        invite,
        make_recovery,
        paired_devices,
        activity,
        hears,
        leave_home,
        open_help,
        remove_device,
        keep_draft,
        read_draft,
        change_home,
        set_secrets,
        test_secret,
        slide,
        drill,
        drill_alarm,
        cancel,
        send_now,
        dismiss,
        open_board,
        silence,
        disarm,
        cancel_in_app,
        send_help,
        read_notice,
        say_over,
        set_practice,
        set_burglar_setting,
        set_cancel_code,
        ring_contact,
        hang_up_contact,
        set_demo_plan,
        set_demo_devices,
        read_rule,
        set_speakers,
        choose_language,
        try_speakers,
        station_card,
        save_station_card,
        read_history,
        incident,
        save_history,
        save_printed_history,
        save_receipt,
        try_alerts,
        say_alert,
        leaving_shown,
        stay,
        leave_anyway,
        pictures,
        look_for_cameras,
        connect_camera,
        disconnect_camera,
        name_camera,
        live_open,
        live_pull,
        live_again,
        live_close,
        save_snapshot,
        clips,
        clip,
        delete_clip
    ]
}

#[tauri::command]
async fn view(handle: State<'_, Handle>) -> Result<AppView, ErrorBody> {
    handle.view().await
}

#[tauri::command]
async fn start_demo(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::StartDemo).await
}

#[tauri::command]
async fn add_device(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::AddDevice).await
}

#[tauri::command]
async fn check_set_up(handle: State<'_, Handle>, setup: HomeSetup, change: bool) -> Result<SetUpPreview, ErrorBody> {
    handle.check_set_up(setup, change).await
}

#[tauri::command]
async fn set_up(handle: State<'_, Handle>, setup: HomeSetup) -> Result<(), ErrorBody> {
    handle.intend(Intent::SetUp(Box::new(setup))).await
}

#[tauri::command]
async fn pair_with_code(handle: State<'_, Handle>, typed: Typed, address: String) -> Result<(), ErrorBody> {
    handle.intend(Intent::PairWithCode { typed, address }).await
}

#[tauri::command]
async fn invite(handle: State<'_, Handle>, role: DeviceRole, code: Typed) -> Result<InvitationCardView, ErrorBody> {
    let (_, station) = handle.reach().await?;
    Ok(card::of_invitation(station.invite(role, code).await?)?)
}

#[tauri::command]
async fn make_recovery(handle: State<'_, Handle>, code: Typed) -> Result<InvitationCardView, ErrorBody> {
    let (_, station) = handle.reach().await?;
    Ok(card::of_invitation(station.make_recovery(code).await?)?)
}

#[tauri::command]
async fn paired_devices(handle: State<'_, Handle>) -> Result<PairedDevicesView, ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.paired_devices().await
}

#[tauri::command]
async fn leave_home(handle: State<'_, Handle>, live: State<'_, Live>) -> Result<(), ErrorBody> {
    handle.intend(Intent::LeaveHome).await?;
    live.forget().await;
    Ok(())
}

/// Opens the operator's page in the browser (P5): that one, and nothing that a page asks for.
#[tauri::command]
async fn open_help(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    let (home, _) = handle.reach().await?;
    let help = home.operator.and_then(|operator| operator.help).filter(|help| help.starts_with("https://"));
    let help = help.ok_or(ErrorCode::Unknown)?;
    open::that_detached(help).map_err(|error| {
        tracing::warn!(%error, "the operator's page was not opened");
        ErrorCode::NotNow.into()
    })
}

#[tauri::command]
async fn hears(handle: State<'_, Handle>) -> Result<Vec<HearsView>, ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.hears().await
}

#[tauri::command]
async fn activity(handle: State<'_, Handle>) -> Result<Vec<ActivityView>, ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.activity().await
}

#[tauri::command]
async fn remove_device(handle: State<'_, Handle>, device: DeviceId, code: Typed) -> Result<(), ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.remove_device(device, code).await
}

#[tauri::command]
async fn keep_draft(handle: State<'_, Handle>, draft: Option<SetUpDraft>) -> Result<(), ErrorBody> {
    handle.intend(Intent::KeepDraft(draft.map(Box::new))).await
}

#[tauri::command]
async fn read_draft(handle: State<'_, Handle>) -> Result<Option<SetUpDraft>, ErrorBody> {
    handle.draft().await
}

#[tauri::command]
async fn change_home(handle: State<'_, Handle>, setup: HomeSetup, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::ChangeHome { setup: Box::new(setup), code })).await
}

#[tauri::command]
async fn set_secrets(handle: State<'_, Handle>, request: SetSecretsRequest) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetSecrets(request))).await
}

#[tauri::command]
async fn test_secret(handle: State<'_, Handle>, request: TestSecretRequest) -> Result<TestSecretResponse, ErrorBody> {
    handle.test_secret(request).await
}

#[tauri::command]
async fn slide(handle: State<'_, Handle>, kind: Kind, camera: Option<CameraId>) -> Result<(), ErrorBody> {
    handle.intend(camera.map_or(Intent::Slide(kind), |camera| Intent::SlideAt { kind, camera })).await
}

#[tauri::command]
async fn cancel(handle: State<'_, Handle>, code: Option<Typed>) -> Result<(), ErrorBody> {
    handle.intend(Intent::Cancel { code }).await
}

#[tauri::command]
async fn send_now(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::SendNow).await
}

#[tauri::command]
async fn dismiss(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::Dismiss).await
}

#[tauri::command]
async fn open_board(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::OpenBoard).await
}

#[tauri::command]
async fn set_demo_plan(handle: State<'_, Handle>, plan: Plan) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetDemoPlan(plan))).await
}

#[tauri::command]
async fn silence(handle: State<'_, Handle>, incident: IncidentId) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::Silence(incident))).await
}

#[tauri::command]
async fn set_demo_devices(handle: State<'_, Handle>, base_station: bool) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetDemoDevices { base_station })).await
}

#[tauri::command]
async fn read_rule(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::ReadRule).await
}

#[tauri::command]
async fn try_speakers(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::TrySpeakers).await
}

#[tauri::command]
async fn station_card(handle: State<'_, Handle>) -> Result<StationCardView, ErrorBody> {
    Ok(card::of(handle.view().await?.home.as_ref())?)
}

/// On a desktop the saved file, beside the QR code, does what a phone's share sheet does.
#[tauri::command]
async fn save_station_card(
    app: AppHandle,
    handle: State<'_, Handle>,
    version: CardVersion,
) -> Result<String, ErrorBody> {
    let card = card::of(handle.view().await?.home.as_ref())?;
    Ok(card::save(downloads::folder(&app)?, card, version).await?)
}

#[tauri::command]
async fn read_history(
    handle: State<'_, Handle>,
    filter: HistoryFilter,
    before: Option<IncidentId>,
) -> Result<HistoryPageView, ErrorBody> {
    let (_, station) = handle.reach().await?;
    history::page(&station, filter, before).await
}

#[tauri::command]
async fn incident(handle: State<'_, Handle>, incident: IncidentId) -> Result<IncidentView, ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.incident(incident).await
}

#[tauri::command]
async fn save_history(
    app: AppHandle,
    handle: State<'_, Handle>,
    filter: HistoryFilter,
) -> Result<SavedHistoryView, ErrorBody> {
    let (home, station) = handle.reach().await?;
    let (draft, incidents) = history::exported(&station, &home, filter).await?;
    Ok(SavedHistoryView { path: downloads::save(downloads::folder(&app)?, draft).await?, incidents })
}

#[tauri::command]
async fn save_printed_history(app: AppHandle, page: String) -> Result<String, ErrorBody> {
    Ok(downloads::save(downloads::folder(&app)?, history::printed(&page)?).await?)
}

#[tauri::command]
async fn save_receipt(app: AppHandle, handle: State<'_, Handle>, incident: IncidentId) -> Result<String, ErrorBody> {
    let (_, station) = handle.reach().await?;
    let draft = history::receipt(&station, incident).await?;
    Ok(downloads::save(downloads::folder(&app)?, draft).await?)
}

#[tauri::command]
async fn try_alerts(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::TryAlerts).await
}

#[tauri::command]
async fn say_alert(handle: State<'_, Handle>, seen: bool) -> Result<(), ErrorBody> {
    handle.intend(Intent::SayAlert { seen }).await
}

#[tauri::command]
async fn leaving_shown(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::LeavingShown).await
}

#[tauri::command]
async fn stay(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::Stay).await
}

#[tauri::command]
async fn leave_anyway(handle: State<'_, Handle>) -> Result<(), ErrorBody> {
    handle.intend(Intent::LeaveAnyway).await
}

#[tauri::command]
async fn set_speakers(handle: State<'_, Handle>, on: bool) -> Result<(), ErrorBody> {
    handle.intend(Intent::SetSpeakers { on }).await
}

#[tauri::command]
async fn choose_language(handle: State<'_, Handle>, language: Language) -> Result<(), ErrorBody> {
    handle.intend(Intent::ChooseLanguage(language)).await
}

#[tauri::command]
async fn drill(handle: State<'_, Handle>, kind: Kind) -> Result<(), ErrorBody> {
    handle.intend(Intent::Drill(kind)).await
}

#[tauri::command]
async fn drill_alarm(handle: State<'_, Handle>, trigger: Trigger) -> Result<Option<IncidentId>, ErrorBody> {
    let (_, station) = handle.reach().await?;
    station.drill_alarm(trigger).await
}

#[tauri::command]
async fn disarm(handle: State<'_, Handle>, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::Disarm { code })).await
}

#[tauri::command]
async fn cancel_in_app(handle: State<'_, Handle>, incident: IncidentId, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::CancelInApp { incident, code })).await
}

#[tauri::command]
async fn send_help(handle: State<'_, Handle>, incident: IncidentId) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SendHelp(incident))).await
}

#[tauri::command]
async fn read_notice(handle: State<'_, Handle>, incident: IncidentId) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::ReadNotice(incident))).await
}

#[tauri::command]
async fn say_over(handle: State<'_, Handle>, incident: IncidentId) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SayOver(incident))).await
}

#[tauri::command]
async fn set_practice(handle: State<'_, Handle>, minutes: u32, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetPractice { minutes, code })).await
}

#[tauri::command]
async fn set_burglar_setting(handle: State<'_, Handle>, setting: BurglarSetting, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetBurglarSetting { setting, code })).await
}

#[tauri::command]
async fn set_cancel_code(handle: State<'_, Handle>, on: bool, code: Typed) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::SetCancelCode { on, code })).await
}

#[tauri::command]
async fn ring_contact(handle: State<'_, Handle>, contact: ContactId, dnd_on: bool) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::RingContact { contact, dnd_on })).await
}

#[tauri::command]
async fn hang_up_contact(handle: State<'_, Handle>, contact: ContactId) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::HangUpContact(contact))).await
}

#[tauri::command]
async fn pictures(handle: State<'_, Handle>, live: State<'_, Live>) -> Result<Vec<PictureView>, ErrorBody> {
    Ok(live.pictures(&handle.home().await?).await)
}

/// Cameras that answer on the network.
#[tauri::command]
async fn look_for_cameras(live: State<'_, Live>) -> Result<Vec<FoundView>, ErrorBody> {
    Ok(live.look().await)
}

#[tauri::command]
async fn connect_camera(
    handle: State<'_, Handle>,
    live: State<'_, Live>,
    request: ConnectCameraRequest,
) -> Result<ConnectedView, CameraProblem> {
    let home = handle.home().await.map_err(|_| CameraProblem::NotConnected)?;
    live.connect(&home, request).await
}

#[tauri::command]
async fn disconnect_camera(live: State<'_, Live>, camera: CameraId) -> Result<(), ErrorBody> {
    live.disconnect(camera).await;
    Ok(())
}

#[tauri::command]
async fn name_camera(handle: State<'_, Handle>, camera: CameraId, request: NameCameraRequest) -> Result<(), ErrorBody> {
    handle.intend(Intent::Ask(Ask::NameCamera { camera, request })).await
}

#[tauri::command]
async fn live_open(
    handle: State<'_, Handle>,
    live: State<'_, Live>,
    camera: CameraId,
    plain: bool,
) -> Result<u32, CameraProblem> {
    let home = handle.home().await.map_err(|_| CameraProblem::NotConnected)?;
    live.open(&home, camera, plain).await
}

#[tauri::command]
async fn live_pull(live: State<'_, Live>, viewer: u32) -> Result<Response, CameraProblem> {
    Ok(Response::new(live.pull(viewer).await?))
}

#[tauri::command]
async fn live_again(live: State<'_, Live>, viewer: u32) -> Result<(), ErrorBody> {
    live.again(viewer);
    Ok(())
}

#[tauri::command]
async fn live_close(live: State<'_, Live>, viewer: u32) -> Result<(), ErrorBody> {
    live.close(viewer);
    Ok(())
}

#[tauri::command]
async fn clips(live: State<'_, Live>, incident: IncidentId) -> Result<Vec<ClipView>, ErrorBody> {
    Ok(live.clips(incident))
}

#[tauri::command]
async fn clip(live: State<'_, Live>, incident: IncidentId, camera: CameraId) -> Result<Response, CameraProblem> {
    Ok(Response::new(live.clip(incident, camera).await?))
}

#[tauri::command]
async fn delete_clip(live: State<'_, Live>, incident: IncidentId, camera: CameraId) -> Result<(), ErrorBody> {
    live.delete_clips(|clip| clip.incident == incident && clip.camera == camera);
    Ok(())
}

/// The picture that stands in the window, as a file.
#[tauri::command]
async fn save_snapshot(app: AppHandle, request: Request<'_>) -> Result<String, ErrorBody> {
    let InvokeBody::Raw(picture) = request.body() else { return Err(ErrorCode::Malformed.into()) };
    let draft = downloads::picture(picture).ok_or(ErrorCode::Malformed)?;
    Ok(downloads::save(downloads::folder(&app)?, draft).await?)
}
