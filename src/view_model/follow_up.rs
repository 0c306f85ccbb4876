use super::china_time::short_time;
use crate::i18n::{Words, fill};
use crate::model::FollowUp;

/// A follow-up as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpView {
    /// When it took place, down to the minute; empty where that is not told.
    pub time: String,
    /// Its kind; empty where it has none.
    pub kind: String,
    /// Who wrote it; empty where that is not told.
    pub by: String,
    /// What was written.
    pub content: String,
    /// When the next one is due, with its title; empty for none.
    pub next: String,
    /// What is attached, by name or number; empty for nothing. It is not fetched.
    pub files: String,
}

/// What is shown of a follow-up.
pub fn follow_up_view(item: &FollowUp, words: &Words) -> FollowUpView {
    let time = |text: &str| short_time(text).unwrap_or_else(|| text.trim().to_owned());
    let next =
        if item.next.is_empty() { String::new() } else { fill(words.follow_up_next, &[&time(&item.next)]) };
    let named: Vec<&str> = item.files.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let unnamed = (item.files.len() - named.len()).to_string();
    let files = match (named.is_empty(), unnamed.as_str()) {
        (true, "0") => String::new(),
        (true, _) => fill(words.follow_up_files_count, &[&unnamed]),
        (false, "0") => fill(words.follow_up_files, &[&named.join(words.names_joint)]),
        (false, _) => {
            let more = fill(words.follow_up_unnamed, &[&unnamed]);
            let all: Vec<&str> = named.into_iter().chain([more.as_str()]).collect();
            fill(words.follow_up_files, &[&all.join(words.names_joint)])
        }
    };
    let kind = item.kind.as_ref().map(|kind| kind.name.clone()).unwrap_or_default();
    FollowUpView {
        time: time(&item.at),
        kind,
        by: item.by.clone(),
        content: item.content.clone(),
        next,
        files,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_is_attached_is_named_or_counted() {
        let words = Lang::Zh.words();
        let files = |names: &[&str]| {
            let files = names.iter().map(|name| (*name).to_owned()).collect();
            follow_up_view(&FollowUp { files, ..FollowUp::default() }, words).files
        };
        assert_eq!(files(&[]), "");
        assert_eq!(files(&["", ""]), "2 个附件");
        assert_eq!(files(&["报价单.pdf"]), "附件：报价单.pdf");
        assert_eq!(files(&["报价单.pdf", "", ""]), "附件：报价单.pdf、另外 2 个");
    }

    #[test]
    fn times_are_chinas_and_short() {
        let item = FollowUp {
            at: "2026-03-05T17:30:00.000+08:00".into(),
            next: "2026-03-09 10:00".into(),
            ..FollowUp::default()
        };
        let view = follow_up_view(&item, Lang::Zh.words());
        assert_eq!(
            (view.time.as_str(), view.next.as_str()),
            ("2026-03-05 17:30", "下次跟进 2026-03-09 10:00")
        );
    }
}
