//! Who answers on the network: WS-Discovery (2005/04) as ONVIF devices speak it, over IPv4 and for one link.
//!
//! An answer is one datagram that anybody can send. It counts where its service is on the machine that sent it, so
//! that nobody can put another machine, or another's name, into the list.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, SocketAddrV4};
use std::time::Duration;

use futures_util::future::join_all;
use oxvif::soap::XmlNode;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

use super::{Device, name_of};
use crate::address::{WebAddress, decoded};

/// Where ONVIF devices listen.
const GROUP: SocketAddrV4 = SocketAddrV4::new(Ipv4Addr::new(239, 255, 255, 250), 3702);
/// Devices of a home. More is no home.
const MOST: usize = 64;
/// Longer, nobody looks around.
const LONGEST: Duration = Duration::from_secs(60);
/// Elements in elements. An answer has five.
const DEPTH: usize = 32;
/// Bytes of a datagram.
const DATAGRAM: usize = 65_535;
/// What is asked for, each with a probe of its own: recorders and door bells often say the second alone.
const KINDS: [(&str, &str); 2] = [
    ("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter"),
    ("http://www.onvif.org/ver10/device/wsdl", "Device"),
];

/// Devices by the machine and the port of their service.
type Devices = BTreeMap<(IpAddr, u16), Device>;

pub(super) async fn everywhere(time: Duration) -> Vec<Device> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default().into_iter().filter(|each| !each.is_loopback());
    let mut from: Vec<_> = interfaces
        .filter_map(|each| match each.ip() {
            IpAddr::V4(ip) => Some(ip),
            IpAddr::V6(_) => None,
        })
        .collect();
    from.sort_unstable();
    from.dedup();
    asked(&from, GROUP, time).await
}

/// What answers to a probe from each of the machine's addresses.
async fn asked(from: &[Ipv4Addr], to: SocketAddrV4, time: Duration) -> Vec<Device> {
    let time = time.min(LONGEST);
    let ends = Instant::now() + time;
    let sockets = from.iter().filter_map(|ip| socket(*ip).ok());
    let heard = join_all(sockets.map(|socket| listen(socket, to, ends, time))).await;
    let mut devices = Devices::new();
    for (at, device) in heard.into_iter().flatten() {
        if devices.len() < MOST {
            devices.entry(at).or_insert(device);
        }
    }
    let mut devices: Vec<_> = devices.into_values().collect();
    devices.sort_by(|a, b| (&a.name, &a.host).cmp(&(&b.name, &b.host)));
    devices
}

fn socket(ip: Ipv4Addr) -> std::io::Result<UdpSocket> {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::UDP))?;
    socket.bind(&SocketAddr::from((ip, 0)).into())?;
    // Where a machine has more than one way out, the system would take the same for all.
    socket.set_multicast_if_v4(&ip)?;
    socket.set_nonblocking(true)?;
    UdpSocket::from_std(socket.into())
}

/// Asks at once and again after a third of the time, as datagrams are lost, and listens to the end.
async fn listen(socket: UdpSocket, to: SocketAddrV4, ends: Instant, time: Duration) -> Devices {
    let mut devices = Devices::new();
    let mut datagram = vec![0; DATAGRAM];
    for until in [ends - time * 2 / 3, ends] {
        for (namespace, kind) in KINDS {
            // A network that takes no multicast is heard as one in which nobody answers.
            let _ = socket.send_to(probe(namespace, kind).as_bytes(), to).await;
        }
        while devices.len() < MOST
            && let Ok(received) = timeout_at(until, socket.recv_from(&mut datagram)).await
        {
            // An error is one of an earlier datagram that could not be delivered.
            let Ok((length, sender)) = received else { continue };
            devices.extend(answers(&datagram[..length], sender.ip()));
        }
    }
    devices
}

fn probe(namespace: &str, kind: &str) -> String {
    let [one, two] = [(); 2].map(|()| getrandom::u64().unwrap_or_default());
    let (a, b, c) = (one >> 32, (one >> 16) & 0xffff, one & 0xfff);
    let (d, e) = (two >> 48 & 0x3fff | 0x8000, two & 0xffff_ffff_ffff);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:k="{namespace}"><e:Header><w:MessageID>uuid:{a:08x}-{b:04x}-4{c:03x}-{d:04x}-{e:012x}</w:MessageID><w:To e:mustUnderstand="true">urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To><w:Action e:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header><e:Body><d:Probe><d:Types>k:{kind}</d:Types></d:Probe></e:Body></e:Envelope>"#
    )
}

/// The devices of one answer that are on the machine that sent it.
fn answers(datagram: &[u8], sender: IpAddr) -> Vec<((IpAddr, u16), Device)> {
    let Ok(text) = std::str::from_utf8(datagram) else { return Vec::new() };
    if !super::onvif::is_flat(text, DEPTH) {
        return Vec::new();
    }
    let Ok(root) = XmlNode::parse(text) else { return Vec::new() };
    let Some(matches) = root.path(&["Body", "ProbeMatches"]) else { return Vec::new() };
    matches.children_named("ProbeMatch").take(MOST).filter_map(|found| device(found, sender)).collect()
}

fn device(found: &XmlNode, sender: IpAddr) -> Option<((IpAddr, u16), Device)> {
    let services = found.child("XAddrs")?.text().split_whitespace();
    let service = services.filter_map(|each| Some(WebAddress::parse(each).ok()?.0)).find(|each| is_on(each, sender))?;
    let port = service.url().port_or_known_default()?;
    let scopes = found.child("Scopes").map(XmlNode::text).unwrap_or_default();
    Some(((sender, port), Device { name: name_in(scopes), host: service.host().to_owned(), service }))
}

fn is_on(service: &WebAddress, sender: IpAddr) -> bool {
    service.host().trim_matches(['[', ']']).parse() == Ok(sender)
}

/// A device's name, or else its model, out of its scopes.
pub(super) fn name_in(scopes: &str) -> String {
    let said = |what: &str| {
        let mut values = scopes.split_whitespace().filter_map(|scope| scope.strip_prefix(what));
        values.next().map(|value| name_of(&decoded(value))).filter(|name| !name.is_empty())
    };
    let name = said("onvif://www.onvif.org/name/").or_else(|| said("onvif://www.onvif.org/hardware/"));
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxvif::DiscoveredDevice;
    use oxvif::mock::DiscoveryResponder;
    use proptest::prelude::*;

    const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;
    const SHORT: Duration = Duration::from_millis(600);

    fn announced(scopes: &[&str], services: &[&str]) -> DiscoveredDevice {
        let owned = |all: &[&str]| all.iter().map(|each| (*each).to_owned()).collect();
        DiscoveredDevice {
            endpoint: "urn:uuid:2b0f6e0e-0000-4000-8000-000000000001".to_owned(),
            types: vec!["dn:NetworkVideoTransmitter".to_owned()],
            scopes: owned(scopes),
            xaddrs: owned(services),
        }
    }

    async fn found(device: DiscoveredDevice) -> Vec<Device> {
        let responder = DiscoveryResponder::spawn("127.0.0.1:0", false, device).await.expect("a free port");
        let SocketAddr::V4(at) = responder.local_addr() else { panic!("an address of IPv4") };
        let found = asked(&[HERE], at, SHORT).await;
        responder.shutdown().await;
        found
    }

    /// proves: S2
    #[tokio::test]
    async fn a_device_that_answers_is_listed_once_under_the_name_that_it_has() {
        let scopes = ["onvif://www.onvif.org/hardware/X1", "onvif://www.onvif.org/name/Front%20door"];
        let services = ["http://[fe80::1]/onvif/device_service", "http://127.0.0.1:8000/onvif/device_service"];
        let found = found(announced(&scopes, &services)).await;
        let [device] = found.as_slice() else { panic!("one device, and not {found:?}") };
        assert_eq!((device.name.as_str(), device.host.as_str()), ("Front door", "127.0.0.1"));
        assert_eq!(device.service.reveal(), "http://127.0.0.1:8000/onvif/device_service");
    }

    /// proves: S2
    #[tokio::test]
    async fn a_device_that_listens_to_the_group_hears_the_probe() {
        let scopes = ["onvif://www.onvif.org/name/Porch"];
        let device = announced(&scopes, &["http://127.0.0.1/onvif/device_service"]);
        let devices = vec![device];
        let responder = DiscoveryResponder::spawn_many("0.0.0.0:0", Some(HERE), devices).await.expect("a free port");
        let group = SocketAddrV4::new(*GROUP.ip(), responder.local_addr().port());
        let found = asked(&[HERE], group, SHORT).await;
        assert_eq!(found.iter().map(|device| device.name.as_str()).collect::<Vec<_>>(), ["Porch"]);
    }

    /// proves: S2
    #[tokio::test]
    async fn an_answer_that_names_another_machine_than_its_sender_is_not_believed() {
        let elsewhere = ["http://192.0.2.9/onvif/device_service", "file:///etc/passwd", "http://camera.local/onvif/x"];
        let found = found(announced(&["onvif://www.onvif.org/name/Front%20door"], &elsewhere)).await;
        assert!(found.is_empty());
    }

    /// proves: S2
    #[tokio::test]
    async fn whoever_claims_to_be_many_devices_is_no_more_than_a_home_has() {
        let crowd = UdpSocket::bind((HERE, 0)).await.expect("a free port");
        let SocketAddr::V4(at) = crowd.local_addr().expect("bound") else { panic!("an address of IPv4") };
        let answering = tokio::spawn(async move {
            let mut probe = vec![0; DATAGRAM];
            let mut port = 1_000;
            while let Ok((_, asks)) = crowd.recv_from(&mut probe).await {
                let one = |port| format!("<ProbeMatch><XAddrs>http://127.0.0.1:{port}/</XAddrs></ProbeMatch>");
                let many: String = (port..port + 50).map(one).collect();
                port += 50;
                let answer = format!("<E><Body><ProbeMatches>{many}</ProbeMatches></Body></E>");
                crowd.send_to(answer.as_bytes(), asks).await.expect("it waits for answers");
            }
        });
        assert_eq!(asked(&[HERE], at, SHORT).await.len(), MOST);
        answering.abort();
    }

    /// proves: S2
    #[tokio::test]
    async fn looking_around_ends_in_time_where_nobody_answers() {
        let silent = UdpSocket::bind((HERE, 0)).await.expect("a free port");
        let SocketAddr::V4(at) = silent.local_addr().expect("bound") else { panic!("an address of IPv4") };
        let began = Instant::now();
        assert!(asked(&[HERE], at, Duration::from_millis(300)).await.is_empty());
        assert!(began.elapsed() < Duration::from_millis(1_300));
    }

    /// proves: S2
    #[test]
    fn an_answer_that_is_no_answer_says_nothing() {
        let sender = IpAddr::V4(HERE);
        let deep = format!("{}{}", "<b>".repeat(9_000), "</b>".repeat(9_000));
        let endless = "<Envelope><Body><ProbeMatches><ProbeMatch><XAddrs>http://127.0.0.1/onvif/";
        for text in ["", "x", "<a/>", "<Envelope><Body/></Envelope>", "\u{0}", deep.as_str(), endless] {
            assert!(answers(text.as_bytes(), sender).is_empty());
        }
        assert!(answers(&[0xff, 0xfe], sender).is_empty());
    }

    /// proves: S2
    #[test]
    fn a_name_out_of_a_scope_controls_no_screen() {
        let named = |scope: &str| name_in(&format!("onvif://www.onvif.org/type/ptz onvif://www.onvif.org/{scope}"));
        assert_eq!(named("name/Haust%C3%BCr%0A%1B%5B2J"), "Haustür[2J");
        assert_eq!(named("name/%20 onvif://www.onvif.org/hardware/DS-2CD"), "DS-2CD");
        assert_eq!(named(&format!("name/{}", "x".repeat(500))).len(), 80);
        assert_eq!(named("location/garden"), "");
    }

    /// proves: S2
    #[test]
    fn no_two_probes_have_the_same_number() {
        let (namespace, kind) = KINDS[0];
        assert_ne!(probe(namespace, kind), probe(namespace, kind));
    }

    const ANSWER: &str = "<e:Envelope><e:Body><d:ProbeMatches><d:ProbeMatch><d:Scopes>onvif://www.onvif.org/name/a%20b\
        </d:Scopes><d:XAddrs>http://127.0.0.1/onvif/a http://[::1]:8/b</d:XAddrs></d:ProbeMatch></d:ProbeMatches>\
        </e:Body></e:Envelope>";

    proptest! {
        /// proves: S2
        #[test]
        fn whatever_is_sent_as_an_answer_only_the_sender_comes_into_the_list(
            changes in proptest::collection::vec((0..ANSWER.len(), any::<u8>()), 0..6),
            end in 0..=ANSWER.len(),
        ) {
            prop_assert_eq!(answers(ANSWER.as_bytes(), IpAddr::V4(HERE)).len(), 1);
            let mut sent = ANSWER.as_bytes().to_vec();
            changes.iter().for_each(|(at, byte)| sent[*at] = *byte);
            for (_, device) in answers(&sent[..end.max(sent.len() / 2)], IpAddr::V4(HERE)) {
                prop_assert_eq!(device.service.host(), "127.0.0.1");
            }
            prop_assert!(answers(&sent, IpAddr::V4(Ipv4Addr::BROADCAST)).is_empty(), "nobody sent it");
        }
    }
}
