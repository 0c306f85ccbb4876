use js_sys::{Array, Reflect};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, Navigator, ShareData, Url};

/// What this browser can do with a file of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileWay {
    /// It keeps it among its downloads.
    Keep,
    /// It offers the phone's ways of sharing. What becomes of the file nobody tells.
    Share,
    /// Nothing, and it says nothing of that.
    Nowhere,
}

/// What this browser can do with a file of this name and kind. The views that chat programs on phones show
/// pages in pass over downloads without a word.
pub fn file_way(name: &str, kind: &str) -> FileWay {
    if !is_in_chat() {
        return FileWay::Keep;
    }
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let probe = Blob::new_with_str_sequence_and_options(&Array::new(), &options).ok();
    if probe.and_then(|probe| sharing(name, &probe)).is_some() { FileWay::Share } else { FileWay::Nowhere }
}

/// Whether the page stands in a chat program on a phone, where printing does nothing either.
pub fn is_in_chat() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| names_chat(&agent))
}

/// On a desktop the same programs keep files as any browser does.
fn names_chat(agent: &str) -> bool {
    agent.contains("Mobile") && ["MicroMessenger", "DingTalk"].iter().any(|name| agent.contains(name))
}

/// Hands a file to the browser to keep, or to share where it keeps none. Sharing takes a click of the user.
/// Nothing else leaves this device.
pub fn save_file(name: &str, file: &Blob) -> Option<()> {
    if is_in_chat() {
        let (navigator, data) = sharing(name, file)?;
        // Whoever changes their mind, or is in another view than the chat program said, hears of it there.
        let _ = navigator.share_with_data(&data);
        return Some(());
    }
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has long begun to read by then.
    let forget = move || {
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(forget, Duration::from_secs(60));
    Some(())
}

/// The file as something to share, where this can be done.
fn sharing(name: &str, file: &Blob) -> Option<(Navigator, ShareData)> {
    let navigator = window().navigator();
    if !Reflect::has(&navigator, &"canShare".into()).unwrap_or(false) {
        return None;
    }
    let options = FilePropertyBag::new();
    options.set_type(&file.type_());
    let file = File::new_with_blob_sequence_and_options(&Array::of1(file), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    navigator.can_share_with_data(&data).then_some((navigator, data))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chat_programs_are_known_on_phones_only() {
        let iphone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
        for (agent, is_chat) in [
            (format!("{iphone} Mobile/15E148 MicroMessenger/8.0.47 NetType/WIFI Language/zh_CN"), true),
            (format!("{iphone} Mobile/15E148 wxwork/4.1.20 MicroMessenger/7.0.1 Language/zh"), true),
            (format!("{iphone} Mobile/15E148 AliApp(DingTalk/7.5.5) com.laiwang.DingTalk/32101"), true),
            (format!("{iphone} Version/17.4 Mobile/15E148 Safari/604.1"), false),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/116.0.0.0 Safari/537.36 MicroMessenger/7.0.1 WindowsWechat wxwork/4.1".to_owned(), false),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/111.0.0.0 Safari/537.36 dingtalk-win/1.0.0 DingTalk(7.5.0)".to_owned(), false),
        ] {
            assert_eq!(names_chat(&agent), is_chat, "{agent}");
        }
    }
}
