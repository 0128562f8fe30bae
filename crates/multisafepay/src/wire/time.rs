//! Times of the API: local time in Amsterdam, without saying so (`api/multisafepay.md` §2.1).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{self, TimeZone};

static AMSTERDAM: TimeZone = tz::get!("Europe/Amsterdam");

/// The moment that `text` names, for example `2026-01-12T10:14:35`. A zone is honoured where one is given. Of the two
/// moments that an hour of the change to winter time may mean, it is the earlier: a reservation then seems to end too
/// soon rather than too late.
pub fn read(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| {
        let local: DateTime = text.parse().ok()?;
        AMSTERDAM.to_ambiguous_timestamp(local).earlier().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(read(text).map(|moment| moment.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_time_without_a_zone_is_of_amsterdam() {
        check("2026-01-12T10:14:35", Some("2026-01-12T09:14:35Z"));
        check("2026-07-12 10:14:35", Some("2026-07-12T08:14:35Z"));
        check("2026-07-12T10:14:35Z", Some("2026-07-12T10:14:35Z"));
        check("2026-07-12T10:14:35+05:00", Some("2026-07-12T05:14:35Z"));
    }

    #[test]
    fn the_hours_of_a_change_are_the_earlier_moment() {
        check("2026-10-25T02:30:00", Some("2026-10-25T00:30:00Z"));
        check("2026-03-29T02:30:00", Some("2026-03-29T00:30:00Z"));
    }

    #[test]
    fn what_is_no_time_is_not_read() {
        for text in ["", "0000-00-00 00:00:00", "yesterday", "2026-13-01T00:00:00", "1768209275"] {
            check(text, None);
        }
    }
}
