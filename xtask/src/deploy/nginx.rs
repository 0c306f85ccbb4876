//! `deploy/nginx` in a real nginx.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    packages::{nginx_modules, nginx_program},
    place::Place,
};
use crate::{
    call::Call,
    project::Project,
    running::{Running, free_ports},
    toolbox,
};

/// nginx with the shipped sites, and behind it the sandbox as the CRM.
pub struct Nginx {
    root_port: u16,
    path_port: u16,
    redirect_port: u16,
    /// The CRM with TLS, for another server to ask.
    pub crm_port: u16,
    /// A CRM that shows the certificate of another host.
    pub wrong_crm_port: u16,
    mirror_port: u16,
    _nginx: Running,
    _behind: [Running; 3],
}

impl Nginx {
    /// Starts both.
    pub fn start(project: &Project, place: &Place) -> Result<Self> {
        let ports: [u16; 12] = free_ports()?;
        let [sandbox_port, mirror_port, root_port, path_port, redirect_port, crm_port, ..] = ports;
        let [.., wrong_port, unsigned_port, busy_port, calm_port, office_port, strict_port] = ports;
        let sandbox = sandbox(project, sandbox_port, "0")?;
        // A CRM that counts, for the page behind the queue.
        let strict = self::sandbox(project, strict_port, "10")?;
        let mirror = toolbox::node(&project.root().join("end2end"))
            .args(["deploy/mirror.mjs", &mirror_port.to_string()])
            .into_command();
        let mirror = Running::listening(mirror, mirror_port)?;

        let folder = place.nginx();
        let sites = [("sites/kehu.conf", root_port), ("sites/kehu-at-a-path.conf", path_port)];
        for (site, port) in sites {
            let page = if port == root_port { place.root_site() } else { place.path_site() };
            edit(&folder.join(site), &site_values(place, &page, port, redirect_port))?;
        }
        let authorities = place.certificates().join("ca.pem");
        edit(
            &folder.join("snippets/kehu-crm.conf"),
            &[
                ("/etc/ssl/certs/ca-certificates.crt", text(&authorities)),
                ("/var/log/nginx", text(&place.logs())),
            ],
        )?;
        edit(&folder.join("snippets/kehu-call.conf"), &[("/var/log/nginx", text(&place.logs()))])?;
        let types = Path::new("/etc/nginx/mime.types");
        fs::copy(types, folder.join("mime.types")).context("nginx has no mime.types")?;
        // Three more companies, whose calls are counted by themselves.
        let last = "wecom.crm.example;     # WeCom\n";
        let more =
            ["busy", "calm", "office"].map(|name| format!("kehu-{name}.example {name}.crm.example;\n"));
        let more = format!("{last}{}", more.concat());
        edit(&folder.join("conf.d/kehu.conf"), &[(last, more)])?;
        // CRMs as they should be, and two whose certificates must not be trusted.
        let crms = [
            ("crm.example", crm_port, "crm"),
            ("busy.crm.example", busy_port, "crm"),
            ("calm.crm.example", calm_port, "crm"),
            ("office.crm.example", office_port, "crm"),
            ("dingtalk.crm.example", wrong_port, "elsewhere"),
            ("wecom.crm.example", unsigned_port, "unsigned"),
        ];
        let main = folder.join("nginx.conf");
        fs::write(&main, main_configuration(place, [sandbox_port, mirror_port, strict_port], &crms))?;
        fs::create_dir_all(place.scratch())?;
        let program = nginx_program().context("nginx is not installed")?;
        let call = || Call::new(&program, &folder).arg("-c").arg(&main);
        call().arg("-t").arg("-q").run().context("nginx refuses the configuration")?;
        let nginx = Running::listening(call().into_command(), root_port)?;
        Ok(Self {
            root_port,
            path_port,
            redirect_port,
            crm_port,
            wrong_crm_port: wrong_port,
            mirror_port,
            _nginx: nginx,
            _behind: [sandbox, mirror, strict],
        })
    }

    /// The page at the root of a host.
    pub fn root_site(&self, place: &Place) -> Value {
        let address = self.root_address();
        let refusal = |host: &str| json!({ "address": address, "host": host });
        let refusals = ["kehu-dingtalk.example", "kehu-wecom.example"].map(refusal);
        site("nginx", &address, &refusals, place)
    }

    /// Where the page is at the root of a host.
    pub fn root_address(&self) -> String {
        format!("{}/", self.root_origin())
    }

    /// The host of its own.
    pub fn root_origin(&self) -> String {
        format!("https://localhost:{}", self.root_port)
    }

    /// The page at a path.
    pub fn path_site(&self, place: &Place) -> Value {
        let address = format!("https://localhost:{}/crm/kehu/", self.path_port);
        site("nginx at a path", &address, &[], place)
    }

    /// The CRM that says how it was asked.
    pub fn crm_address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.mirror_port)
    }

    /// The host without TLS, which only points to the one with it.
    pub fn redirect_address(&self) -> String {
        format!("http://localhost:{}/", self.redirect_port)
    }
}

/// The sandbox, which takes so many calls in ten seconds; 0 is no limit.
fn sandbox(project: &Project, port: u16, limit: &str) -> Result<Running> {
    let mut sandbox = Call::new(project.sandbox(), project.root())
        .args(["--faults", "--rate-limit", limit, "--today", "2026-11-20"])
        .args(["--port", &port.to_string()])
        .into_command();
    sandbox.stdout(std::process::Stdio::null());
    Running::listening(sandbox, port)
}

/// What the tests know of a site.
fn site(name: &str, address: &str, refusals: &[Value], place: &Place) -> Value {
    json!({
        "name": name,
        "address": address,
        "api": "api/v2/",
        "crm": "crm.example",
        "logs": [place.logs().join("kehu.access.log"), place.logs().join("kehu.error.log")],
        "refusals": refusals,
    })
}

/// What a site's file names and the test has elsewhere.
fn site_values(place: &Place, page: &Path, port: u16, redirect_port: u16) -> Vec<(&'static str, String)> {
    let certificate = |ending: &str| text(&place.certificates().join(format!("page.{ending}")));
    let mut values = vec![
        ("    listen [::]:443 ssl http2;\n", String::new()),
        ("listen 443 ssl", format!("listen 127.0.0.1:{port} ssl")),
        ("/etc/ssl/kehu/fullchain.pem", certificate("pem")),
        ("/etc/ssl/kehu/privkey.pem", certificate("key")),
        ("/srv/kehu", text(page)),
        ("/var/log/nginx", text(&place.logs())),
    ];
    if page == place.root_site() {
        values.push(("    listen [::]:80;\n", String::new()));
        values.push(("listen 80;", format!("listen 127.0.0.1:{redirect_port};")));
        values.push(("server_name kehu.example ", "server_name localhost kehu.example ".into()));
    }
    values
}

/// Puts other values into a shipped file. One that is not found would leave the test with something
/// else than it thinks.
fn edit(file: &Path, values: &[(&str, String)]) -> Result<()> {
    let mut text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    for (shipped, ours) in values {
        if !text.contains(shipped) {
            bail!("{} does not say `{shipped}`", file.display());
        }
        text = text.replace(shipped, ours);
    }
    fs::write(file, text).with_context(|| file.display().to_string())
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

fn passed_on(name: &str) -> String {
    format!("proxy_pass_header {name}; ")
}

/// What `/etc/nginx/nginx.conf` is elsewhere, with the CRMs: the sandbox, for an address with `mirror` in it
/// the one that says how it was asked, and for the office the sandbox that counts.
fn main_configuration(
    place: &Place,
    [sandbox_port, mirror_port, strict_port]: [u16; 3],
    crms: &[(&str, u16, &str)],
) -> String {
    let scratch = text(&place.scratch());
    let logs = text(&place.logs());
    let modules: String =
        nginx_modules().into_iter().flatten().map(|module| format!("load_module {module};\n")).collect();
    let mut conf = format!(
        "{modules}daemon off;\nmaster_process off;\npid {scratch}/nginx.pid;\nerror_log {logs}/other.log;\n\
         events {{ worker_connections 512; }}\n\
         http {{\n  sendfile on;\n  default_type application/octet-stream;\n  access_log off;\n  \
         map \"$http_host $request_uri\" $behind {{ ~mirror 127.0.0.1:{mirror_port}; \
         ~^office 127.0.0.1:{strict_port}; default 127.0.0.1:{sandbox_port}; }}\n"
    );
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        conf += &format!("  {kind}_temp_path {scratch}/{kind};\n");
    }
    // The one in front of it would do what these say, and keep them.
    let all =
        ["Buffering", "Charset", "Expires", "Limit-Rate", "Redirect"].map(|end| format!("X-Accel-{end}"));
    let passed: String =
        ["Date", "Server"].into_iter().chain(all.iter().map(String::as_str)).map(passed_on).collect();
    let ignored = all.join(" ");
    for (name, port, certificate) in crms {
        let certificate = text(&place.certificates().join(certificate));
        conf += &format!(
            "  upstream {name} {{ server 127.0.0.1:{port}; }}\n  \
             server {{\n    listen 127.0.0.1:{port} ssl;\n    ssl_certificate {certificate}.pem;\n    \
             ssl_certificate_key {certificate}.key;\n    \
             location / {{ proxy_pass http://$behind; proxy_set_header Host $http_host; \
             proxy_http_version 1.1; \
             {passed}proxy_ignore_headers {ignored}; }}\n  }}\n"
        );
    }
    conf + "  include conf.d/*.conf;\n  include sites/*.conf;\n}\n"
}
