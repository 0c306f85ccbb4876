//! Which texts of the endpoint are addresses, and how much of them.

/// The web address with which a text begins, and what stands behind it. Only whole ones become links: a
/// text of the endpoint must not lead anywhere else.
pub(super) fn web_address(text: &str) -> Option<(&str, &str)> {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let start = ["https://", "http://"].iter().find(|scheme| lower.starts_with(**scheme))?.len();
    let is_end = |c: char| c.is_whitespace() || c.is_control() || is_punctuation(c);
    let mut end = text.find(is_end).unwrap_or(text.len());
    let host_end = text[start..end].find(['/', '?', '#']).map_or(end, |at| start + at);
    // In Latin letters a host ends where others begin; all of it may be written in others.
    if text[start..].starts_with(|c: char| c.is_ascii_alphanumeric())
        && let Some(at) = text[start..host_end].find(|c: char| !c.is_ascii())
    {
        end = start + at;
    }
    let is_cut = end < text.len();
    let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '\'']);
    let address = if is_cut || address.len() < end { address } else { text };
    let host = &address[start.min(address.len())..host_end.min(address.len())];
    // Of a text that goes on only what is surely meant as one.
    (!host.is_empty() && (address.len() == text.len() || host.contains('.')))
        .then(|| text.split_at(address.len()))
}

/// Signs that stand in no address, but between it and other words.
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}'
            | '！' | '（' | '）' | '，' | '：' | '；' | '？' | '｜' | '／'
    )
}

pub(super) fn short_address(text: &str) -> &str {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.trim_end_matches('/')
}

pub(super) fn is_mail(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._+-@".contains(&byte));
    is_plain
        && text.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.')
        })
}
