use super::Customer;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A customer's place in an answer, from 0. It is not a row of the table, which may show only some of the
/// customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerIndex(pub usize);

/// The customers of a page in the endpoint's order, each read when somebody first asks for it: of
/// two hundred rows only those near the window are drawn at once.
#[derive(Default)]
pub struct CustomerList {
    rows: Box<[OnceLock<Customer>]>,
    unread: Mutex<Option<Unread>>,
}

/// What knows how the rows of a page are read. It is dropped as soon as all are.
pub trait ReadRow: Send + Sync {
    /// The customer at a position.
    fn read_row(&self, at: usize) -> Customer;
    /// Whether any row, read or not, has a key for the column at this place.
    fn gives(&self, column: usize) -> bool;
}

struct Unread {
    reader: Box<dyn ReadRow>,
    count: usize,
}

impl CustomerList {
    /// So many customers that are read when they are asked for.
    pub fn unread(count: usize, reader: Box<dyn ReadRow>) -> Self {
        let unread = (count > 0).then_some(Unread { reader, count });
        Self { rows: (0..count).map(|_| OnceLock::new()).collect(), unread: Mutex::new(unread) }
    }

    /// How many there are, read or not.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The customer at a position, read now unless it was before.
    pub fn get(&self, AnswerIndex(at): AnswerIndex) -> Option<&Customer> {
        Some(self.rows.get(at)?.get_or_init(|| self.read(at)))
    }

    /// The places of all customers.
    pub fn indices(&self) -> impl Iterator<Item = AnswerIndex> + use<> {
        (0..self.len()).map(AnswerIndex)
    }

    /// All customers; each that is reached is read.
    pub fn iter(&self) -> impl Iterator<Item = &Customer> {
        self.indices().filter_map(|at| self.get(at))
    }

    /// Reads at most `count` of those that nobody has asked for; `false` when none is left.
    pub fn read_ahead(&self, count: usize) -> bool {
        let unread = self.rows.iter().enumerate().filter(|(_, row)| row.get().is_none());
        unread.take(count).for_each(|(at, row)| {
            row.get_or_init(|| self.read(at));
        });
        self.is_held()
    }

    /// Whether the text of the answer is still kept, since not all of it is read.
    pub fn is_held(&self) -> bool {
        self.unread.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Whether any customer has a key for the column at this place, as far as the text of the answer is
    /// still kept; after that whoever has read the rows knows.
    pub fn gives(&self, column: usize) -> bool {
        let unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        unread.as_ref().is_some_and(|unread| unread.reader.gives(column))
    }

    fn read(&self, at: usize) -> Customer {
        let mut unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(Unread { reader, count }) = unread.as_mut() else {
            return Customer::default();
        };
        let customer = reader.read_row(at);
        *count -= 1;
        if *count == 0 {
            *unread = None;
        }
        customer
    }
}

impl FromIterator<Customer> for CustomerList {
    fn from_iter<I: IntoIterator<Item = Customer>>(customers: I) -> Self {
        Self { rows: customers.into_iter().map(OnceLock::from).collect(), unread: Mutex::default() }
    }
}

impl PartialEq for CustomerList {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

// Not derived: text that was not read must not be printed.
impl std::fmt::Debug for CustomerList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.rows.iter().map(OnceLock::get)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::CustomerId;
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    struct Reader(Arc<AtomicUsize>);

    impl ReadRow for Reader {
        fn read_row(&self, at: usize) -> Customer {
            self.0.fetch_add(1, Ordering::Relaxed);
            Customer { id: CustomerId::new(&at.to_string()), ..Customer::default() }
        }

        fn gives(&self, column: usize) -> bool {
            column == 1
        }
    }

    #[test]
    fn a_row_is_read_once_and_only_when_it_is_asked_for() {
        let calls = Arc::new(AtomicUsize::new(0));
        let list = CustomerList::unread(5, Box::new(Reader(calls.clone())));
        let known = |count| assert_eq!(calls.load(Ordering::Relaxed), count);
        assert_eq!(list.len(), 5);
        known(0);
        assert_eq!(list.get(AnswerIndex(3)).map(Customer::id_text), Some("3"));
        assert_eq!(list.get(AnswerIndex(3)).map(Customer::id_text), Some("3"));
        assert!(list.get(AnswerIndex(5)).is_none());
        known(1);
        assert!(list.gives(1) && !list.gives(0));
        assert!(list.read_ahead(2) && list.is_held());
        known(3);
        assert!(!list.read_ahead(9) && !list.is_held());
        known(5);
        assert_eq!(list.iter().map(Customer::id_text).collect::<String>(), "01234");
        // The reader is gone with what it held.
        assert!(!list.gives(1));
        assert_eq!(Arc::strong_count(&calls), 1);
    }

    #[test]
    fn without_rows_nothing_is_held() {
        assert!(!CustomerList::unread(0, Box::new(Reader(Arc::default()))).is_held());
    }
}
