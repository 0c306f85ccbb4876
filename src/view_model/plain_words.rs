//! What search words are, by their look: a number, an address for mail, a person's name.
use super::fold;

/// So many digits are a number that somebody can be called by, or a part of one.
const DIGITS: usize = 5;
/// Surnames of most people in China, one sign each.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Whether words are a number: digits, and what people write between them.
pub fn is_number(words: &str) -> bool {
    let words = fold(words);
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let is_of_numbers = |sign: char| sign.is_ascii_digit() || " +-()./*#".contains(sign);
    digits >= DIGITS && words.chars().all(is_of_numbers)
}

/// Whether words may tell of somebody what does not belong into a chat: a number with whatever stands beside
/// it, an address for mail, or two to four signs that begin like a person's name.
pub fn is_private(words: &str) -> bool {
    let folded = fold(words);
    let words = folded.trim();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let is_chinese = |sign: char| ('\u{3400}'..='\u{9fff}').contains(&sign);
    let is_name = (2..=4).contains(&words.chars().count())
        && words.chars().all(is_chinese)
        && words.chars().next().is_some_and(|first| SURNAMES.contains(first));
    digits >= DIGITS || words.contains('@') || is_name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_digits_and_what_stands_between_them() {
        for number in [
            "13800138000",
            "138 0013 8000",
            "+86-138-0013-8000",
            "(0571) 88888888",
            "１３８００",
            "138****5678",
        ] {
            assert!(is_number(number) && is_private(number), "{number}");
        }
        for other in ["", "1380", "河北13800138000", "a@b.cn", "2026 年"] {
            assert!(!is_number(other), "{other}");
        }
    }

    #[test]
    fn what_belongs_to_somebody_is_private() {
        for words in ["a@b.cn", "河北13800138000", "李曦宁", "张伟", " 王建国 ", "李曦宁曦"] {
            assert!(is_private(words), "{words}");
        }
        for words in ["", "公司", "河北", "有限公司", "李", "Wang", "2026", "青禾软件有限公司", "1 期"]
        {
            assert!(!is_private(words), "{words}");
        }
    }
}
