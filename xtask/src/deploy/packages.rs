//! The web servers themselves: found, or on Debian as root installed.

use anyhow::Result;

use crate::{
    call::{Call, find_program},
    project::Project,
    steps::Steps,
    toolbox::{apt_install, can_install},
};

/// Whether nginx and openssl are there, at the end.
pub fn nginx_ready(project: &Project, steps: &mut Steps) -> Result<bool> {
    if !has_nginx() && can_install(project.root()) {
        let packages =
            ["nginx", "libnginx-mod-http-brotli-static", "libnginx-mod-http-headers-more-filter", "openssl"];
        steps.step("install nginx", || apt_install(project.root(), &packages))?;
    }
    Ok(has_nginx())
}

/// Whether Caddy is there, at the end. No error when it cannot be had: nginx is the one that counts.
pub fn caddy_ready(project: &Project, steps: &mut Steps) -> Result<bool> {
    let has_caddy = || find_program(&["caddy"]).is_some();
    if !has_caddy() && can_install(project.root()) && is_known(project, "caddy") {
        steps.step("install Caddy", || apt_install(project.root(), &["caddy"]))?;
    }
    Ok(has_caddy())
}

fn has_nginx() -> bool {
    nginx_program().is_some() && find_program(&["openssl"]).is_some() && nginx_modules().is_some()
}

/// nginx often stands where only root looks.
pub fn nginx_program() -> Option<std::path::PathBuf> {
    let usual = std::path::PathBuf::from("/usr/sbin/nginx");
    find_program(&["nginx"]).or_else(|| usual.is_file().then_some(usual))
}

/// The modules for Brotli and for headers, where Debian puts them.
pub fn nginx_modules() -> Option<[&'static str; 2]> {
    let places = [
        "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
        "/usr/lib/nginx/modules/ngx_http_headers_more_filter_module.so",
    ];
    places.iter().all(|place| std::path::Path::new(place).is_file()).then_some(places)
}

fn is_known(project: &Project, package: &str) -> bool {
    Call::new("apt-cache", project.root()).args(["show", package]).try_read().is_some()
}
