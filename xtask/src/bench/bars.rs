//! What the figures must hold.

use serde_json::Value;

use super::PRODUCT;

/// One bar and how the page stands to it.
#[derive(Debug, PartialEq)]
pub struct Bar {
    /// What is asked.
    pub name: String,
    /// The least that must be reached.
    pub limit: String,
    /// What was measured; `None` where it was not.
    pub found: Option<String>,
    /// Whether it is held; `None` where nothing was measured.
    pub is_held: Option<bool>,
}

/// Times that no other page may beat, with the part of the best one's time that is aimed at.
const AGAINST_PEERS: [(&str, &str, Option<f64>); 5] = [
    ("flip 15 draw", "flip, 15 rows, response end → painted", None),
    ("flip 100 total", "flip, 100 rows", Some(0.8)),
    ("flip 200 total", "flip, 200 rows", Some(0.8)),
    ("sort total", "sort, 200 rows", Some(0.8)),
    ("20 flips task", "20 flips of 200, main thread busy", None),
];

/// Figures that have a limit of their own, and its unit.
const LIMITS: [(&str, &str, f64, &str); 3] = [
    ("input longest", "typing with 200 rows, longest event → paint", 40.0, " ms"),
    ("scroll slow frames", "scrolling, frames over 50 ms", 0.0, ""),
    ("scroll mean", "scrolling, mean frame", 18.0, " ms"),
];

/// What may not grow from flip 20 to flip 200, in hundredths.
const GROWTH: [(&str, &str); 2] = [("memory heap", "JS heap"), ("memory node", "DOM nodes")];
const GROWTH_LIMIT: f64 = 1.0;

/// A flip of 1000 rows may take so many times as long as one of 100.
const PAGE_SIZES_LIMIT: f64 = 1.5;

/// Holds a run's figures (figure → page → `{median, ratio}`) against the bars. `page_sizes` is the
/// time of a flip of 1000 rows by that of 100.
pub fn judge(summary: &Value, page_sizes: f64) -> Vec<Bar> {
    let mut bars: Vec<Bar> =
        AGAINST_PEERS.iter().map(|(key, name, aim)| against_peers(&summary[*key], name, *aim)).collect();
    for (key, name, limit, unit) in LIMITS {
        let found = summary[key][PRODUCT]["median"].as_f64();
        bars.push(within(name, limit, found, &|value| format!("{}{unit}", rounded(value))));
    }
    for (key, name) in GROWTH {
        let median = |key: &str| summary[key][PRODUCT]["median"].as_f64();
        let whole = if key == "memory node" { "memory nodes" } else { key };
        let found = median(&format!("{key} growth"))
            .zip(median(whole))
            .map(|(growth, late)| 100.0 * growth / (late - growth));
        let name = format!("{name}, growth from flip 20 to 200");
        bars.push(within(&name, GROWTH_LIMIT, found, &|value| format!("{value:.2} %")));
    }
    let name = "flip, 1000 rows against 100";
    bars.push(within(name, PAGE_SIZES_LIMIT, Some(page_sizes), &|value| format!("×{value:.2}")));
    bars
}

fn against_peers(figure: &Value, name: &str, aim: Option<f64>) -> Bar {
    let ratio = |page: &Value| page["ratio"].as_f64().filter(|ratio| ratio.is_finite());
    let peers = figure.as_object().into_iter().flatten().filter(|(page, _)| *page != PRODUCT);
    let best =
        peers.filter_map(|(page, figures)| Some((page, ratio(figures)?))).min_by(|a, b| a.1.total_cmp(&b.1));
    let found = ratio(&figure[PRODUCT]);
    let limit = match (best, aim) {
        (None, _) => "–".to_owned(),
        (Some((page, best)), None) => format!("×{best:.2} ({page})"),
        (Some((page, best)), Some(aim)) => format!("×{best:.2} ({page}), aim ×{:.2}", best * aim),
    };
    Bar {
        name: name.to_owned(),
        limit,
        found: found.map(|found| format!("×{found:.2}")),
        // A hundredth is the least that the table shows.
        is_held: best.zip(found).map(|((_, best), found)| found < best + 0.005),
    }
}

fn within(name: &str, limit: f64, found: Option<f64>, show: &dyn Fn(f64) -> String) -> Bar {
    Bar {
        name: name.to_owned(),
        limit: show(limit),
        found: found.map(show),
        is_held: found.map(|found| found <= limit),
    }
}

fn rounded(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn bar(summary: &Value, name: &str) -> Bar {
        judge(summary, 1.6).into_iter().find(|bar| bar.name.starts_with(name)).unwrap()
    }

    #[test]
    fn the_best_of_the_others_is_the_bar() {
        let flip = |ours: f64| {
            json!({"flip 200 total": {
                "vanilla": {"ratio": 1.0}, "ag-grid": {"ratio": 0.25}, "solid": {"ratio": null},
                "product": {"ratio": ours},
            }})
        };
        let good = bar(&flip(0.2), "flip, 200");
        assert_eq!(good.limit, "×0.25 (ag-grid), aim ×0.20");
        assert_eq!((good.found.as_deref(), good.is_held), (Some("×0.20"), Some(true)));
        assert_eq!(bar(&flip(0.254), "flip, 200").is_held, Some(true));
        assert_eq!(bar(&flip(0.26), "flip, 200").is_held, Some(false));
    }

    #[test]
    fn what_was_not_measured_is_not_judged() {
        for bar in judge(&json!({}), 1.0).iter().filter(|bar| !bar.name.contains("1000")) {
            assert_eq!((&bar.found, bar.is_held), (&None, None), "{}", bar.name);
        }
    }

    #[test]
    fn limits_hold_to_the_last() {
        let summary = json!({
            "input longest": {"product": {"median": 40.0}},
            "scroll slow frames": {"product": {"median": 1.0}},
            "memory heap": {"product": {"median": 10.1}},
            "memory heap growth": {"product": {"median": 0.05}},
            "memory nodes": {"product": {"median": 1020.0}},
            "memory node growth": {"product": {"median": 20.0}},
        });
        assert_eq!(bar(&summary, "typing").is_held, Some(true));
        assert_eq!(bar(&summary, "scrolling, frames").is_held, Some(false));
        assert_eq!(bar(&summary, "JS heap").found.as_deref(), Some("0.50 %"));
        assert_eq!(bar(&summary, "DOM nodes").is_held, Some(false));
        assert_eq!(bar(&summary, "flip, 1000").is_held, Some(false));
    }
}
