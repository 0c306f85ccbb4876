//! Decides what a customer is like.

use super::address::Address;
use super::contact::Contact;
use super::dice::Dice;
use super::names::{self, PLACES};
use super::record::Record;
use super::{odd, texts};
use crate::catalog::{
    CATEGORIES, CHANNELS, Choice, INDUSTRIES, POOLS, PRODUCTS, SOURCES, STAFF_SIZES, STATUSES, TEMPLATES,
};
use crate::dates::{Day, Minute};
use crate::people::{Staff, User};

/// The newest generated customer's id; the contract's second example is the next above it.
const NEWEST_ID: i64 = 2_371_219;
/// How far back the oldest customer goes, in days.
const REACH: f64 = 1100.0;

/// Approval states and their words; the last two are states the contract does not name.
const APPROVALS: [(u32, &str, &str); 6] = [
    (72, "approved", "已通过"),
    (84, "applying", "待审批"),
    (89, "rejected", "已驳回"),
    (93, "denied", "已驳回"),
    (97, "revoked", "已撤回"),
    (100, "", ""),
];

/// Makes customers out of a seed.
pub struct Generator<'a> {
    sellers: Vec<&'a User>,
    staff: &'a Staff,
    seed: u64,
    today: Day,
    size: u64,
}

/// All that is decided about one customer; `body` turns it into JSON.
pub(super) struct Customer<'a> {
    pub(super) id: i64,
    pub(super) k: u64,
    pub(super) name: String,
    pub(super) company: String,
    pub(super) owner: Option<&'a User>,
    pub(super) creator: &'a User,
    pub(super) before: Option<&'a User>,
    pub(super) pool: Option<&'static Choice>,
    pub(super) before_pool: Option<&'static Choice>,
    pub(super) assist: Vec<&'a User>,
    pub(super) status: &'static Choice,
    pub(super) source: Option<&'static Choice>,
    pub(super) category: Option<&'static Choice>,
    pub(super) industry: Option<&'static Choice>,
    pub(super) staff_size: Option<&'static Choice>,
    pub(super) channel: Option<&'static Choice>,
    pub(super) template: Option<&'static Choice>,
    pub(super) products: Vec<&'static Choice>,
    pub(super) approval: (&'static str, &'static str),
    pub(super) created: Minute,
    pub(super) updated: Minute,
    pub(super) revisited: Option<Minute>,
    pub(super) remind: Option<Minute>,
    pub(super) called: Option<Minute>,
    pub(super) revisit_text: Option<&'static str>,
    pub(super) note: Option<&'static str>,
    pub(super) main_trade: Option<&'static str>,
    pub(super) capital: Option<i64>,
    pub(super) address: Address,
    pub(super) contacts: Vec<Contact>,
    pub(super) today: Day,
}

impl<'a> Generator<'a> {
    /// A generator of `size` customers who belong to `staff` and lie before the end of `today`.
    pub fn new(staff: &'a Staff, seed: u64, size: u64, today: Day) -> Self {
        let mut sellers: Vec<&User> = staff.users.iter().filter(|user| user.sells).collect();
        // The first demo account should have enough to turn pages.
        sellers.extend(staff.users.iter().take(1).cycle().take(3));
        Self { sellers, staff, seed, today, size }
    }

    /// How many customers this generator makes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The customer number `k`, counted from the newest.
    pub fn record(&self, k: u64) -> Record {
        let mut dice = Dice::new(self.seed, k);
        let customer = self.customer(k, &mut dice);
        let body = customer.body(&mut dice, self.staff);
        customer.record(body)
    }

    fn customer(&self, k: u64, dice: &mut Dice) -> Customer<'a> {
        let id = NEWEST_ID - k as i64;
        let place = dice.pick(&PLACES);
        let (company, short) = names::company(dice, place);
        let name = match (odd::turn(k), dice.number(0, 10)) {
            (Some(turn), _) => odd::text(turn).to_owned(),
            (None, 0) => names::person(dice),
            (None, 1 | 2) => short,
            _ => company.clone(),
        };
        let creator = *dice.pick(&self.sellers);
        let owner = match dice.number(0, 100) {
            0..14 => None,
            14..80 => Some(creator),
            _ => Some(*dice.pick(&self.sellers)),
        };
        let before = (owner.is_none() || owner.map(|user| user.id) != Some(creator.id)).then_some(creator);
        let assist = match dice.chance(12) {
            true => dice.several(&self.sellers, 3).into_iter().copied().collect(),
            false => Vec::new(),
        };
        let mut assist: Vec<&User> = assist;
        assist.retain(|user| owner.is_some_and(|owner| owner.id != user.id));
        assist.dedup_by_key(|user| user.id);
        let created = self.created(k);
        let [revisited, remind, called] = self.dates(dice, created);
        let updated = [revisited, called].into_iter().flatten().fold(created, Minute::max);
        let roll = dice.number(0, 100) as u32;
        let approval = APPROVALS
            .iter()
            .find(|(below, ..)| roll < *below)
            .map_or(("", ""), |(_, state, words)| (*state, *words));
        let maybe =
            |dice: &mut Dice, list: &'static [Choice], percent| dice.chance(percent).then(|| dice.pick(list));
        Customer {
            id,
            k,
            name,
            company: if dice.chance(85) { company } else { String::new() },
            owner,
            creator,
            before,
            pool: owner.is_none().then(|| dice.pick(POOLS)),
            before_pool: maybe(dice, POOLS, 8),
            assist,
            status: dice.pick(STATUSES),
            source: maybe(dice, SOURCES, 88),
            category: maybe(dice, CATEGORIES, 80),
            industry: maybe(dice, INDUSTRIES, 75),
            staff_size: maybe(dice, STAFF_SIZES, 60),
            channel: maybe(dice, CHANNELS, 50),
            template: maybe(dice, TEMPLATES, 60),
            products: match dice.chance(35) {
                true => dice.several(PRODUCTS, 4),
                false => Vec::new(),
            },
            approval,
            created,
            updated,
            revisited,
            remind,
            called,
            revisit_text: revisited.map(|_| *dice.pick(&texts::REVISITS)),
            note: match odd::turn(k) {
                Some(turn) => Some(odd::text(turn + 9)),
                None => dice.chance(45).then(|| *dice.pick(&texts::NOTES)),
            },
            main_trade: dice.chance(65).then(|| *dice.pick(&texts::MAIN_TRADES)),
            capital: dice.chance(60).then(|| 10_000 * dice.number(10, 5_000)),
            address: Address::some(dice, place, k),
            contacts: Contact::some(dice, id, place.code, k),
            today: self.today,
        }
    }

    /// Newer ids were created later, and the last weeks hold more than their share, as in a
    /// company that grows.
    fn created(&self, k: u64) -> Minute {
        let share = (k as f64 + 0.5) / self.size as f64;
        let age = REACH * share.powf(1.6);
        self.working_hour(self.today.0 - age as i64, 1.0 - age.fract())
    }

    /// A moment of that day's working hours. Today has only its first two, lest customers come
    /// from the future.
    fn working_hour(&self, day: i64, share: f64) -> Minute {
        let (from, hours) = if day == self.today.0 { (7.0, 2.0) } else { (9.0, 10.0) };
        Minute(Day(day).start().0 + ((from + hours * share) * 60.0) as i64)
    }

    /// Last follow-up, next follow-up and last call.
    fn dates(&self, dice: &mut Dice, created: Minute) -> [Option<Minute>; 3] {
        let within = |dice: &mut Dice, first: i64, last: i64| {
            let day = dice.number(first, last.max(first) + 1);
            self.working_hour(day, dice.number(0, 600) as f64 / 600.0)
        };
        let (born, now) = (created.day().0, self.today.0);
        let recent = born.max(now - 45);
        let revisited = dice.chance(72).then(|| {
            let from = if dice.chance(60) { recent } else { born };
            within(dice, from, now).max(created)
        });
        // Some reminders are overdue, some are for today, most lie ahead.
        let remind = dice.chance(45).then(|| within(dice, now - 10, now + 30));
        let called = dice.chance(40).then(|| within(dice, recent, now).max(created));
        [revisited, remind, called]
    }
}
