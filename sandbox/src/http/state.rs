//! All that lives as long as the sandbox.

use super::faults::Faults;
use super::limiter::Limiter;
use super::sessions::Sessions;
use crate::clock::Clock;
use crate::dates::Day;
use crate::edition::Edition;
use crate::people::Staff;
use crate::store::{Contents, Pool, open};
use crate::trouble::Trouble;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How the sandbox is to behave.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which reading of the contract it answers by.
    pub edition: Edition,
    /// Which customers it holds.
    pub contents: Contents,
    /// The database file; memory when there is none.
    pub db: Option<PathBuf>,
    /// The folder of the built page, if it is to be served.
    pub site: Option<PathBuf>,
    /// Calls in 10 seconds for the whole company; 0 means no limit.
    pub rate_limit: u32,
    /// Whether refusals of the wild edition say how long the whole window is.
    pub tells_retry_after: bool,
    /// Whether tests may make it fail.
    pub faults: bool,
}

/// The running sandbox.
pub struct Sandbox {
    /// The company's people.
    pub staff: Staff,
    /// The customers.
    pub store: Pool,
    /// What was asked for at start.
    pub settings: Settings,
    /// The time.
    pub clock: Clock,
    sessions: Mutex<Sessions>,
    limiter: Mutex<Limiter>,
    faults: Mutex<Faults>,
}

impl Sandbox {
    /// Opens or fills the database.
    pub fn open(settings: Settings, clock: Clock) -> Result<Self, Trouble> {
        let staff = Staff::demo();
        let store = open(settings.db.as_deref(), &settings.contents, &staff)?;
        let limiter = Limiter::new(settings.edition, settings.rate_limit as usize);
        Ok(Self {
            staff,
            store,
            settings,
            clock,
            sessions: Mutex::default(),
            limiter: Mutex::new(limiter),
            faults: Mutex::default(),
        })
    }

    /// The day that the customers' dates are relative to.
    pub fn today(&self) -> Day {
        self.settings.contents.today.unwrap_or_else(Day::today)
    }

    /// Who is signed in.
    pub fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The company's calls.
    pub fn limiter(&self) -> MutexGuard<'_, Limiter> {
        self.limiter.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What tests asked to go wrong, and what they were told.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
