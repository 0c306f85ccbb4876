//! Who is signed in. A login has one sign-in at a time; the next one ends it.

use super::answer::Refusal;
use crate::people::{Staff, User, without_tag};
use std::collections::HashMap;

/// Tokens and whom they stand for, until the sandbox ends.
#[derive(Debug, Default)]
pub struct Sessions {
    owners: HashMap<String, Owner>,
    latest: HashMap<String, String>,
}

#[derive(Debug)]
struct Owner {
    user: usize,
    login: String,
}

/// Ended sign-ins are remembered, for the right words; beyond this many they are just unknown.
const MOST: usize = 10_000;

impl Sessions {
    /// Signs a user in, under the login as it was typed, and gives the token.
    pub fn sign_in(&mut self, user: &User, login: &str) -> String {
        if self.owners.len() >= MOST {
            let latest = &self.latest;
            self.owners.retain(|token, owner| latest.get(&owner.login) == Some(token));
        }
        let token = format!("{:032x}", fastrand::u128(..));
        let login = login.trim().to_lowercase();
        self.owners.insert(token.clone(), Owner { user: user.no, login: login.clone() });
        self.latest.insert(login, token.clone());
        token
    }

    /// The user a token stands for. The tokens handed out with the demo accounts always hold.
    pub fn user<'a>(&self, staff: &'a Staff, token: &str) -> Result<&'a User, Refusal> {
        let demo = |user: &&User| user.demo_token().as_deref() == Some(without_tag(token));
        if let Some(user) = staff.users.iter().find(demo) {
            return Ok(user);
        }
        let owner = self.owners.get(token).ok_or_else(Refusal::expired)?;
        if self.latest.get(&owner.login).is_none_or(|latest| latest != token) {
            return Err(Refusal::signed_in_elsewhere());
        }
        staff.users.get(owner.user).ok_or_else(Refusal::expired)
    }
}
