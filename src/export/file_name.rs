use super::Format;
use crate::i18n::Words;

/// The file's name; `moment` is `2026-11-20 15:30`. One that is not finished says so.
pub fn file_name(format: Format, is_partial: bool, moment: &str, words: &Words) -> String {
    let moment = moment.replace(' ', "_").replace(':', "");
    let partial = if is_partial { words.export_file_partial } else { "" };
    format!("{}{partial}_{moment}.{}", words.app_title, format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_file_that_is_not_finished_says_so() {
        let name =
            |is_partial, lang: Lang| file_name(Format::Csv, is_partial, "2026-11-20 15:30", lang.words());
        assert_eq!(name(false, Lang::Zh), "客户_2026-11-20_1530.csv");
        assert_eq!(name(true, Lang::Zh), "客户_未完成_2026-11-20_1530.csv");
        assert_eq!(name(true, Lang::En), "Customers_partial_2026-11-20_1530.csv");
    }
}
