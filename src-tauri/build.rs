//! Lists every command, so that none is open to a window unless a capability grants it.

fn main() {
    let commands = &[
        "view",
        "start_demo",
        "add_device",
        "check_set_up",
        "set_up",
        "pair_with_code",
        "invite",
        "make_recovery",
        "paired_devices",
        "remove_device",
        "keep_draft",
        "read_draft",
        "change_home",
        "set_secrets",
        "test_secret",
        "slide",
        "drill",
        "cancel",
        "send_now",
        "dismiss",
        "open_board",
        "silence",
        "disarm",
        "cancel_in_app",
        "send_help",
        "read_notice",
        "say_over",
        "set_practice",
        "set_burglar_setting",
        "ring_contact",
        "hang_up_contact",
        "set_demo_plan",
        "set_demo_devices",
        "read_rule",
        "set_speakers",
        "try_speakers",
        "station_card",
        "save_station_card",
        "read_history",
        "incident",
        "save_history",
        "save_printed_history",
        "save_receipt",
        "try_alerts",
        "say_alert",
        "leaving_shown",
        "stay",
        "leave_anyway",
    ];
    let manifest = tauri_build::AppManifest::new().commands(commands);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the app's configuration is not valid: {error:#}");
    }
}
