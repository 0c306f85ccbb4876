use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

/// The same text has the same fingerprint. It is no secret.
pub(crate) fn fingerprint(of: impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(of)
}
