//! The loaded rows as numbers: how many have each value, how long nobody has followed up, what is due in the
//! next days, who goes to the pool. Counted once from rows that are here; nobody is asked and no clock is read.
mod days;
mod values;

use crate::i18n::Words;
use crate::model::{AnswerIndex, ColumnId, Customer};
use crate::query::Change;
use crate::view_model::ColumnView;
use time::Date;

/// The columns whose values are counted, in their order on the screen.
const COUNTED: [&str; 4] = ["status_mapped", "user.name", "labels_mapped", "source_mapped"];

/// The loaded rows as pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many rows were counted: each picture has the same scale.
    pub rows: usize,
    /// The pictures, in their order on the screen.
    pub pictures: Vec<Picture>,
    /// The titles of what the list does not give, so that there is nothing to count.
    pub missing: Vec<String>,
}

/// One picture: bars of the same column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The column that it is about.
    pub column: ColumnId,
    /// What a person reads above it.
    pub title: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// How many rows have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The value as it is shown.
    pub value: String,
    /// How many rows have it.
    pub count: usize,
    /// Where it leads.
    pub way: Way,
}

/// Where a bar leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The endpoint is asked for these alone.
    Filter(Change),
    /// The endpoint cannot be asked so: only these of the loaded rows are shown.
    Only(Vec<AnswerIndex>),
}

/// Counts the rows. `today` is China's.
pub fn overview(
    rows: &[(AnswerIndex, &Customer)],
    columns: &[ColumnView],
    today: Date,
    words: &'static Words,
) -> Overview {
    let mut overview = Overview { rows: rows.len(), ..Overview::default() };
    let find = |name: &str| columns.iter().find(|column| column.id.field() == name && !column.is_computed());
    let mut draw = |name: &str, bars: &dyn Fn(&ColumnView) -> (String, Vec<Bar>)| match find(name) {
        Some(column) if column.is_missing => overview.missing.push(column.title.clone()),
        Some(column) => {
            let (title, bars) = bars(column);
            overview.pictures.push(Picture { column: column.id.clone(), title, bars });
        }
        // A company's list without it: nobody misses what was never there.
        None => {}
    };
    for name in COUNTED {
        draw(name, &|column| (column.title.clone(), values::bars(rows, column, words)));
    }
    draw("real_revisit_at", &|column| (words.overview_since.into(), days::since(rows, column, today, words)));
    draw("revisit_remind_at", &|column| (words.overview_due.into(), days::due(rows, column, today, words)));
    draw("will_flow_time", &|column| (words.overview_pool.into(), days::to_pool(rows, column, today, words)));
    overview
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
