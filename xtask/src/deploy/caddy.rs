//! `deploy/caddy` in a real Caddy. The file takes its values from variables, so it is run as shipped:
//! once with TLS, and once without, as behind something else that has the certificate.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::place::Place;
use crate::{
    call::Call,
    project::Project,
    running::{Running, free_ports},
};

const ADAPTER: [&str; 2] = ["--adapter", "caddyfile"];

/// Caddy with the shipped file.
pub struct Caddy {
    port: u16,
    crm: String,
    /// The shipped file once more, with a CRM that is not to be trusted.
    refusing_port: u16,
    plain_port: u16,
    _servers: [Running; 2],
}

impl Caddy {
    /// Starts it, with a CRM on one port of this machine, and on another one with a wrong certificate.
    pub fn start(project: &Project, place: &Place, crm_port: u16, wrong_crm_port: u16) -> Result<Self> {
        let [port, admin_port, plain_port, refusing_port, refusing_admin_port, other_plain_port] =
            free_ports()?;
        let plain_port_of = |own| if own == port { plain_port } else { other_plain_port };
        let crm = format!("localhost:{crm_port}");
        let wrong_crm = format!("localhost:{wrong_crm_port}");
        let log = File::create(place.logs().join("caddy.log"))?;
        let file = project.root().join("deploy/caddy/Caddyfile");
        let call = |command: &str, origin: &str, [port, admin_port]: [u16; 2], crm: &str| {
            Call::new("caddy", project.root())
                .arg(command)
                .env("KEHU_ADDRESS", origin)
                .env("KEHU_PLAIN_ADDRESS", format!("http://:{}", plain_port_of(port)))
                .env("KEHU_ROOT", place.path_site())
                .env("KEHU_CRM_HOST", crm)
                .env("KEHU_LOG", access_log(place, port))
                .env("CADDY_ADMIN", format!("localhost:{admin_port}"))
                .env("SSL_CERT_FILE", place.certificates().join("ca.pem"))
                .env("XDG_DATA_HOME", place.scratch())
                .env("XDG_CONFIG_HOME", place.scratch())
        };
        let run = |scheme: &str, ports: [u16; 2], crm: &str| {
            let origin = format!("{scheme}://localhost:{}", ports[0]);
            let shipped =
                |command| call(command, &origin, ports, crm).arg("--config").arg(&file).args(ADAPTER);
            shipped("validate").run_quietly().context("Caddy refuses the configuration")?;
            // Caddy makes it at the first call, and the tests read it before.
            File::create(access_log(place, ports[0]))?;
            let command = if scheme == "https" {
                let adapted = shipped("adapt").read().context("Caddy cannot read its own file")?;
                let config = place.scratch().join("caddy.json");
                fs::create_dir_all(place.scratch())?;
                fs::write(&config, with_certificate(&adapted, &place.certificates())?)?;
                call("run", &origin, ports, crm).arg("--config").arg(config)
            } else {
                shipped("run")
            };
            let mut command = command.into_command();
            command.stderr(log.try_clone()?);
            Running::listening(command, ports[0])
        };
        let servers = [
            run("https", [port, admin_port], &crm)?,
            run("http", [refusing_port, refusing_admin_port], &wrong_crm)?,
        ];
        Ok(Self { port, crm, refusing_port, plain_port, _servers: servers })
    }

    /// The host with TLS.
    pub fn origin(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// The host without TLS.
    pub fn plain_address(&self) -> String {
        format!("http://localhost:{}/", self.plain_port)
    }

    /// The page at the root and at a path.
    pub fn sites(&self, place: &Place) -> [Value; 2] {
        let host = format!("localhost:{}", self.refusing_port);
        let refusals = [json!({ "address": format!("http://{host}/"), "host": host })];
        [("caddy", "", &refusals[..]), ("caddy at a path", "crm/kehu/", &[])].map(|(name, path, refusals)| {
            json!({
                "name": name,
                "address": format!("{}/{path}", self.origin()),
                "api": "api/v2/",
                "crm": self.crm,
                "logs": [
                    access_log(place, self.port),
                    access_log(place, self.refusing_port),
                    place.logs().join("caddy.log"),
                ],
                "refusals": refusals,
            })
        })
    }
}

/// The same with the run's own certificate. Caddy would make an authority and have the whole machine
/// trust it, and would listen on port 80 to send callers to TLS.
fn with_certificate(adapted: &str, certificates: &Path) -> Result<String> {
    let mut config: Value = serde_json::from_str(adapted).context("not JSON")?;
    let file = |ending: &str| certificates.join(format!("page.{ending}"));
    config["apps"]["tls"] =
        json!({ "certificates": { "load_files": [{ "certificate": file("pem"), "key": file("key") }] } });
    let Some(servers) = config["apps"]["http"]["servers"].as_object_mut() else {
        bail!("there is no server in it");
    };
    for server in servers.values_mut() {
        server["automatic_https"] = json!({ "disable_redirects": true });
    }
    Ok(config.to_string())
}

fn access_log(place: &Place, port: u16) -> PathBuf {
    place.logs().join(format!("caddy.{port}.access.log"))
}
