use super::ColumnView;
use std::sync::Arc;

/// What a column is about; the chooser is ordered so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnGroup {
    /// Who the customer is.
    Basics,
    /// 审批.
    Approval,
    /// 联系方式.
    Contact,
    /// 跟进.
    FollowUp,
    /// 归属.
    Ownership,
    /// 时间.
    Time,
    /// Fields that the company made, and names never seen.
    Custom,
}

impl ColumnGroup {
    /// All of them, in the order of the chooser.
    pub const ALL: [Self; 7] = [
        Self::Basics,
        Self::Contact,
        Self::FollowUp,
        Self::Ownership,
        Self::Approval,
        Self::Time,
        Self::Custom,
    ];
}

/// What stands above columns that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A group of this page.
    Page(ColumnGroup),
    /// A group of the company's own, by its name.
    Own(Arc<str>),
}

impl Heading {
    /// Whether what was said last and what comes next stand below it.
    pub fn is_follow_up(&self) -> bool {
        *self == Self::Page(ColumnGroup::FollowUp)
    }
}

impl ColumnView {
    /// Where it stands in the chooser and in the preview.
    pub fn heading(&self) -> Heading {
        match &self.field {
            Some(field) if !field.group.is_empty() => Heading::Own(field.group.clone()),
            _ => Heading::Page(self.group),
        }
    }
}

/// Columns, or what is made of them, under their headings: those of this page in its order and then the
/// company's own in the order in which they come. No heading stands alone.
pub(in crate::view_model) fn under_headings<T>(
    items: impl Iterator<Item = (Heading, T)>,
) -> Vec<(Heading, Vec<T>)> {
    let mut groups: Vec<_> =
        ColumnGroup::ALL.iter().map(|group| (Heading::Page(*group), Vec::new())).collect();
    for (heading, item) in items {
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, items)) => items.push(item),
            None => groups.push((heading, vec![item])),
        }
    }
    groups.retain(|(_, items)| !items.is_empty());
    groups
}
