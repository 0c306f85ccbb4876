//! An export as a workbook that spreadsheets open (XLSX, ECMA-376): rows come as CSV, bit by bit,
//! and are packed at once, so that memory holds the packed file and nothing else.
//!
//! Why not a crate that writes whole workbooks: those that are kept hold every cell until the end
//! (154 MB for 20,000 rows of 46 columns) or use files that a browser does not have. What is left to
//! write by hand is one element a cell; packing and reading CSV are left to crates.
mod text;
mod workbook;

pub use workbook::Workbook;
