//! Cuts the program into chunks: what the first rows need, the page, and what is fetched when somebody
//! first uses it (`src/components/lazy_views.rs`). Trunk cannot do this, since the cut comes between the compiler
//! and wasm-bindgen: so the chunks are made here, and `tools/finish.mjs` puts them in the place of the
//! whole program that Trunk built.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, ensure};
use serde::{Deserialize, Serialize};
use wasm_split_cli_support::{Options, SplitWasm, transform};

use super::version::sha256;
use crate::{
    call::Call,
    project::Project,
    toolbox::{TARGET, Toolbox},
};

/// Tells cargo, and Trunk that calls it, to build a program that can be cut (`build.rs`), and that is the same
/// on each machine: where crates lie there would stand in each of its hundred places that can panic.
pub fn for_cutting(call: Call) -> Call {
    let call = call.env("KEHU_CUT", "1");
    let crates = crate_folders().unwrap_or_default().into_iter().map(|folder| (folder, "crates".into()));
    // Joined to what `.cargo/config.toml` says. Flags are parted by blanks, so a folder with one stays.
    let nameless: Vec<String> = crates
        .chain(standard_library())
        .filter_map(|(folder, name)| {
            Some((folder.to_str().filter(|folder| !folder.contains(' '))?.to_owned(), name))
        })
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect();
    call.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless.join(" "))
}

/// Where the sources of the standard library lie, and what the compiler calls that place where they are not
/// installed.
fn standard_library() -> Option<(PathBuf, String)> {
    let ask = |about: &[&str]| Call::new("rustc", Path::new(".")).args(about).try_read();
    let root = ask(&["--print", "sysroot"])?;
    let about = ask(&["--version", "--verbose"])?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((Path::new(root.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

/// Where cargo unpacks crates: a folder for each registry.
fn crate_folders() -> Option<Vec<PathBuf>> {
    let home =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let folders = fs::read_dir(home.join("registry").join("src")).ok()?;
    let mut folders: Vec<PathBuf> = folders.filter_map(|folder| Some(folder.ok()?.path())).collect();
    folders.sort();
    Some(folders)
}

/// The files that the chunks are, named by what is in them.
#[derive(Default, Deserialize, Serialize)]
pub struct Chunks {
    /// What comes first.
    pub first: String,
    /// What the page needs beside it.
    pub page: Vec<String>,
    /// What signing in needs beside it, part of it with the page.
    pub sign_in: Vec<String>,
    /// What is fetched when it is used.
    pub later: Vec<String>,
}

impl Chunks {
    /// Of the last build.
    pub fn read(project: &Project) -> Result<Self> {
        let list = folder(project).join(LIST);
        let text = fs::read(&list).with_context(|| list.display().to_string())?;
        serde_json::from_slice(&text).with_context(|| list.display().to_string())
    }
}

/// The page's chunk, that of signing in and what is used later, as `src/main.rs` and `src/components/parts/lazy_view.rs` call them.
const PAGE: &str = "app";
const SIGN_IN: &str = "sign_in";
const LATER: &str = "later";
/// The list of the chunks, for `tools/finish.mjs` and `sizes.rs`.
const LIST: &str = "chunks.json";
/// The script of wasm-split that fetches them.
const LOADER: &str = "__wasm_split.js";

fn folder(project: &Project) -> PathBuf {
    project.notes().join("chunks")
}

/// Builds the program and cuts it. Returns the folder with the chunks.
pub fn cut(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let build = ["build", "--package", "kehu", "--bin", "kehu", "--profile", "web", "--target", TARGET];
    for_cutting(Call::cargo(project.root()).args(build)).run()?;
    let whole = project.compiled("web").join("kehu.wasm");
    let folder = folder(project);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let first = folder.join("first.wasm");
    let split = split(&whole, &first, &folder)?;
    tools
        .program(project, "wasm-bindgen")?
        // The chunks join through what the linker exports.
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "kehu", "--out-dir"])
        .arg(&folder)
        .arg(&first)
        .run()?;
    fs::remove_file(&first)?;
    for chunk in split.split_modules.iter().chain([&folder.join("kehu_bg.wasm")]) {
        tools.program(project, "wasm-opt")?.args(WASM_OPT).arg(chunk).arg("-o").arg(chunk).run_quietly()?;
    }
    let chunks = name(&folder, &split.prefetch_map)?;
    fs::write(folder.join(LIST), serde_json::to_string_pretty(&chunks)?)?;
    Ok(folder)
}

/// Gives each chunk a name by what is in it, also where the loader says which file it fetches.
fn name(folder: &Path, needed: &HashMap<String, Vec<String>>) -> Result<Chunks> {
    let loader = folder.join(LOADER);
    let mut script = fs::read_to_string(&loader).with_context(|| loader.display().to_string())?;
    let mut chunks = Chunks {
        first: rename(folder, "kehu_bg.wasm", |hash| format!("kehu-{hash}_bg.wasm"))?,
        ..Chunks::default()
    };
    let mut names = HashMap::new();
    for (split, list) in
        [(PAGE, &mut chunks.page), (SIGN_IN, &mut chunks.sign_in), (LATER, &mut chunks.later)]
    {
        for chunk in needed.get(split).with_context(|| format!("wasm-split made no chunk `{split}`"))? {
            if let Some(named) = names.get(chunk) {
                // What is used later finds the page's chunks there.
                if split != LATER {
                    list.push(String::clone(named));
                }
                continue;
            }
            let stem = chunk.trim_start_matches("split_");
            let named = rename(folder, &format!("{chunk}.wasm"), |hash| format!("kehu_{stem}-{hash}.wasm"))?;
            let fetched = format!("\"./{chunk}.wasm\"");
            ensure!(script.contains(&fetched), "wasm-split's loader does not fetch {fetched}");
            script = script.replace(&fetched, &format!("\"./{named}\""));
            list.push(named.clone());
            names.insert(chunk, named);
        }
    }
    fs::write(&loader, script)?;
    Ok(chunks)
}

fn rename(folder: &Path, name: &str, named: impl Fn(&str) -> String) -> Result<String> {
    let file = folder.join(name);
    let sum = sha256(&fs::read(&file).with_context(|| file.display().to_string())?);
    let named = named(&sum[..16]);
    fs::rename(&file, folder.join(&named))?;
    Ok(named)
}

/// For size, twice, since the second time finds what the first one has laid open, and without what only
/// tools read; what else is here is what the compiler uses of WebAssembly by itself.
const WASM_OPT: [&str; 10] = [
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

fn split(whole: &Path, first: &Path, folder: &Path) -> Result<SplitWasm> {
    let program = fs::read(whole).with_context(|| whole.display().to_string())?;
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = "./kehu.js";
    let loader = ["./", LOADER].concat();
    options.link_name = &loader;
    transform(options).map_err(|error| anyhow!("cannot cut the program: {error:#}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_named_by_what_is_in_them_and_fetched_by_that_name() {
        let folder = env::temp_dir().join(format!("kehu-chunks-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["kehu_bg", "chunk_0", "split_app", "split_sign_in", "split_later"] {
            fs::write(folder.join(name).with_extension("wasm"), "abc").unwrap();
        }
        let fetch = |name: &str| format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))\n");
        let script = ["chunk_0", "split_app", "split_sign_in", "split_later"].map(fetch).concat();
        fs::write(folder.join(LOADER), &script).unwrap();
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let needed = HashMap::from([
            (PAGE.to_owned(), list(&["chunk_0", "split_app"])),
            (SIGN_IN.to_owned(), list(&["chunk_0", "split_sign_in"])),
            (LATER.to_owned(), list(&["chunk_0", "split_later"])),
        ]);
        let chunks = name(&folder, &needed).unwrap();
        let named = fs::read_to_string(folder.join(LOADER)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // printf abc | sha256sum
        let hash = "ba7816bf8f01cfea";
        let names =
            ["kehu_chunk_0", "kehu_app", "kehu_sign_in", "kehu_later"].map(|name| format!("{name}-{hash}"));
        assert_eq!(chunks.first, format!("kehu-{hash}_bg.wasm"));
        assert_eq!(chunks.page, [format!("{}.wasm", names[0]), format!("{}.wasm", names[1])]);
        assert_eq!(chunks.sign_in, [format!("{}.wasm", names[0]), format!("{}.wasm", names[2])]);
        assert_eq!(chunks.later, [format!("{}.wasm", names[3])]);
        assert_eq!(named, names.map(|name| fetch(&name)).concat());
    }
}
