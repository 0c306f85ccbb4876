//! `deploy/caddy` in a real Caddy. The file takes its values from variables, so it is run as shipped.

use std::{fs::File, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::place::Place;
use crate::{
    call::Call,
    project::Project,
    running::{Running, free_ports},
};

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
        let call = |command: &str, port: u16, admin_port: u16, crm: &str| {
            Call::new("caddy", project.root())
                .arg(command)
                .arg("--config")
                .arg(&file)
                .args(["--adapter", "caddyfile"])
                .env("KEHU_ADDRESS", format!("http://localhost:{port}"))
                .env("KEHU_PLAIN_ADDRESS", format!("http://:{}", plain_port_of(port)))
                .env("KEHU_ROOT", place.path_site())
                .env("KEHU_CRM_HOST", crm)
                .env("KEHU_LOG", access_log(place, port))
                .env("CADDY_ADMIN", format!("localhost:{admin_port}"))
                .env("SSL_CERT_FILE", place.certificates().join("ca.pem"))
                .env("XDG_DATA_HOME", place.scratch())
                .env("XDG_CONFIG_HOME", place.scratch())
        };
        call("validate", port, admin_port, &crm).run_quietly().context("Caddy refuses the configuration")?;
        let run = |port, admin_port, crm: &str| {
            // Caddy makes it at the first call, and the tests read it before.
            File::create(access_log(place, port))?;
            let mut command = call("run", port, admin_port, crm).into_command();
            command.stderr(log.try_clone()?);
            Running::listening(command, port)
        };
        let servers = [run(port, admin_port, &crm)?, run(refusing_port, refusing_admin_port, &wrong_crm)?];
        Ok(Self { port, crm, refusing_port, plain_port, _servers: servers })
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
                "address": format!("http://localhost:{}/{path}", self.port),
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

fn access_log(place: &Place, port: u16) -> PathBuf {
    place.logs().join(format!("caddy.{port}.access.log"))
}
