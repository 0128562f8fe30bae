//! `GET /me` (`api/multisafepay.md` §3).

use super::Reply;
use serde_json::json;

/// The account of every site.
const ACCOUNT: u32 = 12_345_678;

pub(super) fn me(site: u32) -> Reply {
    Reply::data(json!({ "account_id": ACCOUNT, "role": "merchant", "site_id": site }))
}
