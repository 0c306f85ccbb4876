//! Certificates for one run, made by openssl.

use std::{fs, path::Path};

use anyhow::Result;

use crate::call::Call;

/// An authority; a certificate for the page's hosts and one for the CRM's, both signed by it; one
/// that it signed for another name; and one that nobody signed.
pub fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    certificate(folder, "ca", &["-subj", "/CN=Kehu test authority"], &[])?;
    let signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-addext", "basicConstraints=critical,CA:FALSE"];
    certificate(folder, "page", &["-subj", "/CN=page", "-addext", "subjectAltName=DNS:localhost"], &signed)?;
    let names = "subjectAltName=DNS:crm.example,DNS:busy.crm.example,DNS:calm.crm.example,DNS:office.crm.example,DNS:localhost";
    certificate(folder, "crm", &["-subj", "/CN=crm", "-addext", names], &signed)?;
    let names = "subjectAltName=DNS:elsewhere.example";
    certificate(folder, "elsewhere", &["-subj", "/CN=elsewhere", "-addext", names], &signed)?;
    let names = "subjectAltName=DNS:wecom.crm.example";
    certificate(folder, "unsigned", &["-subj", "/CN=unsigned", "-addext", names], &[])
}

fn certificate(folder: &Path, name: &str, subject: &[&str], signed: &[&str]) -> Result<()> {
    Call::new("openssl", folder)
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ])
        .args(["-keyout", &format!("{name}.key"), "-out", &format!("{name}.pem")])
        .args(subject)
        .args(signed)
        .run_quietly()
}
