//! What is measured.

/// A kind of request; the page is added when it is made.
#[derive(Clone)]
pub struct Case {
    /// Who asks.
    pub login: &'static str,
    /// The parameters, decoded.
    pub query: &'static str,
}

impl Case {
    /// What is printed for it.
    pub fn title(&self) -> String {
        format!("{} {}", self.login, self.query)
    }

    /// The query string for a page of 100.
    pub fn query_of(&self, page: u64) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(form_urlencoded::parse(self.query.as_bytes()));
        query.append_pair("per_page", "100").append_pair("page", &page.to_string());
        query.finish()
    }
}

/// Every filter, every sort, every tab and searches for the rare and the common.
pub fn all() -> Vec<Case> {
    const ADMIN: [&str; 29] = [
        "",
        "sort=created_at&order=asc",
        "sort=updated_at",
        "sort=real_revisit_at&order=asc",
        "sort=revisit_remind_at",
        "sort=last_called_at",
        "sort=name&order=asc",
        "tab_type=sub",
        "tab_type=common&sort=name",
        "tab_type=assist",
        "department_id=610215",
        "user_id=10334573",
        "user_id=10334573&sort=name",
        "status=1476047",
        "category=1476205&sort=updated_at",
        "source=1476103",
        "product_id=88003&sort=name",
        "real_revisit_at=2019-01-01",
        "created_at[]=2019-01-01&created_at[]=2099-01-01",
        "updated_at[]=2019-01-01&updated_at[]=",
        "revisit_remind_at[]=2019-01-01&sort=name",
        "status=1476049&source=1476101&category=1476201",
        "query=公司",
        "query=张伟",
        "query=8",
        "query=13912345678",
        "query=公司&sort=updated_at&status=1476047",
        "query=报价&custom_field_name=note",
        "query=没有这样的客户",
    ];
    const OTHERS: [Case; 8] = [
        Case { login: "lixining", query: "" },
        Case { login: "lixining", query: "tab_type=my" },
        Case { login: "lixining", query: "tab_type=assist" },
        Case { login: "lixining", query: "query=公司&sort=updated_at" },
        Case { login: "manager", query: "" },
        Case { login: "manager", query: "tab_type=sub&sort=name" },
        Case { login: "manager", query: "query=科技&status=1476046" },
        Case { login: "newcomer", query: "tab_type=my" },
    ];
    ADMIN.map(|query| Case { login: "admin", query }).into_iter().chain(OTHERS).collect()
}
