//! The simulator on real sockets, where its faults really break connections.

use crate::faults::Mishap;
use crate::{Simulator, control};
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::{StreamExt, future, stream};
use http_body_util::{BodyExt, Collected};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tower::ServiceExt;

/// The connection ends here, by the will of a fault.
#[derive(Debug, thiserror::Error)]
#[error("the connection is dropped")]
struct Dropped;

/// Serves the API and the controls of [`control`] until the listener fails. With `tls`, over HTTPS.
///
/// # Errors
/// When no connection can be accepted any more.
pub async fn serve(simulator: Simulator, listener: TcpListener, tls: Option<Arc<ServerConfig>>) -> io::Result<()> {
    let router = control::router(&simulator);
    let acceptor = tls.map(TlsAcceptor::from);
    loop {
        let (stream, _) = listener.accept().await?;
        let (router, acceptor) = (router.clone(), acceptor.clone());
        tokio::spawn(async move {
            match acceptor {
                None => carry(stream, router).await,
                // A client that does not trust the certificate ends the handshake; there is nobody to tell.
                Some(acceptor) => {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        carry(stream, router).await;
                    }
                }
            }
        });
    }
}

/// The certificate chain and key in two PEM files.
///
/// # Errors
/// When they cannot be read or do not belong together.
pub fn tls_config(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, String> {
    let told = |path: &Path| {
        let path = path.display().to_string();
        move |error: rustls::pki_types::pem::Error| format!("{path}: {error}")
    };
    let chain = CertificateDer::pem_file_iter(certificate).map_err(told(certificate))?;
    let chain = chain.collect::<Result<Vec<_>, _>>().map_err(told(certificate))?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(told(key))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| error.to_string())?;
    Ok(Arc::new(config))
}

/// A connection that can be reset rather than closed.
trait Connection: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    fn socket(&self) -> &TcpStream;
}

impl Connection for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

impl Connection for TlsStream<TcpStream> {
    fn socket(&self) -> &TcpStream {
        self.get_ref().0
    }
}

async fn carry(stream: impl Connection, router: Router) {
    let dropped = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&dropped);
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (router, noted) = (router.clone(), Arc::clone(&noted));
        Box::pin(async move {
            let response = match router.oneshot(request.map(Body::new)).await {
                Ok(response) => act(response).await,
            };
            if response.is_err() {
                noted.store(true, Ordering::SeqCst);
            }
            response
        })
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let ended = (&mut connection).await;
    if ended.is_err() && dropped.load(Ordering::SeqCst) {
        let stream = connection.into_parts().io.into_inner();
        // Closing then sends a reset at once instead of a polite end. If it cannot be set, the polite end breaks the
        // exchange as well.
        let _ = stream.socket().set_zero_linger();
    }
}

/// Lets the mishap of a response happen.
async fn act(response: Response) -> Result<Response, Dropped> {
    match response.extensions().get::<Mishap>().copied() {
        None => Ok(response),
        Some(Mishap::NotSent(_) | Mishap::Dropped) => Err(Dropped),
        Some(Mishap::Stalled) => future::pending().await,
        Some(Mishap::Late(delay)) => {
            tokio::time::sleep(delay).await;
            Ok(response)
        }
        Some(Mishap::Cut(bytes)) => Ok(cut(response, bytes).await),
    }
}

/// The head promises the whole body; so many bytes of it come, and then the connection ends.
async fn cut(response: Response, bytes: usize) -> Response {
    let (mut head, body) = response.into_parts();
    let whole = body.collect().await.map(Collected::to_bytes).unwrap_or_default();
    head.headers.insert(http::header::CONTENT_LENGTH, whole.len().into());
    let sent = whole.slice(..bytes.min(whole.len().saturating_sub(1)));
    let broken = stream::once(async {
        // Gives the connection the turn in which it writes what came before.
        tokio::task::yield_now().await;
        Err::<Bytes, Dropped>(Dropped)
    });
    Response::from_parts(head, Body::from_stream(stream::once(future::ready(Ok(sent))).chain(broken)))
}
