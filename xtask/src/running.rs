//! Programs that run beside this one.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::call;

/// How long a server may take until it listens.
const PATIENCE: Duration = Duration::from_secs(60);

/// A child that does not outlive its owner.
pub struct Running {
    name: String,
    child: Child,
}

impl Running {
    /// Starts it.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = call::shown(&command);
        let child = command.spawn().with_context(|| format!("cannot start `{name}`"))?;
        Ok(Self { name, child })
    }

    /// Starts a server and waits until it listens on a port of this machine.
    pub fn listening(command: Command, port: u16) -> Result<Self> {
        let mut running = Self::start(command)?;
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = running.child.try_wait()? {
                bail!("`{}` ended with {status}", running.name);
            }
            if started.elapsed() > PATIENCE {
                bail!("`{}` does not listen on port {port}", running.name);
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already when Ctrl-C reached it too.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// As many free ports, from 8910 up.
pub fn free_ports<const N: usize>() -> Result<[u16; N]> {
    let mut ports = [0; N];
    let mut next = 8910..u16::MAX;
    for port in &mut ports {
        let free =
            next.find(|port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, *port))).is_ok());
        *port = free.context("no port is free")?;
    }
    Ok(ports)
}
