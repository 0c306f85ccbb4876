//! Customers' JSON, packed: 200,000 of them would not fit into memory as plain text.
//!
//! One customer's JSON is mostly the same keys as the next one's, so all are compressed against
//! a dictionary of a few dozen of them.

use crate::trouble::Trouble;
use zstd::bulk::{Compressor, Decompressor};

/// Enough for some thirty customers; more does not pack better.
pub const DICTIONARY_BYTES: usize = 96 * 1024;

/// Packs JSON texts.
pub struct Packer(Compressor<'static>);

impl Packer {
    /// A packer that knows what the texts have in common.
    pub fn new(dictionary: &[u8]) -> Result<Self, Trouble> {
        Ok(Self(Compressor::with_dictionary(3, dictionary)?))
    }

    /// The packed text.
    pub fn pack(&mut self, json: &str) -> Result<Vec<u8>, Trouble> {
        Ok(self.0.compress(json.as_bytes())?)
    }
}

/// Unpacks what a [`Packer`] with the same dictionary packed.
pub struct Unpacker(Decompressor<'static>);

impl Unpacker {
    /// An unpacker for texts packed with this dictionary.
    pub fn new(dictionary: &[u8]) -> Result<Self, Trouble> {
        Ok(Self(Decompressor::with_dictionary(dictionary)?))
    }

    /// The text that was packed; `length` is its length in bytes.
    pub fn unpack(&mut self, packed: &[u8], length: usize) -> Result<Vec<u8>, Trouble> {
        Ok(self.0.decompress(packed, length)?)
    }
}
