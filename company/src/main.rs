//! How many people one company's quota carries: a working day of N browsers, each with the page's own
//! limiter, against the CRM's ten calls in ten seconds. Virtual time, no network.
mod browser;
mod call;
mod crm;
mod figures;
mod queue;
mod script;
mod simulation;

use call::Kind;
use clap::{Parser, ValueEnum};
use crm::Reading;
use figures::Figures;
use kehu::api::rate_limiter::Millis;
use simulation::Setup;

/// Simulates a company's working day and prints what its calls came to.
#[derive(Parser)]
struct Options {
    /// How many people; each number is a row of the table.
    #[arg(long, value_delimiter = ',', default_value = "1,5,10,25,50,100,200")]
    people: Vec<usize>,
    /// How the CRM counts and what its refusals say; all readings where it is left out.
    #[arg(long, value_enum)]
    reading: Option<Reading>,
    /// Minutes within which all open the page in the morning.
    #[arg(long, default_value_t = 30)]
    opening: Millis,
    /// Let all calls pass the queue that nginx has.
    #[arg(long)]
    queue: bool,
    /// Another seed is another day.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() {
    let Options { people, reading, opening, queue, seed } = Options::parse();
    let readings = reading.map_or(Reading::value_variants().to_vec(), |reading| vec![reading]);
    for reading in readings {
        println!("\n{}\n", name(reading));
        println!("{}", title());
        for people in &people {
            println!(
                "{}",
                row(
                    *people,
                    &simulation::run(Setup {
                        people: *people,
                        reading,
                        has_queue: queue,
                        opening: opening * script::MINUTE,
                        seed
                    })
                )
            );
        }
    }
}

fn name(reading: Reading) -> String {
    let window = match reading {
        Reading::Fixed | Reading::FixedWhole | Reading::FixedLeft => "Fixed windows",
        Reading::Sliding | Reading::SlidingLeft => "A sliding window",
    };
    let word = match reading {
        Reading::Fixed | Reading::Sliding => "no `Retry-After`",
        Reading::FixedWhole => "`Retry-After: 10`",
        Reading::FixedLeft | Reading::SlidingLeft => "`Retry-After` with what is left",
    };
    format!("{window}, {word}:")
}

fn title() -> String {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.title()).collect();
    let title = format!(
        "| people | calls a person and hour | {} | refused | by the CRM | wait p50 | p95 | longest | errors | export p50 | longest | worst p95 / median p95 |",
        kinds.join(" | ")
    );
    format!("{title}\n{}|", "|---".repeat(title.matches('|').count() - 1))
}

fn row(people: usize, figures: &Figures) -> String {
    let kinds: Vec<String> =
        Kind::ALL.iter().map(|kind| format!("{:.1}", figures.hourly(Some(*kind)))).collect();
    let (worst, median) = figures.fairness();
    format!(
        "| {people} | {:.1} | {} | {:.1} % | {} | {} | {} | {} | {} | {} | {} | {} / {} |",
        figures.hourly(None),
        kinds.join(" | "),
        figures.refused_share(),
        figures.refused_by_crm,
        seconds(figures.wait(50)),
        seconds(figures.wait(95)),
        seconds(figures.longest()),
        figures.failed,
        seconds(figures.export(50)),
        seconds(figures.export(100)),
        seconds(worst),
        seconds(median),
    )
}

fn seconds(millis: Millis) -> String {
    format!("{:.1} s", millis as f64 / 1000.0)
}
