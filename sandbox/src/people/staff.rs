//! All colleagues and departments, fixed so that tests can name them.

use super::department::departments;
use super::{Department, Sight, User};

/// The company's people.
#[derive(Clone, Debug)]
pub struct Staff {
    /// Departments in walking order.
    pub departments: Vec<Department>,
    /// Colleagues; a user's `no` is the index here.
    pub users: Vec<User>,
}

/// Name, department number and sign-in name.
const PEOPLE: [(&str, i64, &str); 40] = [
    ("李曦宁", 5, "lixining"),
    ("王建国", 3, "manager"),
    ("陈志远", 1, "admin"),
    ("周小满", 11, "newcomer"),
    ("姜河", 5, ""),
    ("张伟", 4, ""),
    ("刘洋", 4, ""),
    ("赵敏", 4, ""),
    ("孙立军", 5, ""),
    ("吴桂芳", 5, ""),
    ("郑浩然", 6, ""),
    ("冯雪", 7, ""),
    ("褚天佑", 7, ""),
    ("卫东", 7, ""),
    ("蒋欣怡", 7, ""),
    ("沈佳琪", 8, ""),
    ("韩磊", 8, ""),
    ("杨帆", 8, ""),
    ("朱思远", 9, ""),
    ("秦岚", 10, ""),
    ("许家豪", 10, ""),
    ("何静怡", 10, ""),
    ("吕一鸣", 11, ""),
    ("施雨桐", 11, ""),
    ("欧阳若兰", 11, ""),
    ("孔令辉", 12, ""),
    ("曹颖", 13, ""),
    ("严宽", 13, ""),
    ("华婉清", 13, ""),
    ("金志刚", 2, ""),
    ("魏无忌", 2, ""),
    ("陶然", 14, ""),
    ("阿不都热合曼·买买提", 14, ""),
    ("戚小薇", 14, ""),
    ("谢霆远", 15, ""),
    ("邹凯", 15, ""),
    ("喻言", 16, ""),
    ("柏青", 16, ""),
    ("水生", 4, ""),
    ("窦文博", 8, ""),
];

/// The user of the contract's example answer.
const LIXINING_ID: i64 = 10_334_573;

impl Staff {
    /// The sandbox's company: 16 departments, 40 colleagues, four of them demo accounts.
    pub fn demo() -> Self {
        let departments = departments();
        let users = PEOPLE
            .iter()
            .enumerate()
            .map(|(no, (name, department, login))| User {
                no,
                id: match no {
                    0 => LIXINING_ID,
                    _ => 10_334_600 + 13 * no as i64,
                },
                name,
                login: (!login.is_empty()).then_some(*login),
                department: *department,
                sight: match *login {
                    "admin" => Sight::All,
                    "manager" => Sight::Departments {
                        first: *department,
                        last: departments[*department as usize - 1].last,
                    },
                    _ => Sight::Own,
                },
                sells: (2..=13).contains(department) && *login != "newcomer",
            })
            .collect();
        Self { departments, users }
    }

    /// The colleague with this id.
    pub fn user(&self, id: i64) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The colleague who signs in under this name.
    pub fn by_login(&self, login: &str) -> Option<&User> {
        let wanted = without_tag(login.trim());
        self.users.iter().find(|user| user.login.is_some_and(|own| own.eq_ignore_ascii_case(wanted)))
    }

    /// The department with this id.
    pub fn department(&self, id: i64) -> Option<&Department> {
        self.departments.iter().find(|one| one.id == id)
    }

    /// The department with this number.
    pub fn numbered(&self, no: i64) -> Option<&Department> {
        usize::try_from(no - 1).ok().and_then(|at| self.departments.get(at))
    }
}

/// A login or demo token without what follows a `+`. `manager+1` is the manager once more, with a
/// sign-in and faults of its own, so that tests which run side by side do not meet.
pub fn without_tag(name: &str) -> &str {
    name.split_once('+').map_or(name, |(name, _)| name)
}
