//! The configurations in `deploy/`, run by real web servers with the sandbox as the CRM.

mod caddy;
mod certificates;
mod nginx;
mod packages;
mod place;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{
    project::Project,
    steps::Steps,
    toolbox::{self, Chromium},
};

use caddy::Caddy;
pub use nginx::Nginx;
pub use packages::nginx_ready;
pub use place::Place;

/// Runs the shipped files, changed only in names, folders and ports, and asks them what a browser
/// would. The page and the sandbox have to be built.
pub fn check(project: &Project, steps: &mut Steps) -> Result<()> {
    let is_ci = std::env::var_os("CI").is_some();
    if !packages::nginx_ready(project, steps)? {
        let missing = "nginx is not installed with its modules; on Debian: \
                       apt-get install nginx libnginx-mod-http-brotli-static libnginx-mod-http-headers-more-filter";
        if is_ci {
            bail!("{missing}");
        }
        println!("note: {missing}. Its configuration is NOT tested");
        return Ok(());
    }
    toolbox::require_node()?;
    let chromium = Chromium::ready(project, steps)?;
    toolbox::install_packages(project, steps, "end2end")?;
    let place = Place::new(project)?;
    let has_caddy = packages::caddy_ready(project, steps)?;
    steps.step("the configurations of deploy/ in real web servers", || {
        let nginx = Nginx::start(project, &place)?;
        let mut sites = vec![nginx.root_site(&place), nginx.path_site(&place)];
        let mut plain = vec![nginx.redirect_address()];
        let mut tls_only = vec![nginx.root_origin()];
        let start_caddy = || Caddy::start(project, &place, nginx.crm_port, nginx.wrong_crm_port);
        let caddy = has_caddy.then(start_caddy).transpose()?;
        match &caddy {
            Some(caddy) => {
                sites.extend(caddy.sites(&place));
                plain.push(caddy.plain_address());
                tls_only.push(caddy.origin());
            }
            None => println!("note: caddy is not installed; its configuration is NOT tested"),
        }
        let crm = nginx.crm_address();
        let servers = json!({ "sites": sites, "plain": plain, "tlsOnly": tls_only, "crm": crm });
        toolbox::node(&project.root().join("end2end"))
            .args(["node_modules/@playwright/test/cli.js", "test", "--config", "deploy.config.ts"])
            .env("KEHU_CHROMIUM", &chromium.browser)
            .env("KEHU_DEPLOY", servers.to_string())
            .run()
            .with_context(|| format!("the servers' logs are in {}", place.logs().display()))
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    type Headers = Vec<(String, String)>;

    fn read(file: &str) -> String {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy").join(file)).unwrap()
    }

    fn written() -> Headers {
        let text = read("security-headers.txt");
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split_once(": ").unwrap()).map(owned).collect()
    }

    fn owned((name, value): (&str, &str)) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    /// `Name "value"` between the words before and after it.
    fn quoted(line: &str) -> Option<(String, String)> {
        line.trim().split_once(" \"").and_then(|(name, value)| Some(owned((name, value.strip_suffix('"')?))))
    }

    #[test]
    fn nginx_and_caddy_send_what_is_written_down_once() {
        let expected = written();
        assert!(expected.len() > 4);
        let nginx: Headers = read("nginx/snippets/kehu-headers.conf")
            .lines()
            .filter_map(|line| quoted(line.strip_prefix("add_header ")?.strip_suffix(" always;")?))
            .collect();
        assert_eq!(nginx, expected);
        let caddy = read("caddy/Caddyfile");
        let block = caddy.split_once("(kehu_headers) {").unwrap().1.split_once("\n}").unwrap().0;
        let caddy: Headers =
            block.lines().filter(|line| !line.trim().starts_with('#')).filter_map(quoted).collect();
        assert_eq!(caddy, expected);
    }

    /// Whatever the CRM will think of sending. Servers without the modules to test with are held to it too.
    #[test]
    fn the_crm_s_own_headers_do_not_come_through() {
        let (nginx, caddy) = (read("nginx/snippets/kehu-crm.conf"), read("caddy/Caddyfile"));
        let cleared = nginx.split_once("\nmore_clear_headers").unwrap().1.split_once(';').unwrap().0;
        for letter in 'a'..='z' {
            assert!(cleared.contains(&format!("'{letter}*'")), "{letter}");
        }
        assert!(caddy.contains("header_down -**\n"));
    }
}
