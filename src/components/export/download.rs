use crate::state::save_file;
use web_sys::{Blob, BlobPropertyBag};

/// Hands a text to the browser as a file to keep.
pub(crate) fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    save_file(name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?)
}
