//! What can be chosen: values, colleagues, departments. Each comes in several forms, and which of them a
//! company's CRM has is not known beforehand.
use crate::api::answer::malformed;
use crate::json::{Json, Object, Opened};
use crate::model::{ChoiceOption, OptionPage, Problem};

/// How deep a tree of departments is followed.
const MAX_DEPTH: u8 = 12;

/// Reads the values of status, source or category out of a whole answer.
///
/// # Errors
/// [`Problem::Malformed`] where there is no place in which a list could stand.
pub fn read_options(whole: Opened<'_>) -> Result<OptionPage, Problem> {
    let given = Given::find(whole, &["options", "list"], "options")?;
    let options = given.entries.iter().filter_map(|it| {
        let it = it.object()?;
        let value = it.integer("value").or_else(|| it.integer("id"))?;
        Some(ChoiceOption::new(it.first_text(&["label", "name", "text", "title"])?, value))
    });
    Ok(given.page(options.collect()))
}

/// Reads the colleagues out of a whole answer.
///
/// # Errors
/// As [`read_options`].
pub fn read_users(whole: Opened<'_>) -> Result<OptionPage, Problem> {
    let given = Given::find(whole, &["users", "simple_users", "list"], "users")?;
    let users = given.entries.iter().filter_map(|it| {
        let it = it.object()?;
        let note = it.text("department_name").unwrap_or_default();
        Some(ChoiceOption { note, ..ChoiceOption::new(name_of(&it)?, id_of(&it)?) })
    });
    Ok(given.page(users.collect()))
}

/// Reads the departments out of a whole answer: a tree (`children`), a flat list with `parent_id`, or one
/// with `level` alone. Each is told its parent.
///
/// # Errors
/// As [`read_options`].
pub fn read_departments(whole: Opened<'_>) -> Result<OptionPage, Problem> {
    let given = Given::find(whole, &["departments", "options", "joined_departments", "list"], "departments")?;
    let mut read = Vec::new();
    flatten(&given.entries, 0, None, &mut read);
    if read.iter().all(|(option, _)| option.parent.is_none()) {
        follow_levels(&mut read);
    }
    Ok(given.page(read.into_iter().map(|(option, _)| option).collect()))
}

/// The entries of a list, and what is told of its pages.
pub(in crate::api) struct Given<'a> {
    /// The entries, unread.
    pub entries: Vec<Json<'a>>,
    /// How many there are in all, where that is told.
    pub total: Option<i64>,
    /// How many stand on a page, where that is told.
    pub per_page: Option<i64>,
}

impl<'a> Given<'a> {
    /// Looks for a list in `data`, then for `data` as the list, then beside `data`. Of several the first
    /// that holds something counts.
    pub fn find(whole: Opened<'a>, names: &[&str], at: &'static str) -> Result<Self, Problem> {
        let data = whole.inner.map(|it| *it).unwrap_or_default();
        let has_place = data.object.is_some() || data.list.is_some();
        let objects: Vec<Object<'a>> = data.object.into_iter().chain(whole.object).collect();
        let number =
            |names: &[&str]| objects.iter().find_map(|it| names.iter().find_map(|name| it.integer(name)));
        let (total, per_page) = (number(&["total_count", "total"]), number(&["per_page"]));
        let named = objects.iter().flat_map(|it| names.iter().filter_map(|name| it.get(name)));
        let named: Vec<Json<'a>> = named.filter(|it| it.is_list()).collect();
        if !has_place && named.is_empty() {
            return Err(malformed(at, "absent"));
        }
        let lists = data.list.into_iter().chain(named.into_iter().map(Json::list));
        let entries = lists.into_iter().find(|list| !list.is_empty()).unwrap_or_default();
        Ok(Self { entries, total, per_page })
    }

    fn page(&self, options: Vec<ChoiceOption>) -> OptionPage {
        let count = |number: Option<i64>| number.and_then(|number| usize::try_from(number).ok());
        OptionPage {
            options,
            given: self.entries.len(),
            total: count(self.total),
            per_page: count(self.per_page).filter(|size| *size > 0),
        }
    }
}

fn id_of(it: &Object<'_>) -> Option<i64> {
    it.integer("id").or_else(|| it.integer("value"))
}

fn name_of(it: &Object<'_>) -> Option<String> {
    it.first_text(&["name", "text", "label", "title"])
}

/// Reads departments with those below them, each with its level where one is told.
fn flatten(list: &[Json<'_>], depth: u8, parent: Option<i64>, into: &mut Vec<(ChoiceOption, Option<i64>)>) {
    if depth > MAX_DEPTH {
        return;
    }
    for it in list.iter().filter_map(|it| it.object()) {
        let mut above = parent;
        if let (Some(value), Some(label)) = (id_of(&it), name_of(&it)) {
            let told = it.integer("parent_id").filter(|id| *id != 0);
            // Nothing said is no ban.
            let is_usable = it.text("can_use").is_none() || it.flag("can_use");
            let option =
                ChoiceOption { parent: parent.or(told), is_usable, ..ChoiceOption::new(label, value) };
            into.push((option, it.integer("level")));
            above = Some(value);
        }
        flatten(&it.list("children"), depth + 1, above, into);
    }
}

/// Each stands below the last one before it whose level is higher.
fn follow_levels(read: &mut [(ChoiceOption, Option<i64>)]) {
    let mut above: Vec<(i64, i64)> = Vec::new();
    for (option, level) in read {
        let Some(level) = *level else { continue };
        while above.last().is_some_and(|(its, _)| *its >= level) {
            above.pop();
        }
        option.parent = above.last().map(|(_, value)| *value);
        above.push((level, option.value));
    }
}

#[cfg(test)]
mod tests;
