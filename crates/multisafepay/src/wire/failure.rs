//! A no of the API, in the shapes of `api/multisafepay.md` §4.1, and what an answer to a read is worth.

use super::json::{Json, Object};
use crate::{Answer, ReadProblem};
use domain::Refused;

/// The key is not known (`api/multisafepay.md` §4.2).
const INVALID_KEY: i64 = 1032;
/// No such order under this key.
const INVALID_ORDER: i64 = 1006;

/// What a member `success` says. A text or a number says nothing that may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Success {
    /// `true`
    Yes,
    /// `false`
    No,
    /// It is not there.
    Missing,
    /// Neither `true` nor `false`.
    Unreadable,
}

impl Success {
    /// What the member `success` of `object` says.
    pub fn of(object: &Object<'_>) -> Self {
        match object.get("success").map(Json::as_str) {
            Some("true") => Self::Yes,
            Some("false") => Self::No,
            Some(_) => Self::Unreadable,
            None => Self::Missing,
        }
    }
}

/// An answer whose body is one JSON object.
pub struct Envelope<'a> {
    status: u16,
    members: Object<'a>,
}

impl<'a> Envelope<'a> {
    /// The envelope of `answer`; `None` when its body is not one JSON object.
    pub fn open(answer: &'a Answer) -> Option<Self> {
        let members = std::str::from_utf8(&answer.body).ok().and_then(Object::read)?;
        Some(Self { status: answer.status, members })
    }

    /// What `success` says.
    pub fn success(&self) -> Success {
        Success::of(&self.members)
    }

    /// `data` as an object with members.
    pub fn data(&self) -> Option<Object<'a>> {
        self.members.object("data").filter(|data| !data.is_empty())
    }

    /// The well-formed no that this is, if it is one: `success` is false, nothing is in `data`, and the status is 2xx
    /// or one that the documentation knows; or the bare `{"message": …}` of the API's gateway with its own statuses.
    pub fn refused(&self) -> Option<Refused> {
        let has_data = self.members.get("data").is_some_and(|data| !data.is_nothing());
        if has_data || !matches!(self.status, 200..=299 | 400 | 401 | 403 | 404 | 410 | 422) {
            return None;
        }
        match self.success() {
            Success::No => self.refused_in_full(),
            Success::Missing if matches!(self.status, 401 | 403 | 404 | 410 | 422) => self.refused_by_gateway(),
            _ => None,
        }
    }

    fn refused_in_full(&self) -> Option<Refused> {
        let code = match self.members.get("error_code") {
            Some(code) => Some(code.integer()?),
            None => None,
        };
        let info = match self.members.get("error_info").or_else(|| self.members.get("message")) {
            Some(info) if !info.is_nothing() => Some(info.text()?),
            _ => None,
        };
        Some(Refused { status: self.status, code, info })
    }

    fn refused_by_gateway(&self) -> Option<Refused> {
        let message = self.members.get("message").filter(|message| message.is_quoted())?;
        Some(Refused { status: self.status, code: None, info: Some(message.text()?) })
    }
}

/// The `data` of an answer to a read.
///
/// Only code 1006 says that an order is not there: a page of someone else's with status 404 must not count as a proof
/// that a capture did not land.
pub fn read_data(answer: &Answer) -> Result<Object<'_>, ReadProblem> {
    let status = answer.status;
    if matches!(status, 429 | 500..=599) {
        return Err(ReadProblem::Trouble(status));
    }
    let envelope = Envelope::open(answer);
    if let Some(refused) = envelope.as_ref().and_then(Envelope::refused) {
        return Err(match refused.code {
            Some(INVALID_KEY) => ReadProblem::KeyNotAccepted,
            _ if matches!(status, 401 | 403) => ReadProblem::KeyNotAccepted,
            Some(INVALID_ORDER) => ReadProblem::NotFound,
            _ => ReadProblem::Refused(refused),
        });
    }
    let unreadable = |what| ReadProblem::Unreadable { status, what };
    match status {
        401 | 403 => Err(ReadProblem::KeyNotAccepted),
        200..=299 => {
            let envelope = envelope.ok_or_else(|| unreadable("body"))?;
            match envelope.success() {
                Success::Yes | Success::Missing => envelope.data().ok_or_else(|| unreadable("data")),
                Success::No | Success::Unreadable => Err(unreadable("success")),
            }
        }
        _ => Err(unreadable("status")),
    }
}
