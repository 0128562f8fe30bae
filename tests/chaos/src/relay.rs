//! The line between a real process and the served simulator: it counts bytes, and says when a named one passes.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// Where on the line a write is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The first byte of the request has arrived.
    FirstByte,
    /// Its last byte has.
    LastByte,
    /// The head of the answer has reached the process, and nothing of its body.
    Head,
    /// Half of the body has.
    Body,
}

#[derive(Default)]
struct Orders {
    stop: Option<Point>,
    slow_ms: u64,
}

/// The line. A write that reaches the point is held there until the process is gone.
pub struct Relay {
    /// Its address for the process.
    pub url: String,
    orders: Arc<Mutex<Orders>>,
    reached: mpsc::UnboundedReceiver<()>,
}

impl Relay {
    /// A line to what listens at `port` of this computer.
    pub async fn open(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1/json", listener.local_addr().unwrap());
        let orders = Arc::new(Mutex::new(Orders::default()));
        let (say, reached) = mpsc::unbounded_channel();
        let told = Arc::clone(&orders);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (told, say) = (Arc::clone(&told), say.clone());
                // A connection that breaks is what this is about.
                tokio::spawn(async move { drop(carry(stream, port, &told, &say).await) });
            }
        });
        Self { url, orders, reached }
    }

    /// From now on writes stop at this point.
    pub fn stop_at(&self, point: Option<Point>) {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner).stop = point;
    }

    /// From now on answers to reads take so long.
    pub fn slow_down(&self, milliseconds: u64) {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner).slow_ms = milliseconds;
    }

    /// Waits until a write has reached the point.
    pub async fn reached(&mut self) {
        self.reached.recv().await;
    }
}

async fn carry(
    mut process: TcpStream,
    port: u16,
    orders: &Mutex<Orders>,
    say: &mpsc::UnboundedSender<()>,
) -> std::io::Result<()> {
    let mut server = TcpStream::connect(("127.0.0.1", port)).await?;
    loop {
        let request = read_message(&mut process).await?;
        let (stop, slow_ms) = {
            let orders = orders.lock().unwrap_or_else(PoisonError::into_inner);
            (orders.stop, orders.slow_ms)
        };
        let writes = !request.starts_with(b"GET");
        let stop = stop.filter(|_| writes);
        let sent = if stop == Some(Point::FirstByte) { 1 } else { request.len() };
        server.write_all(&request[..sent]).await?;
        if matches!(stop, Some(Point::FirstByte | Point::LastByte)) {
            if stop == Some(Point::LastByte) {
                read_message(&mut server).await?;
            }
            return hold(&mut process, say).await;
        }
        let answer = read_message(&mut server).await?;
        if !writes && slow_ms > 0 {
            tokio::time::sleep(Duration::from_millis(slow_ms)).await;
        }
        let head = head_of(&answer).unwrap_or(answer.len());
        let passed = match stop {
            Some(Point::Head) => head,
            Some(Point::Body) => head + (answer.len() - head) / 2,
            _ => answer.len(),
        };
        process.write_all(&answer[..passed]).await?;
        if stop.is_some() {
            return hold(&mut process, say).await;
        }
    }
}

/// Says that the point is reached, and keeps the connection until the process is gone.
async fn hold(process: &mut TcpStream, say: &mpsc::UnboundedSender<()>) -> std::io::Result<()> {
    let _ = say.send(());
    let mut rest = [0; 64];
    while process.read(&mut rest).await? > 0 {}
    Ok(())
}

/// One request or answer with the length that its head tells.
async fn read_message(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut message = Vec::new();
    loop {
        if let Some(head) = head_of(&message)
            && message.len() >= head + body_length(&message[..head])
        {
            return Ok(message);
        }
        if stream.read_buf(&mut message).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
}

fn head_of(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|end| end == b"\r\n\r\n").map(|place| place + 4)
}

fn body_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    length.and_then(|length| length.trim().parse().ok()).unwrap_or(0)
}
