use crate::config::ConfigProblem;
use crate::i18n::{Words, fill};
use crate::model::Problem;

/// A problem in the salesperson's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemView {
    /// What happened: the endpoint's own message with its code, or our sentence.
    pub text: String,
    /// What is kept and what can be done.
    pub advice: String,
    /// What it means to whoever looks after the page, in their words.
    pub for_admin: Option<String>,
}

/// What is said of a problem.
pub fn problem_view(problem: &Problem, words: &Words) -> ProblemView {
    let said = |message: &str, otherwise: &str| {
        if message.trim().is_empty() { otherwise.to_owned() } else { message.trim().to_owned() }
    };
    let text = match problem {
        Problem::SignedOut { message } => said(message, words.p_signed_out),
        Problem::TooManyCalls { message, .. } => said(message, words.p_too_many),
        Problem::Refused { code, message } => {
            fill(words.code, &[&said(message, words.p_refused), &code.to_string()])
        }
        Problem::Status(status) => fill(words.p_status, &[&status.to_string()]),
        Problem::Html => words.p_html.to_owned(),
        Problem::NoBody => words.p_no_body.to_owned(),
        Problem::Malformed { .. } => words.p_malformed.to_owned(),
        Problem::Unreachable { is_offline: true } => words.p_offline.to_owned(),
        Problem::Unreachable { is_offline: false } => words.p_unreachable.to_owned(),
        Problem::Stopped => words.p_stopped.to_owned(),
        Problem::TimedOut => words.p_timed_out.to_owned(),
    };
    let advice = match problem {
        Problem::TooManyCalls { retry_after: Some(seconds), .. } => {
            fill(words.p_too_many_wait, &[&seconds.to_string()])
        }
        _ => words.p_advice.to_owned(),
    };
    let for_admin = match problem {
        Problem::Html => Some(words.admin_html.to_owned()),
        Problem::Malformed { at, .. } => Some(fill(words.admin_malformed, &[at])),
        Problem::Unreachable { is_offline: false } => Some(words.admin_unreachable.to_owned()),
        _ => None,
    };
    ProblemView { text, advice, for_admin }
}

/// What is said of a broken `config.json`: to whoever reads the page, and to whoever can mend it.
pub fn config_problem(problem: &ConfigProblem, words: &Words) -> (&'static str, String) {
    match problem {
        ConfigProblem::Unreadable(cause) => {
            (words.config_unreadable, fill(words.admin_config_unreadable, &[cause]))
        }
        ConfigProblem::BadKeys(keys) => {
            (words.config_bad_keys, fill(words.admin_config_keys, &[&keys.join(", ")]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn say(problem: &Problem) -> String {
        problem_view(problem, Lang::Zh.words()).text
    }

    #[test]
    fn the_endpoints_own_words_come_first_with_their_code() {
        let refused = |message: &str| Problem::Refused { code: 100_100, message: message.into() };
        assert_eq!(say(&refused("没有权限")), "没有权限（代码 100100）");
        assert_eq!(say(&refused(" ")), "服务器没有接受这次查询。（代码 100100）");
        assert_eq!(say(&Problem::Status(502)), "服务器出错了（502），没有给出数据。");
    }

    #[test]
    fn technical_words_are_for_who_looks_after_the_page() {
        let view = |problem| problem_view(&problem, Lang::Zh.words());
        let unreachable = view(Problem::Unreachable { is_offline: false });
        assert_eq!(unreachable.text, "连不上服务器，请检查网络。");
        assert!(unreachable.for_admin.is_some_and(|text| text.contains("connect-src")));
        assert_eq!(view(Problem::Unreachable { is_offline: true }).for_admin, None);
        let keys = ConfigProblem::BadKeys(vec!["locale".to_owned()]);
        let (text, for_admin) = config_problem(&keys, Lang::Zh.words());
        assert!(!text.contains("locale") && for_admin.contains("locale"));
    }

    #[test]
    fn a_wait_is_told_in_seconds() {
        let problem = Problem::TooManyCalls { message: String::new(), retry_after: Some(3) };
        assert!(problem_view(&problem, Lang::Zh.words()).advice.contains("3 秒"));
    }
}
