/// How old an answer may be that is shown without asking again, in milliseconds.
pub const MAX_AGE: i64 = 60_000;
/// How old the rows are that somebody comes back to before they are asked for again, in milliseconds. Their age
/// stands beside the button that asks at once; each minute less is paid by all colleagues
/// (`docs/performance.md`).
pub const RENEW_AGE: i64 = 600_000;
/// How much is kept of what was answered, in bytes of the answers.
pub const CACHE_BYTES: usize = 16 << 20;

/// What was used last, as much of it as fits: the least recently used goes first.
#[derive(Debug)]
pub struct Recent<K, V> {
    /// The most recently used last.
    entries: Vec<Entry<K, V>>,
    room: usize,
}

#[derive(Debug)]
struct Entry<K, V> {
    key: K,
    value: V,
    size: usize,
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    /// Room for so many bytes.
    pub fn new(room: usize) -> Self {
        Self { entries: Vec::new(), room }
    }

    /// What is kept under a key, which is a use of it.
    pub fn get(&mut self, key: &K) -> Option<V> {
        let at = self.entries.iter().position(|entry| entry.key == *key)?;
        let entry = self.entries.remove(at);
        let value = entry.value.clone();
        self.entries.push(entry);
        Some(value)
    }

    /// Keeps a value of so many bytes in place of an older one; what is larger than all the room is
    /// not kept.
    pub fn put(&mut self, key: K, value: V, size: usize) {
        self.entries.retain(|entry| entry.key != key);
        self.entries.push(Entry { key, value, size });
        while self.entries.iter().map(|entry| entry.size).sum::<usize>() > self.room {
            self.entries.remove(0);
        }
    }

    /// Everything that is kept.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|entry| &entry.value)
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(recent: &Recent<u32, u32>) -> Vec<u32> {
        recent.values().copied().collect()
    }

    #[test]
    fn the_least_recently_used_goes_first() {
        let mut recent = Recent::new(30);
        for key in [1, 2, 3] {
            recent.put(key, key * 10, 10);
        }
        assert_eq!(recent.get(&1), Some(10));
        recent.put(4, 40, 15);
        assert_eq!(kept(&recent), [10, 40]);
        assert_eq!(recent.get(&2), None);
    }

    #[test]
    fn what_has_no_room_is_not_kept() {
        let mut recent = Recent::new(30);
        recent.put(1, 10, 31);
        assert!(kept(&recent).is_empty());
    }

    #[test]
    fn a_key_has_one_value() {
        let mut recent = Recent::new(30);
        recent.put(1, 10, 20);
        recent.put(1, 11, 20);
        assert_eq!(kept(&recent), [11]);
        recent.clear();
        assert!(kept(&recent).is_empty());
    }
}
