//! The promise that a strict Content-Security-Policy can be sent with the page.

use anyhow::{Result, bail};

/// Fails when a script or a style stands inside the page instead of in a file.
pub fn refuse_inline(html: &str) -> Result<()> {
    let lower = html.to_ascii_lowercase();
    for (at, _) in lower.match_indices("<script") {
        let tag = lower[at..].split('>').next().unwrap_or_default();
        if !tag.contains(" src=") {
            bail!("dist/index.html has an inline script, which the page's security policy forbids");
        }
    }
    for word in ["<style", " style=", " onload=", " onerror=", " onclick="] {
        if lower.contains(word) {
            bail!("dist/index.html has `{word}`, which the page's security policy forbids");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_must_be_a_file() {
        assert!(refuse_inline("<p>x</p><script type=module src=./start.js></script>").is_ok());
        assert!(refuse_inline("<SCRIPT>alert(1)</SCRIPT>").is_err());
        assert!(refuse_inline("<script src=\"a.js\"></script><script>1</script>").is_err());
        assert!(refuse_inline("<p style=\"color:red\">x</p>").is_err());
        assert!(refuse_inline("<img src=a onerror=alert(1)>").is_err());
    }
}
