//! A customer's own page in the CRM.
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where the id stands in the address.
const PLACE: &str = "{id}";
/// All that an id needs escaped to be one part of a path.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The address of a customer's own page, with a place for the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerUrl(String);

impl CustomerUrl {
    /// Reads an address: of the web, with the id in it and not in the host.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        let is_host = !host.is_empty() && !host.contains(['{', '}', '@', '%', '<', '>', '"', '|', '^', '`']);
        let is_plain = !text.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\');
        (is_host && is_plain && path.contains(PLACE)).then(|| Self(text.to_owned()))
    }

    /// The address of this customer's page; `None` where the id would be no part of a path.
    pub fn href(&self, id: &str) -> Option<String> {
        let is_part = !id.bytes().all(|byte| byte == b'.');
        is_part.then(|| self.0.replace(PLACE, &utf8_percent_encode(id, ESCAPED).to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_the_web_and_has_the_id_behind_its_host() {
        for text in [
            "https://crm.example/customers/{id}",
            "http://10.0.0.7:8080/c?id={id}",
            " https://crm.example/#/customers/{id}?tab=load_tab_base ",
            "https://客户.example?{id}",
        ] {
            assert!(CustomerUrl::read(text).is_some(), "{text}");
        }
        for text in [
            "",
            "https://crm.example/customers",
            "https://crm.example/customers/{ID}",
            "https://{id}.crm.example/",
            "https://{id}.crm.example/{id}",
            "https://crm.example{id}",
            "https:///{id}",
            "https://me:secret@crm.example/{id}",
            "https://crm.example\\@evil.example/{id}",
            "https://crm.example/a b/{id}",
            "https://crm.example/\n{id}",
            "javascript:alert('{id}')",
            "data:text/html,{id}",
            "ftp://crm.example/{id}",
            "//crm.example/{id}",
            "/customers/{id}",
        ] {
            assert_eq!(CustomerUrl::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_is_one_part_of_the_path() {
        let url = CustomerUrl::read("https://crm.example/{id}/x?a={id}").unwrap();
        for (id, part) in [
            ("88001", Some("88001")),
            ("a-b_c.~", Some("a-b_c.~")),
            ("a/b?c#d&e", Some("a%2Fb%3Fc%23d%26e")),
            ("客", Some("%E5%AE%A2")),
            ("{id}", Some("%7Bid%7D")),
            ("\"><", Some("%22%3E%3C")),
            ("", None),
            ("..", None),
        ] {
            let expected = part.map(|part| format!("https://crm.example/{part}/x?a={part}"));
            assert_eq!(url.href(id), expected, "{id}");
        }
    }
}
