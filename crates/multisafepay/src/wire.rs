//! The JSON of the API: what is sent, and what an answer proves.

mod capture;
mod cart;
mod failure;
mod json;
mod judge;
mod me;
mod order;
mod payment;
mod related;
mod release;
mod state;
mod time;

pub use capture::CaptureRequest;
pub(crate) use capture::judge as judge_capture;
pub(crate) use me::read as read_account;
pub(crate) use order::read as read_order;
pub(crate) use release::{body as release_body, judge as judge_release};
