/// Characters of names, places and trades that are read in more than one way, after the letters that
/// their readings begin with. A dictionary's order knows one reading, and not always the one meant:
/// 重庆, 厦门, 长沙, 银行, 单县, 畜牧, 番禺, the surnames 覃, 仇 and 查.
const READINGS: [(&str, &str); 51] = [
    ("ae", "阿"),
    ("bm", "秘泌"),
    ("bp", "便泊堡扁暴瀑辟膀磅炮刨屏曝埔扒"),
    ("cd", "澄铛"),
    ("cds", "单"),
    ("cj", "车"),
    ("cq", "仇"),
    ("cs", "参晟盛沈乘匙禅刹伺谌"),
    ("cx", "畜臭郗"),
    ("cy", "涌"),
    ("cz", "重长曾朝藏传查幢攒枞椎种褚"),
    ("ds", "石"),
    ("dt", "调弹提驮囤澹洞"),
    ("dz", "翟"),
    ("fp", "番冯否繁"),
    ("gh", "蛤镐鹄桧"),
    ("gj", "给贾枸夹芥"),
    ("gjq", "伽龟"),
    ("gk", "咖"),
    ("gq", "乾"),
    ("gw", "莞涡"),
    ("hk", "会咳阚"),
    ("hx", "行吓巷浒郇"),
    ("jk", "槛"),
    ("jq", "奇强期圈茄稽缉犍"),
    ("jx", "解降系校见浚颉"),
    ("jy", "筠"),
    ("jz", "祭"),
    ("kq", "卡壳"),
    ("kw", "隗"),
    ("lm", "姥"),
    ("ln", "弄"),
    ("ls", "率泷"),
    ("lt", "漯"),
    ("ly", "乐栎"),
    ("mn", "乜"),
    ("ms", "渑"),
    ("mw", "万"),
    ("nz", "粘"),
    ("oq", "区"),
    ("qs", "俟"),
    ("qt", "覃"),
    ("qx", "纤茜荨"),
    ("qy", "铅"),
    ("sx", "省宿厦莘歙"),
    ("sy", "俞"),
    ("sz", "术属识峙殖召折氏栅"),
    ("wx", "圩"),
    ("wy", "尉蔚遗尾"),
    ("xy", "叶荥吁"),
    ("yz", "轧"),
];

/// The letters that a character's readings begin with; empty for a character with one reading only,
/// or whose readings all begin alike, such as 角 or 大.
pub(super) fn known_initials(c: char) -> &'static str {
    READINGS.iter().find(|(_, characters)| characters.contains(c)).map_or("", |(letters, _)| letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_stands_in_one_place_with_its_letters_in_order() {
        let mut seen = Vec::new();
        for (letters, characters) in READINGS {
            assert!(letters.as_bytes().is_sorted_by(|a, b| a < b), "{letters}");
            assert!((2..=3).contains(&letters.len()), "{letters}");
            for c in characters.chars() {
                assert!(!seen.contains(&c), "{c}");
                seen.push(c);
            }
        }
        assert!(READINGS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
