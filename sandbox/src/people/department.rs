//! One department, numbered so that a subtree is a range.

/// A department of the company's tree.
///
/// Numbers run in the order a walk down the tree meets them, so "this department and all below
/// it" is `no..=last`, one comparison in SQL instead of a list of ids.
#[derive(Clone, Debug)]
pub struct Department {
    /// Position in the walk, from 1; 0 means "no department" in the database.
    pub no: i64,
    /// Position of the last department below this one (its own when there is none).
    pub last: i64,
    /// The id the endpoint shows.
    pub id: i64,
    /// The id of the department above, if any.
    pub parent_id: Option<i64>,
    /// Its Chinese name.
    pub name: &'static str,
}

/// Depth and name of every department, in walking order.
const TREE: [(usize, &str); 16] = [
    (0, "青禾软件有限公司"),
    (1, "销售中心"),
    (2, "华北销售部"),
    (3, "北京一组"),
    (3, "河北组"),
    (2, "华东销售部"),
    (3, "上海一组"),
    (3, "杭州组"),
    (2, "华南销售部"),
    (3, "广州组"),
    (3, "深圳组"),
    (1, "客户成功部"),
    (2, "售后组"),
    (1, "市场部"),
    (1, "财务部"),
    (1, "信息部"),
];

/// The whole tree, in walking order.
pub fn departments() -> Vec<Department> {
    let mut above: Vec<i64> = Vec::new();
    TREE.iter()
        .enumerate()
        .map(|(at, (depth, name))| {
            let below = TREE[at + 1..].iter().take_while(|(other, _)| other > depth);
            let id = 610_201 + 7 * at as i64;
            above.truncate(*depth);
            let parent_id = above.last().copied();
            above.push(id);
            Department { no: at as i64 + 1, last: (at + 1 + below.count()) as i64, id, parent_id, name }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range() {
        let all = departments();
        let north = all.iter().find(|one| one.name == "华北销售部").unwrap();
        let names: Vec<_> =
            all.iter().filter(|one| (north.no..=north.last).contains(&one.no)).map(|one| one.name).collect();
        assert_eq!(names, ["华北销售部", "北京一组", "河北组"]);
        assert_eq!(all[0].last, 16);
        assert_eq!(all[4].parent_id, Some(north.id));
    }
}
