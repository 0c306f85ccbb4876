//! What is shown: every decision about words, columns, colours and places, as plain values.
//! The clock is passed in.
mod active_filters;
mod built_in;
mod cell;
mod chat;
mod china_time;
mod chip;
mod chooser;
mod column;
mod commands;
mod cooling;
mod copy;
mod date_range;
mod details;
mod drift;
mod filter_by;
mod filter_line;
mod find;
mod follow_up;
mod foreign;
mod grid;
mod groups;
mod held;
mod keys;
mod pager;
mod palette;
mod plain_words;
mod preview;
mod problem;
mod question;
mod relative_day;
mod relax;
mod run_summary;
mod saved_views;
mod search_field;
mod share;
mod sort_title;
mod window;

pub use active_filters::{
    ActiveFilter, FilterPlace, KnownNames, active_filters, choice_name, range_name, unnamed_value,
};
pub use built_in::{BuiltIn, page_title};
pub use cell::{CellView, PhoneState, PhoneView, cell_view, phone_view, told_when};
pub use chat::{NextFollowUp, calendar, callable_numbers, chat_line};
pub use china_time::day_that_is_meant;
pub use chip::{CHIPS_SHOWN, ChipView, chip_view};
pub use chooser::{
    ChooserColumn, ChooserGroup, chooser_groups, chooser_index, group_name, move_to_gap, nearest_gap,
};
pub use column::{
    ColumnFacts, ColumnGroup, ColumnKind, ColumnView, Heading, available_columns, column_note, column_title,
    columns, columns_in_force, is_custom, is_default, missing_columns, own_width, spread,
};
pub use commands::Command;
pub use cooling::Band;
pub use copy::{Copied, TEXT_CELL, cell_text, copied, copied_lines, harmless, row_texts};
pub use date_range::{describe_days, preset_name, range_text};
pub use details::{has_gaps, with_details};
pub use drift::{Drift, drift, drift_text};
pub use filter_by::filter_by;
pub use filter_line::{FILTERS, LineItem, in_line};
pub use find::{FindIndex, Haystack, fold, haystack};
pub use follow_up::{FollowUpView, follow_up_view};
pub use foreign::foreign_text;
pub use grid::{Pick, Place, Step, reach};
pub use groups::{Group, GroupHeading, Grouping, can_group, group_title, groups};
pub use held::{CheckWay, HeldView, held_view};
pub use keys::{KeyGroup, key_groups, key_name};
pub use pager::{PageItem, PagerView};
pub use palette::{Does, PALETTE_LINES, PaletteLine, PaletteParts, palette_index, palette_lines};
pub use preview::{PreviewItem, PreviewPhones, PreviewView, preview_view};
pub use problem::{ProblemView, config_problem, problem_view};
pub use question::{duration_text, link_notice, question_text, tab_name};
pub use relative_day::{Dates, Tone};
pub use relax::{TRIED, Without, suspects, without_text};
pub use run_summary::{mark_name, run_counts, run_summary};
pub use saved_views::{describe_difference, view_file_problem};
pub use search_field::search_fields;
pub use share::{has_private_words, share_sentence, share_text, shared_query};
pub use sort_title::sort_title;
pub use window::{Slot, row_window, slots};
