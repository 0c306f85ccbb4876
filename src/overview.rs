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
    /// The group of the label that is counted: labels of one name in two groups are two.
    pub group: Option<i64>,
    /// Whether it counts the rows that have no value.
    pub is_nothing: bool,
}

impl Bar {
    fn new(value: String, count: usize, way: Way) -> Self {
        Self { value, count, way, group: None, is_nothing: false }
    }
}

/// Where a bar leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The endpoint is asked for these alone.
    Filter(Change),
    /// The endpoint cannot be asked so: only these of the loaded rows are shown.
    Only(Vec<AnswerIndex>),
    /// The endpoint cannot be asked so, and the rows are not all loaded.
    Nowhere,
}

impl Overview {
    /// Adds what was counted of other rows, as an export reads them page by page. They are not all loaded, so
    /// what only loaded rows could show leads nowhere.
    pub fn add(&mut self, other: Self) {
        self.rows += other.rows;
        // A list gives a column where one of its rows has it.
        let is_drawn = |title: &String| !other.pictures.iter().any(|picture| picture.title == *title);
        self.missing.retain(is_drawn);
        for picture in other.pictures {
            match self.pictures.iter_mut().find(|it| it.column == picture.column) {
                Some(known) => known.add(picture.bars),
                None => {
                    let mut new = Picture { bars: Vec::new(), ..picture };
                    new.add(picture.bars);
                    self.pictures.push(new);
                }
            }
        }
        for title in other.missing {
            let is_known = self.pictures.iter().any(|picture| picture.title == title);
            if !is_known && !self.missing.contains(&title) {
                self.missing.push(title);
            }
        }
    }
}

impl Picture {
    fn add(&mut self, bars: Vec<Bar>) {
        for bar in bars {
            let way = match bar.way {
                Way::Filter(change) => Way::Filter(change),
                Way::Only(_) | Way::Nowhere => Way::Nowhere,
            };
            match self
                .bars
                .iter_mut()
                .find(|it| (&it.value, it.group, &it.way) == (&bar.value, bar.group, &way))
            {
                Some(known) => known.count += bar.count,
                None => self.bars.push(Bar { way, ..bar }),
            }
        }
        if COUNTED.contains(&self.column.field()) {
            values::sort(&mut self.bars);
        }
    }
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
