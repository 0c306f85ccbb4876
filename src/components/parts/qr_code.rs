//! A text as a picture that a phone's camera reads.
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// So many empty modules stand around a code, as its standard wants (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The picture, dark on light in any look, since many cameras read no other. `name` is what it is called for
/// whoever does not see it, `test` its `data-testid`. `None` where the text is longer than a code can hold.
pub(crate) fn qr_code(text: &str, name: &str, test: &'static str) -> Option<AnyView> {
    // The smallest code that holds it; what room is left in that goes into correction.
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(
        view! {
            <svg
                class="qr"
                data-testid=test
                role="img"
                aria-label=name.to_owned()
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
            >
                <path class="qr__ground" d=format!("M0 0h{side}v{side}H0z") />
                <path d=dark_modules(&code) />
            </svg>
        }
        .into_any(),
    )
}

/// The dark modules as a path: one box for those that touch in a line.
fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if length > 0 {
                path += &format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
            }
            x += length + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_the_dark_modules_and_no_others() {
        let code = QrCode::encode_text("tel:13800138000", QrCodeEcc::Low).unwrap();
        let size = code.size() as usize;
        let mut drawn = vec![vec![false; size]; size];
        for dash in dark_modules(&code).split('M').skip(1) {
            let numbers: Vec<i32> =
                dash.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
            let [x, y, length, 1, back] = numbers[..] else { panic!("{dash}") };
            assert_eq!(length, back, "{dash}");
            for x in x - QUIET..x - QUIET + length {
                let place = &mut drawn[(y - QUIET) as usize][x as usize];
                assert!(!std::mem::replace(place, true), "{dash}: twice");
            }
        }
        for y in 0..code.size() {
            for x in 0..code.size() {
                assert_eq!(drawn[y as usize][x as usize], code.get_module(x, y), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_text_that_no_code_holds_has_no_picture() {
        assert!(qr_code(&"x".repeat(2_953), "", "qr").is_some());
        assert!(qr_code(&"x".repeat(2_954), "", "qr").is_none());
    }
}
