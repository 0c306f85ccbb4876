//! The folder in which the servers under test have all they need.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::certificates;
use crate::{files, project::Project};

/// `target/xtask/deploy/`, made anew for each run.
pub struct Place {
    folder: PathBuf,
}

impl Place {
    /// Copies the page and the configurations there and makes certificates.
    pub fn new(project: &Project) -> Result<Self> {
        let place = Self { folder: project.notes().join("deploy") };
        if place.folder.exists() {
            fs::remove_dir_all(&place.folder).with_context(|| place.folder.display().to_string())?;
        }
        fs::create_dir_all(place.logs())?;
        copy(&project.root().join("deploy/nginx"), &place.nginx())?;
        copy(&project.dist(), &place.root_site())?;
        copy(&project.dist(), &place.path_site())?;
        fs::write(place.path_site().join("config.json"), "{ \"api_base\": \"/crm/kehu\" }\n")?;
        certificates::make(&place.certificates())?;
        Ok(place)
    }

    /// nginx's folder, as `/etc/nginx`.
    pub fn nginx(&self) -> PathBuf {
        self.folder.join("nginx")
    }

    /// The page as it is copied to the root of a host.
    pub fn root_site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// The page whose `config.json` says that it stands at a path.
    pub fn path_site(&self) -> PathBuf {
        self.folder.join("site-at-a-path")
    }

    /// Where the servers write.
    pub fn logs(&self) -> PathBuf {
        self.folder.join("logs")
    }

    /// Keys, certificates and the authority that signed them.
    pub fn certificates(&self) -> PathBuf {
        self.folder.join("certificates")
    }

    /// What else a server keeps.
    pub fn scratch(&self) -> PathBuf {
        self.folder.join("scratch")
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files::all_under(from)? {
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().context("a file without a folder")?)?;
        fs::copy(&file, &target).with_context(|| target.display().to_string())?;
    }
    Ok(())
}
