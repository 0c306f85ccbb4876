//! `sbom.cdx.json`: the crates inside the page's WebAssembly, as a CycloneDX bill of materials.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{
    lock::{self, Locked},
    page_crates::{self, PageCrate},
    project::Project,
};

const FILE: &str = "sbom.cdx.json";

/// Writes it. Neither a time nor a random number is in it: the same sources give the same bytes.
pub fn write(project: &Project) -> Result<()> {
    let bill = bill(&page_crates::list(project)?, &lock::read(project)?);
    let place = project.dist().join(FILE);
    let text = format!("{}\n", serde_json::to_string_pretty(&bill)?);
    fs::write(&place, text).with_context(|| place.display().to_string())
}

fn bill(crates: &[PageCrate], locked: &[Locked]) -> Value {
    let checksum = |of: &PageCrate| {
        let version = of.version.to_string();
        let found = locked.iter().find(|it| it.name == of.name && it.version == version)?;
        found.checksum.clone()
    };
    let component = |of: &PageCrate, kind: &str| {
        let mut component = json!({
            "type": kind,
            "bom-ref": of.purl,
            "name": of.name,
            "version": of.version.to_string(),
            "licenses": [{ "expression": of.licence }],
        });
        // A crate of this project was not downloaded and cannot be looked up.
        if let Some(sum) = checksum(of) {
            component["purl"] = of.purl.as_str().into();
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
        }
        component
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": crates.first().map(|page| component(page, "application")) },
        "components": crates.iter().skip(1).map(|it| component(it, "library")).collect::<Vec<_>>(),
        "dependencies": crates.iter().map(|it| json!({ "ref": it.purl, "dependsOn": it.uses })).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_carries_licence_sum_and_what_it_uses() {
        let page_crate = |name: &str, uses: &[&str]| PageCrate {
            name: name.into(),
            version: "1.0.0".parse().unwrap(),
            licence: "MIT".into(),
            purl: format!("pkg:cargo/{name}@1.0.0"),
            uses: uses.iter().map(|&it| it.into()).collect(),
        };
        let locked = Locked {
            name: "a".into(),
            version: "1.0.0".into(),
            checksum: Some("00ff".into()),
            ..Locked::default()
        };
        let bill = bill(&[page_crate("kehu", &["pkg:cargo/a@1.0.0"]), page_crate("a", &[])], &[locked]);
        assert_eq!(bill["metadata"]["component"]["name"], "kehu");
        assert_eq!(bill["metadata"]["component"]["purl"], Value::Null);
        let a = &bill["components"][0];
        assert_eq!((&a["purl"], &a["hashes"][0]["content"]), (&json!("pkg:cargo/a@1.0.0"), &json!("00ff")));
        assert_eq!(a["licenses"][0]["expression"], "MIT");
        assert_eq!(bill["dependencies"][0]["dependsOn"], json!(["pkg:cargo/a@1.0.0"]));
    }
}
