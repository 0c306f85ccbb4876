//! The palette: everything that can be gone to or done, as lines that are found by Chinese, English or the
//! initials of pinyin.
use super::{
    BuiltIn, ColumnView, Command, FindIndex, Haystack, can_group, choice_name, preset_name, range_name,
    tab_name,
};
use crate::i18n::{Lang, Words, fill};
use crate::layout::LayoutChange;
use crate::model::{Catalog, Choice, ColumnId, CustomerId};
use crate::query::{Change, DayPreset, Days, Direction, ListQuery, RangeField, Sort, Tab};

/// So many lines are shown; who sees more types more.
pub const PALETTE_LINES: usize = 40;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteLine {
    /// What it is one of.
    pub group: &'static str,
    /// What a person reads.
    pub title: String,
    /// By what else it is found: its name in the other language.
    pub also: String,
    /// Its keys; empty for none.
    pub keys: &'static str,
    /// What it does.
    pub does: Does,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Something that can be done from anywhere.
    Command(Command),
    /// Another question.
    Ask(Change),
    /// Another look.
    LayOut(LayoutChange),
    /// Opens a customer.
    Open(CustomerId),
}

/// What the lines are made of.
pub struct PaletteParts<'a> {
    /// The views that somebody saved: their names and what they ask.
    pub views: Vec<(String, ListQuery)>,
    /// The values of filters that are known without a call.
    pub values: Vec<(Choice, i64, String)>,
    /// All columns that can be shown.
    pub available: &'a [ColumnView],
    /// Those that are shown.
    pub shown: &'a [ColumnView],
    /// The customers who were opened last, and their names.
    pub opened: Vec<(CustomerId, String)>,
    /// What can be sorted.
    pub catalog: &'a Catalog,
}

/// All lines, in the order in which they are shown while nothing is typed.
pub fn palette_lines(parts: PaletteParts<'_>, lang: Lang) -> Vec<PaletteLine> {
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    let (words, others) = (lang.words(), other.words());
    let mut lines = Vec::new();
    let mut add = |group: &'static str, title: String, also: String, does: Does| {
        lines.push(PaletteLine { group, title, also, keys: "", does });
    };
    for (id, name) in parts.opened {
        add(words.palette_opened, name, String::new(), Does::Open(id));
    }
    for view in BuiltIn::ALL {
        let ask = Change::Open(Box::new(view.query(parts.catalog)));
        add(words.views, view.name(words).into(), view.name(others).into(), Does::Ask(ask));
    }
    for (name, query) in parts.views {
        add(words.views, name, String::new(), Does::Ask(Change::Open(Box::new(query))));
    }
    for tab in Tab::ALL {
        let ask = Does::Ask(Change::Tab(tab));
        add(words.tabs, tab_name(tab, words).into(), tab_name(tab, others).into(), ask);
    }
    for command in Command::ALL.into_iter().filter(|it| *it != Command::Palette) {
        add(
            words.palette_actions,
            command.name(words).into(),
            command.name(others).into(),
            Does::Command(command),
        );
    }
    let pair = |name: &str, value: &str, words: &Words| fill(words.chip, &[name, value]);
    for (choice, id, value) in parts.values {
        let title = pair(choice_name(choice, words), &value, words);
        let ask = Change::Choose(choice, Some(id));
        add(words.filters, title, choice_name(choice, others).into(), Does::Ask(ask));
    }
    for field in RangeField::ALL {
        for preset in DayPreset::offered(field).iter().copied().flatten().copied() {
            let say = |words: &'static Words| {
                pair(range_name(field, words), &preset_name(field, preset, words), words)
            };
            let ask = Change::Days(field, Some(Days::Preset(preset)));
            add(words.filters, say(words), say(others), Does::Ask(ask));
        }
    }
    let title_of = |id: &ColumnId| parts.available.iter().find(|it| it.id == *id).map(|it| it.title.clone());
    for (column, label) in &parts.catalog.sorts {
        let Some(title) = title_of(column).or_else(|| Some(label.clone()).filter(|it| !it.is_empty())) else {
            continue;
        };
        for (direction, word, other) in [
            (Direction::Ascending, words.ascending, others.ascending),
            (Direction::Descending, words.descending, others.descending),
        ] {
            let sort = Sort { column: column.clone(), direction };
            let also = format!("{} {other}", others.sort_by);
            add(words.sort_by, format!("{title} {word}"), also, Does::Ask(Change::Sort(Some(sort))));
        }
    }
    for column in parts.available.iter().filter(|it| can_group(it)) {
        let ask = Does::Ask(Change::Group(Some(column.id.clone())));
        add(words.group_by, column.title.clone(), others.group_by.into(), ask);
    }
    for column in parts.available {
        let is_shown = parts.shown.iter().any(|it| it.id == column.id);
        let (sentence, change) = match is_shown {
            true => (words.palette_hide, LayoutChange::Hide(vec![column.id.clone()])),
            false => (words.palette_show, LayoutChange::Show(vec![column.id.clone()])),
        };
        add(words.columns, fill(sentence, &[&column.title]), others.columns.into(), Does::LayOut(change));
    }
    for line in &mut lines {
        if let Does::Command(command) = line.does {
            line.keys = command.keys();
        }
    }
    lines
}

/// What is looked through for what is typed.
pub fn palette_index(lines: &[PaletteLine]) -> FindIndex {
    FindIndex::new(lines.iter().map(|line| Haystack::of_texts([line.group, &line.title, &line.also])))
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::layout::Layout;
    use crate::model::AnswerIndex;

    fn lines(lang: Lang) -> Vec<PaletteLine> {
        let given = ["name", "status_mapped", "created_at"].map(ColumnId::new);
        let available = available_columns(&given, &Layout::default(), &Default::default(), lang);
        let parts = PaletteParts {
            views: vec![("华北大客户".into(), ListQuery::default())],
            values: vec![(Choice::Status, 7, "意向".into())],
            available: &available,
            shown: &available[..1],
            opened: vec![(CustomerId::new("1").unwrap(), "河北玉名".into())],
            catalog: &Catalog::default(),
        };
        palette_lines(parts, lang)
    }

    /// The titles that are found, with the initials of a few signs.
    fn found(typed: &str, lang: Lang) -> Vec<String> {
        let lines = lines(lang);
        let initial = |sign: char| {
            "河h北b玉y名m意y向x撞z单d查c询x华h大d客k户h".chars().skip_while(|it| *it != sign).nth(1)
        };
        let found = palette_index(&lines).find(typed, initial);
        found.into_iter().map(|AnswerIndex(at)| lines[at].title.clone()).collect()
    }

    #[test]
    fn a_line_is_found_by_chinese_by_english_and_by_initials() {
        for typed in ["撞单", "zdcx", "who has", "WHO"] {
            assert!(found(typed, Lang::Zh).contains(&"撞单查询".to_owned()), "{typed}");
        }
        assert_eq!(found("hbym", Lang::Zh), ["河北玉名"]);
        assert!(found("状态 意向", Lang::Zh).contains(&"状态: 意向".to_owned()));
        assert!(found("撞单", Lang::En).contains(&"Who has this customer?".to_owned()));
        assert!(found("qqqqq", Lang::Zh).is_empty());
    }

    #[test]
    fn each_line_does_what_it_says() {
        let lines = lines(Lang::Zh);
        let does = |title: &str| lines.iter().find(|it| it.title == title).map(|it| it.does.clone()).unwrap();
        assert_eq!(does("状态: 意向"), Does::Ask(Change::Choose(Choice::Status, Some(7))));
        assert_eq!(does("我负责的"), Does::Ask(Change::Tab(Tab::My)));
        assert_eq!(does("隐藏「客户名称」"), Does::LayOut(LayoutChange::Hide(vec!["name".into()])));
        assert_eq!(does("显示「跟进状态」"), Does::LayOut(LayoutChange::Show(vec!["status_mapped".into()])));
        assert_eq!(does("河北玉名"), Does::Open(CustomerId::new("1").unwrap()));
        let sort = Sort { column: "created_at".into(), direction: Direction::Descending };
        assert_eq!(does("创建时间 降序"), Does::Ask(Change::Sort(Some(sort))));
        assert_eq!(lines.iter().filter(|it| it.keys == "?").count(), 1);
        assert!(!lines.iter().any(|it| it.does == Does::Command(Command::Palette)));
    }
}
