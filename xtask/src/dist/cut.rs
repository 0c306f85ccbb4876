//! Cuts the program in two: what every visit needs, and what is fetched when somebody first uses it
//! (`src/components/later.rs`). Trunk cannot do this, since the cut comes between the compiler and
//! wasm-bindgen: so the pieces are made here, and `tools/finish.mjs` puts them in the place of the
//! whole program that Trunk built.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::{join, names, streams};
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

/// Builds the program and cuts it. Returns the folder with the pieces.
pub fn cut(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let build = ["build", "--package", "kehu", "--bin", "kehu", "--profile", "web", "--target", TARGET];
    for_cutting(Call::cargo(project.root()).args(build)).run()?;
    let whole = project.compiled("web").join("kehu.wasm");
    let folder = project.notes().join("pieces");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let (needed, first) = (folder.join("needed.wasm"), folder.join("first.wasm"));
    streams::take_out(&whole, &needed)?;
    let rest = split(&needed, &first, &folder)?;
    fs::remove_file(&needed)?;
    tools
        .program(project, "wasm-bindgen")?
        // The pieces join through what the linker exports.
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "kehu", "--out-dir"])
        .arg(&folder)
        .arg(&first)
        .run()?;
    fs::remove_file(&first)?;
    names::shorten(&folder.join("kehu_bg.wasm"), &folder.join("kehu.js"))?;
    for piece in rest.iter().chain([&folder.join("kehu_bg.wasm")]) {
        tools.program(project, "wasm-opt")?.args(WASM_OPT).arg(piece).arg("-o").arg(piece).run_quietly()?;
    }
    Ok(folder)
}

/// The piece of the page, as `src/main.rs` calls it.
const PAGE: &str = "app";
/// The script that fetches the pieces.
const LOADER: &str = "__wasm_split.js";

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

fn split(whole: &Path, first: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let program = fs::read(whole).with_context(|| whole.display().to_string())?;
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = first;
    options.main_module = "./kehu.js";
    let loader = ["./", LOADER].concat();
    options.link_name = &loader;
    let mut pieces = transform(options).map_err(|error| anyhow!("cannot cut the program: {error:#}"))?;
    // What the page needs: its own piece and, if there is one, that of what it shares with later ones.
    let needed = pieces.prefetch_map.remove(PAGE).unwrap_or_default();
    if let [shared, page] = &needed[..] {
        join::join(folder, shared, page, &folder.join(LOADER))?;
        let joined = folder.join(shared).with_extension("wasm");
        pieces.split_modules.retain(|piece| *piece != joined);
    }
    Ok(pieces.split_modules)
}
