//! The crates that the page is made of: what is compiled into its WebAssembly, and nothing that only
//! helps to build it.

use anyhow::{Context, Result, bail};

use crate::{call::Call, dist::locked_on_ci, project::Project, toolbox::TARGET};

/// One crate of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageCrate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, an SPDX expression.
    pub licence: String,
    /// What it uses, as places in the list.
    pub uses: Vec<usize>,
}

/// All of them; the page itself comes first.
pub fn list(project: &Project) -> Result<Vec<PageCrate>> {
    let call = Call::cargo(project.root())
        .args(["tree", "--package", "kehu", "--target", TARGET])
        .args(["--edges", "normal,no-proc-macro"])
        .args(["--prefix", "depth", "--format", "|{p}|{l}"]);
    parse(&locked_on_ci(call).read()?)
}

/// Lines as cargo prints them: `2|serde v1.0.0|MIT OR Apache-2.0`, `(*)` at the end of a crate whose
/// own lines came before.
fn parse(tree: &str) -> Result<Vec<PageCrate>> {
    let mut all: Vec<PageCrate> = Vec::new();
    let mut above: Vec<usize> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut parts = line.splitn(3, '|');
        let (Some(depth), Some(package), Some(licence)) = (parts.next(), parts.next(), parts.next()) else {
            bail!("cargo tree printed `{line}`");
        };
        let depth: usize = depth.parse().with_context(|| format!("no depth in `{line}`"))?;
        let mut words = package.split_whitespace();
        let name = words.next().unwrap_or_default();
        let version = words.next().and_then(|word| word.strip_prefix('v')).unwrap_or_default();
        let at = all.iter().position(|it| it.name == name && it.version == version).unwrap_or(all.len());
        if at == all.len() {
            let licence = licence.trim_end_matches("(*)").trim().replace('/', " OR ");
            let (name, version) = (name.to_owned(), version.to_owned());
            all.push(PageCrate { name, version, licence, uses: Vec::new() });
        }
        above.truncate(depth);
        if let Some(user) = above.last().and_then(|user| all.get_mut(*user))
            && !user.uses.contains(&at)
        {
            user.uses.push(at);
        }
        above.push(at);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_stands_in_the_list_once_with_all_it_uses() {
        let tree = "0|kehu v0.1.0 (/x)|MIT\n1|a v1.0.0|MIT/Apache-2.0\n2|b v2.0.0|MIT\n1|b v2.0.0|MIT (*)\n1|b v1.0.0|MIT\n";
        let crates = parse(tree).unwrap();
        let shown: Vec<_> = crates
            .iter()
            .map(|it| (it.name.as_str(), it.version.as_str(), it.licence.as_str(), it.uses.as_slice()))
            .collect();
        assert_eq!(
            shown,
            [
                ("kehu", "0.1.0", "MIT", &[1, 2, 3][..]),
                ("a", "1.0.0", "MIT OR Apache-2.0", &[2]),
                ("b", "2.0.0", "MIT", &[]),
                ("b", "1.0.0", "MIT", &[]),
            ]
        );
    }
}
