//! What the store gets of one customer.

/// A field that `custom_field_name` can name; the number is its place in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 客户名称
    Name = 1,
    /// 公司名称
    Company = 2,
    /// Names of the contacts.
    Contacts = 3,
    /// 电话 of the customer itself.
    Tel = 4,
    /// 手机 of the customer itself.
    Phone = 5,
    /// Name, company, contacts and every number together: what a search without a field sees.
    Everything = 6,
    /// 邮箱
    Email = 7,
    /// 微信
    Wechat = 8,
    /// QQ
    Qq = 9,
    /// 详细地址
    DetailAddress = 10,
    /// 备注
    Note = 11,
    /// The company's own field 主营产品.
    MainTrade = 12,
    /// The company's own field 注册资本.
    Capital = 13,
}

impl Field {
    /// The field a request means by this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "name" => Self::Name,
            "company_name" => Self::Company,
            "contacts" | "contacts.name" | "contact.name" => Self::Contacts,
            "address.tel" => Self::Tel,
            "address.phone" => Self::Phone,
            "address.email" => Self::Email,
            "address.wechat" => Self::Wechat,
            "address.qq" => Self::Qq,
            "address.detail_address" => Self::DetailAddress,
            "note" => Self::Note,
            "text_asset_863cc6" => Self::MainTrade,
            "numeric_asset_5d21e0" => Self::Capital,
            _ => return None,
        })
    }

    /// Whether the field holds numbers that are also searched by their digits alone.
    pub fn holds_phones(self) -> bool {
        matches!(self, Self::Tel | Self::Phone | Self::Everything)
    }
}

/// A customer ready to be stored: what requests ask for, what is searched, and the answer's JSON.
///
/// Dates are minutes of China's wall clock, `None` where the customer has no such date; 0 stands
/// for "none" in the other columns.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The customer's id.
    pub id: i64,
    /// Id of the owner; 0 in a common pool.
    pub owner: i64,
    /// Id of the creator.
    pub creator: i64,
    /// Number of the owning department.
    pub department: i64,
    /// The common pool.
    pub pool: i64,
    /// Status value.
    pub status: i64,
    /// Source value.
    pub source: i64,
    /// Category value.
    pub category: i64,
    /// One bit for each product bought.
    pub products: i64,
    /// One bit for each assisting user.
    pub assist: i64,
    /// Created.
    pub created_at: i64,
    /// Last changed.
    pub updated_at: i64,
    /// Last really followed up.
    pub real_revisit_at: Option<i64>,
    /// To be followed up next.
    pub revisit_remind_at: Option<i64>,
    /// Last called.
    pub last_called_at: Option<i64>,
    /// Name, for sorting.
    pub name: String,
    /// Texts by field; several values of one field are apart by a line break.
    pub words: Vec<(Field, String)>,
    /// The customer's JSON as a stranger sees it: `is_user_self` and `is_creator_self` are false.
    pub body: String,
}
