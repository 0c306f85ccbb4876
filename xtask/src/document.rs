//! Documents of which a command writes a part. What stands outside its marks is written by hand and
//! stays.

/// Where the part begins and ends.
pub struct Marks<'a> {
    /// The first line of a document that is not there yet.
    pub title: &'a str,
    /// Stands above the part.
    pub begin: &'a str,
    /// Stands below it.
    pub end: &'a str,
}

/// The document with a new part between the marks; both are added where they are missing.
pub fn replace(old: &str, marks: &Marks<'_>, part: &str) -> String {
    let Marks { title, begin, end } = marks;
    let marked = format!("{begin}\n\n{}\n\n{end}", part.trim());
    let found = old.find(*begin).zip(old.find(*end)).filter(|(begin, end)| begin < end);
    match found {
        Some((from, to)) => format!("{}{marked}{}", &old[..from], &old[to + end.len()..]),
        None if old.trim().is_empty() => format!("{title}\n\n{marked}\n"),
        None => format!("{}\n\n{marked}\n", old.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_by_hand_stays() {
        let marks = Marks { title: "# T", begin: "<!-- a -->", end: "<!-- b -->" };
        let first = replace("# T\n\nBy hand.\n", &marks, "one");
        let second = replace(&format!("{first}\nAnd below.\n"), &marks, "two");
        assert_eq!(second, "# T\n\nBy hand.\n\n<!-- a -->\n\ntwo\n\n<!-- b -->\n\nAnd below.\n");
        assert!(replace("", &marks, "one").starts_with("# T\n"));
    }
}
