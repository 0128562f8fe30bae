//! A server on a raw socket that behaves as badly as a test wants.

use crate::ApiUrl;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// What is said to the server to end it.
const END: &[u8] = b"END";

/// What was read of a request; `None` when nothing was. The connection closes when the stream is dropped.
pub type Seen = (Option<String>, Option<TcpStream>);

/// A server on a free port of 127.0.0.1.
pub struct Server {
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    thread: JoinHandle<Vec<String>>,
}

impl Server {
    /// Treats every connection as `treat` says; a stream that it gives back stays open until the end.
    pub fn start(treat: impl Fn(TcpStream) -> Seen + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let ended = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&ended);
        let thread = std::thread::spawn(move || {
            let mut requests = Vec::new();
            let mut open = Vec::new();
            loop {
                let (stream, _) = listener.accept().unwrap();
                if told.load(Ordering::SeqCst) && is_end(&stream) {
                    return requests;
                }
                let (request, stream) = treat(stream);
                requests.extend(request);
                open.extend(stream);
            }
        });
        Self { address, ended, thread }
    }

    /// Its address without a scheme.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its address for a transport.
    pub fn url(&self) -> ApiUrl {
        ApiUrl::local(&format!("http://{}", self.address)).unwrap()
    }

    /// Every request that arrived until now. Connections are accepted in their order, so none comes after the end.
    pub fn requests(self) -> Vec<String> {
        self.ended.store(true, Ordering::SeqCst);
        TcpStream::connect(self.address).unwrap().write_all(END).unwrap();
        self.thread.join().unwrap()
    }
}

fn is_end(stream: &TcpStream) -> bool {
    let mut start = [0; 3];
    stream.peek(&mut start).is_ok_and(|length| length == END.len() && start == END)
}

/// Reads one whole request.
pub fn read_request(stream: &mut impl Read) -> Option<String> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !is_whole(&request) {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        request.extend(byte);
    }
    String::from_utf8(request).ok()
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
    length.parse() == Ok(body.len())
}

/// Reads the request, then answers with `answer` and closes.
pub fn answer(answer: Vec<u8>) -> impl Fn(TcpStream) -> Seen + Clone {
    move |mut stream| {
        let request = read_request(&mut stream);
        let _ = stream.write_all(&answer);
        (request, None)
    }
}

/// Closes with unread bytes in the socket, for which the operating system sends a reset.
pub fn reset_before_reading(stream: TcpStream) -> Seen {
    let _ = stream.peek(&mut [0]);
    drop(stream);
    (Some("unread".to_owned()), None)
}

/// Reads all of the request but its last byte, so that closing is a reset.
pub fn reset_after_reading(mut stream: TcpStream) -> Seen {
    let mut request = Vec::new();
    let mut byte = [0];
    while !is_whole(&[request.as_slice(), b"}"].concat()) && stream.read(&mut byte).is_ok_and(|length| length > 0) {
        request.extend(byte);
    }
    let _ = stream.peek(&mut byte);
    (String::from_utf8(request).ok(), None)
}

/// Reads the request and never answers.
pub fn stall(mut stream: TcpStream) -> Seen {
    (read_request(&mut stream), Some(stream))
}

/// A certificate for `name`, valid until the end of `last_year`, and the server that shows it and answers with `answer`.
pub fn tls(name: &str, last_year: i32, answer: &'static [u8]) -> (Server, CertificateDer<'static>) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut parameters = rcgen::CertificateParams::new([name.to_owned()]).unwrap();
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(last_year, 12, 31);
    let certificate = parameters.self_signed(&key).unwrap().der().clone();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let configuration = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
        .unwrap();
    let configuration = Arc::new(configuration);
    let server = Server::start(move |stream| {
        let connection = rustls::ServerConnection::new(Arc::clone(&configuration)).unwrap();
        let mut stream = rustls::StreamOwned::new(connection, stream);
        let request = read_request(&mut stream);
        let _ = stream.write_all(answer).and_then(|()| stream.flush());
        (request, None)
    });
    (server, certificate)
}
