//! Medians, ratios, and how both are written.

use std::time::Duration;

/// The middle one of at least one figure.
pub fn median<T: Ord + Copy>(figures: &[T]) -> T {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

/// The least and the most of at least one figure.
pub fn spread<T: Ord + Copy>(figures: &[T]) -> (T, T) {
    (*figures.iter().min().unwrap(), *figures.iter().max().unwrap())
}

/// One figure divided by another, in hundredths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio(pub u128);

impl Ratio {
    /// `figure` divided by `by`.
    pub fn of(figure: u128, by: u128) -> Self {
        Self((figure * 100 + by / 2) / by)
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// A time as milliseconds, with the given number of decimals, three at most.
pub fn milliseconds(time: Duration, decimals: u32) -> String {
    let parts = 10_u128.pow(decimals);
    let step = 1000 / parts;
    let rounded = (time.as_micros() + step / 2) / step;
    match decimals {
        0 => format!("{rounded} ms"),
        decimals => {
            format!("{}.{:0width$} ms", rounded / parts, rounded % parts, width = usize::try_from(decimals).unwrap())
        }
    }
}

/// A number of kibibytes as mebibytes.
pub fn mebibytes(kibibytes: u64) -> String {
    format!("{} MiB", (kibibytes + 512) / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_many_is_taken() {
        assert_eq!(median(&[5, 1, 9]), 5);
        assert_eq!(spread(&[5, 1, 9]), (1, 9));
    }

    #[test]
    fn a_ratio_has_two_decimals() {
        assert_eq!(Ratio::of(5, 4).to_string(), "1.25");
        assert_eq!(Ratio::of(2, 3).to_string(), "0.67");
        assert_eq!(Ratio::of(201, 200).to_string(), "1.01");
    }

    #[test]
    fn a_time_is_rounded_to_what_is_shown() {
        assert_eq!(milliseconds(Duration::from_micros(1_949), 0), "2 ms");
        assert_eq!(milliseconds(Duration::from_micros(1_949), 1), "1.9 ms");
        assert_eq!(milliseconds(Duration::from_micros(2_051), 2), "2.05 ms");
    }
}
