//! `GET /me`: whom a key belongs to (`api/multisafepay.md` §3).

use super::failure::read_data;
use crate::{Account, Answer, ReadProblem};

/// The account in `answer`. Any part of it may be missing.
pub fn read(answer: &Answer) -> Result<Account, ReadProblem> {
    let data = read_data(answer)?;
    Ok(Account { account: data.text("account_id"), site: data.text("site_id"), role: data.text("role") })
}
