//! A client of a few lines: one connection, one request after another.

use super::Outcome;
use super::cases::Case;
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A connection that is kept open.
pub struct Client(BufReader<TcpStream>);

/// What the measurement needs to know of an answer.
pub struct Answer {
    /// Whether there are more pages.
    pub has_next_page: bool,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::with_capacity(1 << 16, stream)))
    }

    /// Asks for one page of 100 and reads all of it.
    pub async fn get(&mut self, case: &Case, page: u64) -> Outcome<Answer> {
        let request = format!(
            "GET /api/v2/customers?{} HTTP/1.1\r\nHost: localhost\r\nAuthorization: \
             Token token=demo-{}, device=open_api, version_code=9.9.9\r\n\r\n",
            case.query_of(page),
            case.login
        );
        self.0.get_mut().write_all(request.as_bytes()).await?;
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.0.read_line(&mut line).await?;
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse()?;
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        if !body.starts_with(b"{\"code\":0,") {
            return Err(format!("{} is refused: {}", case.title(), String::from_utf8_lossy(&body)).into());
        }
        let end = &body[body.len().saturating_sub(80)..];
        let has_next_page = memchr::memmem::find(end, b"\"has_next_page\":true").is_some();
        Ok(Answer { has_next_page })
    }
}
