//! The outer door, for devices on other machines: TLS with a certificate of the station's own, whose fingerprint the
//! pairing code and link vouch for (V1). It is opened with the first invitation, or by the operator, and then at every
//! start.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mayday_wire::pairing::MOST_ADDRESSES;
use mayday_wire::{Fingerprint, pin};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use tokio_rustls::TlsAcceptor;

use crate::receipt::write_private;
use crate::{Config, Station, http};

/// The name in the certificate. Nobody looks at it: the fingerprint is what is compared.
const NAME: &str = "mayday-station";

/// The door, open or not yet.
pub(crate) struct Outer {
    file: PathBuf,
    /// Where the operator wants it.
    listen: Option<SocketAddr>,
    /// Where the operator says that it is met from outside.
    reachable_at: Vec<String>,
    open: OnceCell<Open>,
}

/// An open door.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    port: u16,
    pub(crate) fingerprint: Fingerprint,
}

/// What is kept of it: devices have pinned the certificate, and know the port.
#[derive(Serialize, Deserialize)]
struct Kept {
    port: u16,
    /// DER, in base64.
    certificate: String,
    /// PKCS #8, in base64.
    key: String,
}

impl Outer {
    pub(crate) fn new(config: &Config) -> Self {
        let (listen, reachable_at) = (config.listen, config.reachable_at.clone());
        Self { file: config.folder.outer_door(), listen, reachable_at, open: OnceCell::new() }
    }

    /// At the start: opened if it was open before, or if the operator wants it.
    pub(crate) async fn open_again(&self, station: &Station) {
        if self.listen.is_none() && !self.file.exists() {
            return;
        }
        if let Err(error) = self.open(station).await {
            let error = format!("{error:#}");
            tracing::error!(error, "the door for other devices does not open: a person must look");
        }
    }

    /// Opens it, once.
    pub(crate) async fn open(&self, station: &Station) -> anyhow::Result<Open> {
        self.open.get_or_try_init(|| self.open_now(station)).await.copied()
    }

    /// The certificate, while the door is open.
    pub(crate) fn fingerprint(&self) -> Option<Fingerprint> {
        self.open.get().map(|open| open.fingerprint)
    }

    async fn open_now(&self, station: &Station) -> anyhow::Result<Open> {
        let known = self.read()?;
        let port = known.as_ref().map_or(0, |kept| kept.port);
        let at = self.listen.unwrap_or_else(|| (Ipv4Addr::UNSPECIFIED, port).into());
        let listener = TcpListener::bind(at).await.with_context(|| format!("cannot listen on {at}"))?;
        let port = listener.local_addr()?.port();
        let kept = match known {
            Some(kept) => kept,
            None => self.make(port)?,
        };
        let certificate = CertificateDer::from(STANDARD.decode(&kept.certificate)?);
        let open = Open { port, fingerprint: pin::fingerprint(&certificate) };
        let acceptor = acceptor(certificate, STANDARD.decode(&kept.key)?)?;
        tokio::spawn(http::serve_outer(station.clone(), listener, acceptor, station.stop.subscribe()));
        tracing::info!(port, "the door for other devices is open");
        Ok(open)
    }

    fn read(&self) -> anyhow::Result<Option<Kept>> {
        if !self.file.exists() {
            return Ok(None);
        }
        let text = std::fs::read(&self.file).with_context(|| format!("cannot read {}", self.file.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is not understood", self.file.display())).map(Some)
    }

    fn make(&self, port: u16) -> anyhow::Result<Kept> {
        let rcgen::CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed([NAME.to_owned()])?;
        let (certificate, key) = (STANDARD.encode(cert.der()), STANDARD.encode(signing_key.serialize_der()));
        let kept = Kept { port, certificate, key };
        write_private(&self.file, &serde_json::to_vec(&kept)?)?;
        Ok(kept)
    }

    /// Where the door is met: what the operator says, then the addresses of this machine.
    pub(crate) fn addresses(&self, Open { port, .. }: Open) -> Vec<String> {
        if let Some(at) = self.listen.filter(|at| !at.ip().is_unspecified()) {
            return self.reachable_at.iter().cloned().chain([at.to_string()]).take(MOST_ADDRESSES).collect();
        }
        let own = if_addrs::get_if_addrs().unwrap_or_default().into_iter().map(|interface| interface.ip());
        let mut own: Vec<IpAddr> = own.filter(is_of_a_network).collect();
        own.sort_by_key(IpAddr::is_ipv6);
        if own.is_empty() {
            own.push(Ipv4Addr::LOCALHOST.into());
        }
        let own = own.into_iter().filter(|ip| ip.is_ipv4() || self.listen.is_some_and(|at| at.is_ipv6()));
        let own = own.map(|ip| SocketAddr::new(ip, port).to_string());
        self.reachable_at.iter().cloned().chain(own).take(MOST_ADDRESSES).collect()
    }
}

/// Neither this machine alone nor this cable alone.
fn is_of_a_network(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => !v4.is_loopback() && !v4.is_link_local(),
        IpAddr::V6(v6) => !v6.is_loopback() && !v6.is_unicast_link_local(),
    }
}

fn acceptor(certificate: CertificateDer<'static>, key: Vec<u8>) -> anyhow::Result<TlsAcceptor> {
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key));
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_protocol_versions(&[&rustls::version::TLS13])?;
    Ok(TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key)?)))
}
