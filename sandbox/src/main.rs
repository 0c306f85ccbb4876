//! Starts the sandbox and says where it is.

use clap::Parser;
use sandbox::clock::Clock;
use sandbox::http::{Sandbox, app};
use sandbox::options::Options;
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("sandbox: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    if let Some(site) = options.site.as_deref().filter(|site| !site.is_dir()) {
        return Err(format!("{} is no folder; build the page first", site.display()));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING_THREADS)
        .build()
        .map_err(|cause| cause.to_string())?;
    runtime.block_on(async {
        // The port comes first: there is no use in making customers for a port that is taken.
        let listener = listen(SocketAddr::new(options.host, options.port)).await?;
        let address = listener.local_addr().map_err(|cause| cause.to_string())?;
        let sandbox =
            Sandbox::open(options.settings(), Clock::system()).map_err(|trouble| trouble.to_string())?;
        let sandbox = Arc::new(sandbox);
        println!("Kehu sandbox: http://{address}/");
        if let Some(warning) = warning(address.ip()) {
            eprintln!("{warning}");
        }
        println!("{}", accounts(&sandbox));
        let served = axum::serve(listener, app(sandbox)).with_graceful_shutdown(interrupted());
        tokio::select! {
            ended = served => ended.map_err(|cause| cause.to_string()),
            // A browser keeps its connections open; they are given a moment, then dropped.
            () = async { interrupted().await; tokio::time::sleep(GRACE).await } => Ok(()),
        }
    })
}

/// Readers of the database and of the page's files; every further thread would keep memory.
const BLOCKING_THREADS: usize = 6;
const GRACE: std::time::Duration = std::time::Duration::from_millis(500);

/// What to say where more than this machine can reach it: its passwords are known to everybody.
fn warning(address: IpAddr) -> Option<String> {
    (!address.is_loopback()).then(|| {
        format!(
            "warning: whoever reaches {address} can sign in; the demo accounts and their password are public"
        )
    })
}

async fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "port {} is already in use; end the other program or choose another with --port",
            address.port()
        ),
        _ => format!("cannot listen on {address}: {cause}"),
    })
}

/// Ends with Ctrl-C, and on Unix also when asked to terminate.
async fn interrupted() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            return interrupt.await;
        };
        tokio::select! {
            () = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}

fn accounts(sandbox: &Sandbox) -> String {
    let mut lines = vec!["Demo accounts, password kehu:".to_owned()];
    for user in &sandbox.staff.users {
        if let (Some(login), Some(token)) = (user.login, user.demo_token()) {
            lines.push(format!("  {login:<10} {}  token {token}", user.name));
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_listens_beyond_this_machine_is_warned() {
        for (address, is_warned) in [
            ("127.0.0.1", false),
            ("127.8.9.1", false),
            ("::1", false),
            ("0.0.0.0", true),
            ("192.168.1.5", true),
            ("::", true),
        ] {
            assert_eq!(warning(address.parse().unwrap()).is_some(), is_warned, "{address}");
        }
    }
}
