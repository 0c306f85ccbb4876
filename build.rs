//! `KEHU_CUT`, which `cargo xtask dist` sets, makes a program that can be cut in two: the linker
//! leaves the places in it where functions and data name each other.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=KEHU_CUT");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if std::env::var_os("KEHU_CUT").is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bin=kehu=--emit-relocs");
    }
}
