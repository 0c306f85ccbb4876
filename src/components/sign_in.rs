//! Signing in, first and again.
pub(super) mod companies;
pub(super) mod sign_in_again;
pub(super) mod sign_in_form;
pub(super) mod welcome;

pub use companies::Companies;
pub use sign_in_again::SignInAgain;
pub use sign_in_form::SignIn;
pub use welcome::Welcome;
