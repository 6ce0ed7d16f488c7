//! A second start of the app asks the first one to come to the front, by a socket in the folder that both have: also where
//! the station is on another machine, or does not answer.

#[cfg(unix)]
pub(crate) use unix::{ask, listen};

#[cfg(not(unix))]
pub(crate) use elsewhere::{ask, listen};

#[cfg(unix)]
mod unix {
    use std::time::Duration;

    use tokio::net::{UnixListener, UnixStream};

    use crate::controller::Handle;
    use crate::folder::Folder;

    /// Before a failing door is tried again: it fails for want of a file, which comes back.
    const AGAIN: Duration = Duration::from_secs(1);

    /// Comes to the front whenever somebody knocks. The folder's lock is held, so whatever stands there is left over.
    pub(crate) fn listen(folder: &Folder, handle: Handle) {
        let door = folder.front_door();
        tauri::async_runtime::spawn(async move {
            // An error says that there was none.
            let _ = std::fs::remove_file(&door);
            let listener = match UnixListener::bind(&door) {
                Ok(listener) => listener,
                Err(error) => return tracing::warn!(%error, "a second start will not find this window"),
            };
            loop {
                match listener.accept().await {
                    Ok(_knock) => handle.open(),
                    Err(_) => tokio::time::sleep(AGAIN).await,
                }
            }
        });
    }

    /// Knocks. Where nobody hears it, the window is there all the same.
    pub(crate) async fn ask(folder: &Folder) {
        if let Err(error) = UnixStream::connect(folder.front_door()).await {
            tracing::info!(%error, "the window that is open did not hear of this start");
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use crate::controller::Handle;
    use crate::folder::Folder;

    pub(crate) fn listen(_folder: &Folder, _handle: Handle) {}

    pub(crate) async fn ask(_folder: &Folder) {}
}
