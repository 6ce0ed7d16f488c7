//! A desktop's tray: it takes icons in, reads what they show, and chooses from their menus as a person does.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow};
use zbus::message::Header;
use zbus::{Connection, OwnedObjectPath, OwnedVariant, Proxy, Structure, Variant, connection, interface};

use crate::World;
use crate::waiting::{PATIENCE, eventually};

/// The names by which icons find a tray.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const AT: &str = "/StatusNotifierWatcher";

/// A tray on a world's bus.
pub struct TrayHost {
    connection: Connection,
    items: Items,
}

/// Who registered, and where its icon is.
type Items = Arc<Mutex<Vec<(String, String)>>>;

/// An entry of an icon's menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    id: i32,
    /// What it says. A separator says nothing.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
}

struct Watcher(Items);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    async fn register_status_notifier_item(&self, service: String, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((sender, service));
    }

    async fn register_status_notifier_host(&self, _service: String) {}

    #[zbus(property)]
    async fn registered_status_notifier_items(&self) -> Vec<String> {
        let items = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        items.iter().map(|(owner, path)| format!("{owner}{path}")).collect()
    }

    #[zbus(property)]
    async fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    async fn protocol_version(&self) -> i32 {
        0
    }
}

impl TrayHost {
    /// Puts a tray onto a world's desktop, before the app starts.
    pub async fn start(world: &World) -> Result<Self> {
        let address = world.env().get("DBUS_SESSION_BUS_ADDRESS").context("the world has a bus")?;
        let items = Items::default();
        let tray = connection::Builder::address(address.as_str()).name(WATCHER).serve_at(AT, Watcher(items.clone()));
        Ok(Self { connection: tray.build().await?, items })
    }

    /// Waits until the icon's menu has an entry that says this.
    pub async fn says(&self, label: &str) -> Result<()> {
        let says = async || anyhow::Ok(self.menu().await?.iter().any(|entry| entry.label == label));
        eventually(&format!("the tray says “{label}”"), PATIENCE, says).await
    }

    /// The word beside the icon.
    pub async fn word(&self) -> Result<String> {
        Ok(self.item("org.kde.StatusNotifierItem").await?.get_property("XAyatanaLabel").await?)
    }

    /// The file with the icon's picture.
    pub async fn picture(&self) -> Result<String> {
        Ok(self.item("org.kde.StatusNotifierItem").await?.get_property("IconName").await?)
    }

    /// The icon's menu.
    pub async fn menu(&self) -> Result<Vec<Entry>> {
        let menu = self.menu_proxy().await?;
        let none: &[&str] = &[];
        let (_, (_, _, entries)): (u32, Node) = menu.call("GetLayout", &(0, -1, none)).await?;
        entries.into_iter().map(entry).collect()
    }

    /// Chooses the entry that says this.
    pub async fn choose(&self, label: &str) -> Result<()> {
        let entry = self.menu().await?.into_iter().find(|entry| entry.label == label);
        let entry = entry.with_context(|| format!("the menu has no “{label}”"))?;
        let () = self.menu_proxy().await?.call("Event", &(entry.id, "clicked", Variant::from(0), 0_u32)).await?;
        Ok(())
    }

    async fn menu_proxy(&self) -> Result<Proxy<'_>> {
        let item = self.item("org.kde.StatusNotifierItem").await?;
        let at: OwnedObjectPath = item.get_property("Menu").await?;
        let owner = item.destination().to_string();
        Ok(Proxy::new(&self.connection, owner, at, "com.canonical.dbusmenu").await?)
    }

    async fn item(&self, interface: &'static str) -> Result<Proxy<'_>> {
        let first = || self.items.lock().unwrap_or_else(PoisonError::into_inner).first().cloned();
        let (owner, path) = eventually("an icon has come into the tray", PATIENCE, async || first()).await?;
        Ok(Proxy::new(&self.connection, owner, path, interface).await?)
    }
}

/// A node of a menu: its number, what it looks like, and what is below it.
type Node = (i32, HashMap<String, OwnedVariant>, Vec<OwnedVariant>);

fn entry(value: OwnedVariant) -> Result<Entry> {
    let node = Structure::try_from(value)?;
    let [id, looks, _] = node.fields() else { return Err(anyhow!("an entry has three parts: {node:?}")) };
    let looks: HashMap<String, OwnedVariant> = looks.try_clone()?.try_into()?;
    let label = looks.get("label").and_then(|label| String::try_from(label.clone()).ok()).unwrap_or_default();
    let enabled = looks.get("enabled").and_then(|enabled| bool::try_from(enabled.clone()).ok()).unwrap_or(true);
    // An underscore marks the letter of a keyboard shortcut.
    Ok(Entry { id: i32::try_from(id)?, label: label.replace('_', ""), enabled })
}
