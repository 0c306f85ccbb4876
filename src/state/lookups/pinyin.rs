//! Pinyin initials from the browser's own order of Chinese characters: a table of our own would
//! weigh more than all that is done with it.
use js_sys::{Array, Function, Intl, Object};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// No pinyin begins with i, u or v.
const LETTERS: &[u8; 23] = b"abcdefghjklmnopqrstwxyz";

/// For each of [`LETTERS`] the first character of everyday use in pinyin order (CLDR 48).
const FIRST_CHARACTERS: [char; 23] = [
    '阿', '八', '嚓', '哒', '婀', '发', '旮', '哈', '讥', '咔', '垃', '妈', '拿', '噢', '趴', '七', '蚺',
    '仨', '他', '挖', '夕', '丫', '匝',
];

/// The block of Chinese characters whose letters are kept. Rarer ones have no reading in every browser
/// and would all begin with z.
const FIRST_KEPT: char = '\u{3400}';
const LAST_KEPT: char = '\u{9fff}';

thread_local! {
    static ORDER: Option<Order> = Order::of_the_browser();
}

/// The letter, in lower case, that the pinyin of a Chinese character begins with. `None` for what is
/// no Chinese character, and for all where the browser does not know the order.
///
/// It is the first reading of a dictionary. Each character is worked out once and then remembered.
pub fn pinyin_initial(character: char) -> Option<char> {
    let is_chinese = matches!(character, '〇' | FIRST_KEPT..=LAST_KEPT);
    if !is_chinese {
        return None;
    }
    ORDER.with(|order| order.as_ref().map(|order| order.initial(character)))
}

struct Order {
    compare: Function,
    /// For each of [`LETTERS`], what stands no later than its first character.
    bounds: Vec<JsValue>,
    /// From [`FIRST_KEPT`] on, the letter; 0 where it was not asked yet.
    kept: RefCell<Vec<u8>>,
}

impl Order {
    fn of_the_browser() -> Option<Self> {
        let locales = Array::of1(&"zh-u-co-pinyin".into());
        let compare = Intl::Collator::new(&locales, &Object::new()).compare();
        let characters: Vec<JsValue> = FIRST_CHARACTERS.iter().map(|c| c.to_string().into()).collect();
        // Unicode's order has a mark before each letter, made for such lists, and exact for rare
        // characters too. Not every browser need keep the marks.
        let marks = LETTERS
            .iter()
            .map(|letter| JsValue::from(format!("\u{fdd0}{}", char::from(letter.to_ascii_uppercase()))));
        [marks.collect(), characters.clone()]
            .into_iter()
            .find(|bounds: &Vec<JsValue>| are_bounds(&compare, bounds, &characters))
            .map(|bounds| Self {
                compare,
                bounds,
                kept: RefCell::new(vec![0; LAST_KEPT as usize - FIRST_KEPT as usize + 1]),
            })
    }

    fn initial(&self, character: char) -> char {
        let at = (character as usize).wrapping_sub(FIRST_KEPT as usize);
        if let Some(letter) = self.kept.borrow().get(at).filter(|letter| **letter != 0) {
            return char::from(*letter);
        }
        let text = JsValue::from(character.to_string());
        let next = self.bounds.partition_point(|bound| !is_before(&self.compare, &text, bound));
        let letter = LETTERS[next.saturating_sub(1)];
        if let Some(slot) = self.kept.borrow_mut().get_mut(at) {
            *slot = letter;
        }
        char::from(letter)
    }
}

/// Whether each bound stands between the letter before it and the letter it opens; in an order that
/// is not pinyin they do not.
fn are_bounds(compare: &Function, bounds: &[JsValue], characters: &[JsValue]) -> bool {
    let opens = bounds.iter().zip(characters).all(|(bound, character)| !is_before(compare, character, bound));
    let closes =
        characters.iter().zip(&bounds[1..]).all(|(character, bound)| is_before(compare, character, bound));
    opens && closes
}

fn is_before(compare: &Function, a: &JsValue, b: &JsValue) -> bool {
    compare
        .call2(&JsValue::UNDEFINED, a, b)
        .ok()
        .and_then(|order| order.as_f64())
        .is_some_and(|order| order < 0.0)
}
