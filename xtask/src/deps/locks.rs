//! Lock files: in step with what they lock, and free of addresses of the machine they were made on.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{lock::Locked, project::Project};

/// Faults of every `package-lock.json` in a folder of the project.
pub fn npm_faults(project: &Project) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(project.root())? {
        let folder = entry?.path();
        if folder.join("package.json").is_file() {
            seen += 1;
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let found =
                npm_lock_faults(&read(&folder, "package.json")?, &read(&folder, "package-lock.json")?);
            faults.extend(found.into_iter().map(|fault| format!("{name}/package-lock.json: {fault}")));
        }
    }
    if seen == 0 {
        faults.push("no folder has a package.json".into());
    }
    Ok(faults)
}

fn read(folder: &Path, name: &str) -> Result<Value> {
    let file = folder.join(name);
    let text = fs::read(&file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| file.display().to_string())
}

fn npm_lock_faults(wanted: &Value, lock: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(packages) = lock["packages"].as_object() else {
        return vec!["lists no packages".into()];
    };
    for kind in ["dependencies", "devDependencies", "optionalDependencies"] {
        if wanted[kind] != lock["packages"][""][kind] {
            faults.push(format!("is not in step with {kind} of package.json"));
        }
    }
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        if package.get("resolved").is_some() {
            faults.push(format!("{path} has a download address (resolved)"));
        }
        if package["integrity"].as_str().is_none_or(|sum| !sum.starts_with("sha512-")) {
            faults.push(format!("{path} has no checksum"));
        }
        if path.starts_with(['/', '.']) || package.get("link").is_some() {
            faults.push(format!("{path} leads out of node_modules"));
        }
    }
    faults
}

/// Faults of Cargo.lock.
pub fn cargo_faults(locked: &[Locked]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut registries = BTreeSet::new();
    for Locked { name, source, checksum, .. } in locked {
        let Some(source) = source else { continue };
        registries.insert(source);
        if !source.starts_with("registry+") {
            faults.push(format!("Cargo.lock: {name} is from {source}, not from the registry"));
        }
        if checksum.is_none() {
            faults.push(format!("Cargo.lock: {name} has no checksum"));
        }
    }
    if registries.len() != 1 {
        faults.push(format!("Cargo.lock: the crates are from {} places", registries.len()));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_lock_file_names_no_machine_and_is_in_step() {
        let wanted = json!({ "devDependencies": { "a": "1.0.0" } });
        let good = json!({ "packages": {
            "": { "devDependencies": { "a": "1.0.0" } },
            "node_modules/a": { "version": "1.0.0", "integrity": "sha512-x" },
        }});
        assert!(npm_lock_faults(&wanted, &good).is_empty());
        let bad = json!({ "packages": {
            "": { "devDependencies": { "a": "0.9.0" } },
            "node_modules/a": { "resolved": "https://npm.example/a.tgz" },
            "../b": { "link": true, "integrity": "sha512-x" },
        }});
        assert_eq!(npm_lock_faults(&wanted, &bad).len(), 4);
        assert_eq!(npm_lock_faults(&wanted, &json!({})).len(), 1);
    }

    #[test]
    fn crates_are_from_one_registry_and_have_checksums() {
        let locked = |source: Option<&str>, checksum: Option<&str>| Locked {
            source: source.map(Into::into),
            checksum: checksum.map(Into::into),
            ..Locked::default()
        };
        let own = locked(None, None);
        let good = locked(Some("registry+a"), Some("00"));
        assert!(cargo_faults(&[own, good]).is_empty());
        let other = locked(Some("git+b"), None);
        let good = locked(Some("registry+a"), Some("00"));
        assert_eq!(cargo_faults(&[good, other]).len(), 3);
    }
}
