//! What the figures were measured on.

use std::{fs, path::Path, thread};

use crate::call::Call;

/// Processor, cores and memory, as far as the system tells.
pub fn describe() -> String {
    let processor = field("/proc/cpuinfo", "model name").or_else(mac_processor);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| gibibytes(&text));
    let parts = [processor, Some(format!("{cores} cores")), memory];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn mac_processor() -> Option<String> {
    let name = Call::new("sysctl", Path::new(".")).args(["-n", "machdep.cpu.brand_string"]).try_read()?;
    Some(name.trim().to_owned())
}

/// `7.8 GiB` from `8131656 kB`.
fn gibibytes(text: &str) -> Option<String> {
    let kibibytes: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(format!("{:.1} GiB", kibibytes / 1024.0 / 1024.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_said_in_gibibytes() {
        assert_eq!(gibibytes("8131656 kB").as_deref(), Some("7.8 GiB"));
        assert_eq!(gibibytes(""), None);
    }
}
