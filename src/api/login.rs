//! The answer to login and password: a token or, where the account belongs to several companies, which.
use super::lookups::Login;
use crate::json::{Json, Object};
use crate::model::{Company, CompanyId, Problem};

/// What came of login and password.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub enum LoginAnswer {
    /// A token.
    Token(Login),
    /// The account belongs to these companies, and one has to be named.
    Companies(Vec<Company>),
}

/// The companies that an answer names, at its top or in its `data`; each once, and none without an id.
pub(super) fn read_companies(body: &str) -> Vec<Company> {
    let top =
        Json::parse(body.trim_start_matches('\u{feff}')).ok().and_then(Json::object).unwrap_or_default();
    let mut list = top.list("org_list");
    if list.is_empty() {
        list = top.get("data").and_then(Json::object).unwrap_or_default().list("org_list");
    }
    let mut companies: Vec<Company> = Vec::new();
    for company in list.into_iter().filter_map(Json::object).filter_map(|it| read_company(&it)) {
        if companies.iter().all(|known| known.id != company.id) {
            companies.push(company);
        }
    }
    companies
}

fn read_company(it: &Object<'_>) -> Option<Company> {
    let (value, text) = (it.get("corp_id")?, it.text("corp_id")?);
    let id = match value.integer().filter(|_| value.is_number()) {
        Some(number) => CompanyId::Number(number),
        None => CompanyId::Text(text.clone()),
    };
    Some(Company { id, name: it.text("name").unwrap_or(text) })
}

/// What is done with an answer. Who has named a company is not asked again.
pub(super) fn login_answer(
    answer: Result<Login, Problem>,
    companies: Vec<Company>,
    is_named: bool,
) -> Result<LoginAnswer, Problem> {
    match answer {
        // A token without a choice may be that of any of them.
        _ if !is_named && companies.len() > 1 => Ok(LoginAnswer::Companies(companies)),
        Err(_) if !is_named && companies.len() == 1 => Ok(LoginAnswer::Companies(companies)),
        answer => answer.map(LoginAnswer::Token),
    }
}

/// What `POST /api/v2/auth/login` is sent.
#[derive(serde::Serialize)]
struct LoginBody<'a> {
    login: &'a str,
    password: &'a str,
    device: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    corp_id: Option<CorpId<'a>>,
}

/// A [`CompanyId`] as it is written.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum CorpId<'a> {
    Number(i64),
    Text(&'a str),
}

/// The JSON body of a sign-in.
pub(super) fn login_body(login: &str, password: &str, device: &str, company: Option<&CompanyId>) -> String {
    let corp_id = company.map(|id| match id {
        CompanyId::Number(number) => CorpId::Number(*number),
        CompanyId::Text(text) => CorpId::Text(text),
    });
    serde_json::to_string(&LoginBody { login, password, device, corp_id }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(id: CompanyId, name: &str) -> Company {
        Company { id, name: name.to_owned() }
    }

    #[test]
    fn companies_stand_at_the_top_or_in_the_data() {
        let two =
            [company(CompanyId::Number(7), "甲公司"), company(CompanyId::Text("corp-b".into()), "乙公司")];
        let list = r#"[{"corp_id":7,"name":"甲公司"},{"corp_id":"corp-b","name":"乙公司"}]"#;
        for (body, expected) in [
            (format!(r#"{{"code":0,"org_list":{list}}}"#), &two[..]),
            (format!(r#"{{"code":0,"data":{{"org_list":{list}}}}}"#), &two),
            (format!(r#"{{"code":0,"org_list":[],"data":{{"org_list":{list}}}}}"#), &two),
            (format!(r#"{{"code":0,"data":{{"user_token":"t"}},"org_list":{list}}}"#), &two),
            (r#"{"code":0,"data":{"user_token":"t"}}"#.into(), &[]),
            (r#"{"org_list":null}"#.into(), &[]),
            (r#"{"org_list":{}}"#.into(), &[]),
            ("<html>".into(), &[]),
            (String::new(), &[]),
        ] {
            assert_eq!(read_companies(&body), expected, "{body}");
        }
    }

    #[test]
    fn a_company_has_an_id_and_comes_once() {
        let body = r#"{"org_list":[{"corp_id":"a"},{"corp_id":"a","name":"x"},{"corp_id":"","name":"x"},{"corp_id":null},{"name":"x"},7]}"#;
        assert_eq!(read_companies(body), [company(CompanyId::Text("a".into()), "a")]);
    }

    #[test]
    fn it_is_asked_which_company_until_one_is_named() {
        let token = || Ok(Login { token: "t".into(), user: None, name: None });
        let refused = || Err(Problem::Refused { code: 1, message: String::new() });
        let some = |count: i64| (0..count).map(|id| company(CompanyId::Number(id), "")).collect::<Vec<_>>();
        let is_asked = |answer: Result<Login, Problem>, count: i64, is_named: bool| {
            matches!(login_answer(answer, some(count), is_named), Ok(LoginAnswer::Companies(_)))
        };
        for (count, is_named, with_token, without) in [
            (0, false, false, false),
            (1, false, false, true),
            (2, false, true, true),
            (1, true, false, false),
            (2, true, false, false),
        ] {
            assert_eq!(is_asked(token(), count, is_named), with_token, "{count} {is_named}");
            assert_eq!(is_asked(refused(), count, is_named), without, "{count} {is_named}");
        }
        assert_eq!(login_answer(token(), some(2), true), token().map(LoginAnswer::Token));
        assert_eq!(login_answer(refused(), some(2), true), refused().map(LoginAnswer::Token));
    }

    #[test]
    fn a_company_is_sent_as_it_was_given_and_only_where_one_was_chosen() {
        for (company, expected) in [
            (None, r#"{"login":"a\"b","password":"密","device":"open_api"}"#),
            (
                Some(CompanyId::Number(7)),
                r#"{"login":"a\"b","password":"密","device":"open_api","corp_id":7}"#,
            ),
            (
                Some(CompanyId::Text("7".into())),
                r#"{"login":"a\"b","password":"密","device":"open_api","corp_id":"7"}"#,
            ),
        ] {
            assert_eq!(login_body("a\"b", "密", "open_api", company.as_ref()), expected);
        }
    }
}
