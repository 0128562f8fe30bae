use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How numbers are written in a locale: its tag, the mark between groups, the decimal mark, and the zero of its digits.
const LOCALES: [(&str, char, char, char); 34] = [
    ("en", ',', '.', '0'),
    ("en-GB", ',', '.', '0'),
    ("en-US", ',', '.', '0'),
    ("en-IN", 'I', '.', '0'),
    ("en-ZA", '\u{a0}', ',', '0'),
    ("nl", '.', ',', '0'),
    ("nl-BE", '.', ',', '0'),
    ("de", '.', ',', '0'),
    ("de-AT", '\u{a0}', ',', '0'),
    ("de-CH", '’', '.', '0'),
    ("de-LI", '\'', '.', '0'),
    ("fr", '\u{202f}', ',', '0'),
    ("fr-CH", '\u{202f}', ',', '0'),
    ("fr-CA", '\u{a0}', ',', '0'),
    ("es", '.', ',', '0'),
    ("es-MX", ',', '.', '0'),
    ("it", '.', ',', '0'),
    ("it-CH", '’', '.', '0'),
    ("pl", '\u{a0}', ',', '0'),
    ("pt", '\u{a0}', ',', '0'),
    ("pt-BR", '.', ',', '0'),
    ("sv", '\u{2009}', ',', '0'),
    ("da", '.', ',', '0'),
    ("nb", '\u{a0}', ',', '0'),
    ("fi", '\u{a0}', ',', '0'),
    ("cs", '\u{a0}', ',', '0'),
    ("hu", ' ', ',', '0'),
    ("tr", '.', ',', '0'),
    ("ja", ',', '.', '0'),
    ("ja-JP", '，', '．', '０'),
    ("ar", ',', '.', '0'),
    ("ar-EG", '\u{66c}', '\u{66b}', '٠'),
    ("hi", 'I', '.', '0'),
    ("mr", 'I', '.', '०'),
];

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap_or(Currency::EUR)
}

/// `minor` as a reader of the locale would see it, with or without marks between groups.
fn written(minor: i64, currency: Currency, locale: (&str, char, char, char), with_groups: bool) -> String {
    let (_, group, mark, zero) = locale;
    let decimals = usize::from(currency.exponent());
    let digits = format!("{minor:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        let ends_group = if group == 'I' { left == 3 || (left > 3 && left % 2 == 1) } else { left.is_multiple_of(3) };
        if with_groups && place > 0 && ends_group {
            text.push(if group == 'I' { ',' } else { group });
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push(mark);
        text.push_str(fraction);
    }
    let script = |digit: char| digit.to_digit(10).and_then(|value| char::from_u32(u32::from(zero) + value));
    text.chars().map(|character| script(character).unwrap_or(character)).collect()
}

/// Reads each of `texts` (between `|`) in English, Dutch and a language that is not known.
fn check(code: &str, texts: &str, expected: Result<i64, AmountProblem>) {
    for (text, locale) in texts.split('|').flat_map(|text| [(text, "en"), (text, "nl"), (text, "xx")]) {
        let expected = expected.map(|minor| Money::new(minor, currency(code)));
        assert_eq!(read_amount(text, locale, currency(code)), expected, "{text:?} in {locale} as {code}");
    }
}

fn check_ambiguous(code: &str, locale: &str, text: &str, grouped: i64, decimal: i64) {
    let [grouped, decimal] = [grouped, decimal].map(|minor| Money::new(minor, currency(code)));
    let problem = AmountProblem::Ambiguous { grouped, decimal: Some(decimal) };
    assert_eq!(read_amount(text, locale, currency(code)), Err(problem), "{text:?} in {locale} as {code}");
}

#[test]
fn an_amount_is_read_with_either_mark() {
    check("EUR", "45|45,00|45.00|45,|45.|45,0|45,-|45.-|45,--|45,–|  45 |\u{a0}45,00\u{202f}|0045", Ok(4500));
    check("EUR", "45,5|45.5|45,50", Ok(4550));
    check("EUR", ",5|.5|0,5|,50", Ok(50));
    check("EUR", "1.234,56|1,234.56|1 234,56|1 234.56|1'234.56|1’234,56|1234,56|1234.56", Ok(123_456));
}

#[test]
fn groups_without_decimals_are_read_where_nothing_else_is_possible() {
    check("EUR", "1 234|1'234|1\u{202f}234|1\u{66c}234|1.234,|1.234,-|1,234.00", Ok(123_400));
    check("EUR", "1.234.567|1,234,567|12,34,567|1.234.567,00", Ok(123_456_700));
}

#[test]
fn one_mark_before_three_digits_is_asked_about() {
    for locale in ["en", "nl", "de-CH", "fr", "hi", "xx", ""] {
        check_ambiguous("EUR", locale, "1.234", 123_400, 123);
        check_ambiguous("EUR", locale, "1,239", 123_900, 124);
        check_ambiguous("EUR", locale, "45,000", 4_500_000, 4500);
        check_ambiguous("EUR", locale, "€ 999.995", 99_999_500, 100_000);
    }
}

#[test]
fn yen_have_no_decimals_so_nothing_is_asked() {
    check("JPY", "18400|18.400|18,400|18 400|¥18,400|￥18.400|JPY 18400|18400,|18.400,-", Ok(18_400));
    check("JPY", "18400.5|18.40|18,400.00", Err(AmountProblem::TooManyDecimals { allowed: 0 }));
}

#[test]
fn dinars_have_three_decimals_so_the_locale_decides() {
    check("KWD", "1.234,567|1,234.567|1234.567|1234,567", Ok(1_234_567));
    check("KWD", "0.234|0,234|.234|,234", Ok(234));
    check("KWD", "1.2345", Err(AmountProblem::TooManyDecimals { allowed: 3 }));
    assert_eq!(read_amount("1.234", "en", currency("KWD")), Ok(Money::new(1234, currency("KWD"))));
    assert_eq!(read_amount("1,234", "nl-NL", currency("KWD")), Ok(Money::new(1234, currency("KWD"))));
    check_ambiguous("KWD", "en", "1,234", 1_234_000, 1234);
    check_ambiguous("KWD", "nl", "1.234", 1_234_000, 1234);
    check_ambiguous("KWD", "xx", "1.234", 1_234_000, 1234);
}

#[test]
fn digits_of_other_scripts_are_read() {
    check("EUR", "٤٥٫٥٠|۴۵٫۵۰|४५.५०|４５．５０|৪৫,৫০|\u{200f}45,50\u{200e}", Ok(4550));
    check("EUR", "१,२३,४५६.७८|١٢٣٬٤٥٦٫٧٨|1,23,456.78", Ok(12_345_678));
}

#[test]
fn the_sign_or_code_of_the_order_is_read_over() {
    check("EUR", "€45|€ 45,00|45,00 €|45€|EUR 45|45 eur|Eur45.00|€45,-|45,- €|€\u{a0}45,00|€ 45 EUR", Ok(4500));
    check("DKK", "45,00 kr.|kr 45|kr. 45|45 KR|45 DKK|45,kr", Ok(4500));
    check("PLN", "45 zł|45,00 zł|PLN 45", Ok(4500));
    check("USD", "$45|45.00 $|USD 45", Ok(4500));
}

#[test]
fn another_currency_is_refused() {
    check("EUR", "$45|£45|45 USD|JPY 45|45 kr|zł 45|EURO 45", Err(AmountProblem::NotANumber));
    check("JPY", "€45|45 EUR|$45", Err(AmountProblem::NotANumber));
    check("DKK", "kr.50|DKK.50", Err(AmountProblem::NotANumber));
}

#[test]
fn what_is_no_number_is_refused() {
    check("EUR", "abc|4e2|1e3|+45|45%|45+1|4/5|0x10|NaN|∞|½|四十五|<b>45</b>|=45", Err(AmountProblem::NotANumber));
    check("EUR", ".|,|-|€|,-|--|€ -|'|\u{66b}", Err(AmountProblem::NotANumber));
    check("EUR", "4-5|(45)|45\u{202e}00|45\n00|4\t5|45 and 50", Err(AmountProblem::NotANumber));
}

#[test]
fn marks_that_fit_no_way_of_writing_are_refused() {
    check(
        "EUR",
        "1..234|1,,5|1.234.5|1,234,56|12 34|1 2345|1.234 567|1 234'567,00|1,2.3",
        Err(AmountProblem::NotANumber),
    );
    check(
        "EUR",
        "0.123.456|1234.567.890|1.234,567.00|1'234'56|45 ,00|1\u{66b}234\u{66b}567",
        Err(AmountProblem::NotANumber),
    );
}

#[test]
fn less_than_nothing_is_refused_as_such() {
    check("EUR", "-45|−45,00|-€45|€-45|€ −45|45-|45,00 -|–45|-1.234|-45,-|-0", Err(AmountProblem::Negative));
}

#[test]
fn nothing_is_refused_as_such() {
    check("EUR", "| |\t\r\n|\u{a0}|\u{3000}|\u{200f}", Err(AmountProblem::Empty));
    check("EUR", "0|0,00|.0|0,-|000|€ 0", Err(AmountProblem::Zero));
}

#[test]
fn more_decimals_than_the_currency_has_are_refused() {
    check(
        "EUR",
        "1234.567|1.234,567|0,001|45,0000|,500|1 234,567|1\u{66b}234",
        Err(AmountProblem::TooManyDecimals { allowed: 2 }),
    );
}

#[test]
fn an_amount_is_taken_up_to_the_largest_and_no_further() {
    check("EUR", "92233720368547758.07|92.233.720.368.547.758,07", Ok(i64::MAX));
    check("EUR", "92233720368547758.08|99999999999999999999999|92233720368547758070", Err(AmountProblem::TooLarge));
    check("EUR", &"9".repeat(100_000), Err(AmountProblem::TooLarge));
    check("EUR", &"1.".repeat(50_000), Err(AmountProblem::NotANumber));
}

/// Every way in which `text` could be an amount: each pair of marks, with groups of three or Indian ones.
fn readings(text: &str, decimals: usize) -> BTreeSet<i64> {
    let (text, mut found) = (text.trim(), BTreeSet::new());
    for (mark, group) in ['.', ','].into_iter().flat_map(|mark| [' ', '\'', '.', ','].map(|group| (mark, group))) {
        let (whole, fraction) = text.split_once(mark).unwrap_or((text, ""));
        let plain: String = whole.chars().filter(|character| *character != group).collect();
        if mark == group
            || fraction.len() > decimals
            || !format!("{plain}{fraction}").chars().all(|c| c.is_ascii_digit())
        {
            continue;
        }
        if plain.is_empty() && fraction.is_empty() {
            continue;
        }
        let Ok(minor) = format!("{plain}{fraction:0<decimals$}").parse::<i64>() else { continue };
        let plain_whole = plain.trim_start_matches('0').parse().unwrap_or(0);
        let locale = ("", group, mark, '0');
        let styles = [locale, ("", 'I', mark, '0')].map(|style| written(plain_whole, currency("JPY"), style, true));
        if whole == plain || styles.contains(&whole.to_owned()) {
            found.insert(minor);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_amount_as_written_in_a_locale_is_read_back(
        minor in prop_oneof![1_i64..2_000_000, 1_i64..i64::MAX],
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        locale in prop::sample::select(LOCALES.to_vec()),
        with_groups: bool,
        signed in 0..5_u8,
    ) {
        let currency = currency(code);
        let amount = Money::new(minor, currency);
        let number = written(minor, currency, locale, with_groups);
        let text = match signed {
            0 => format!("{code} {number}"),
            1 => format!("{number}\u{a0}{}", currency.sign()),
            _ => number,
        };
        prop_assert_eq!(read_amount(&text, locale.0, currency), Ok(amount), "{:?}", text);
    }

    #[test]
    fn a_whole_amount_as_written_in_a_locale_is_read_back_or_named(
        whole in prop_oneof![1_i64..2_000_000, 1_i64..1_000_000_000_000],
        locale in prop::sample::select(LOCALES.to_vec()),
    ) {
        let text = written(whole, currency("JPY"), locale, true);
        match read_amount(&text, locale.0, Currency::EUR) {
            Ok(amount) => prop_assert_eq!(amount.minor(), whole * 100),
            Err(AmountProblem::Ambiguous { grouped, .. }) => prop_assert_eq!(grouped.minor(), whole * 100),
            Err(problem) => prop_assert!(false, "{:?}: {}", text, problem),
        }
    }

    #[test]
    fn what_is_read_can_be_read_in_one_way_only(text in "[0-9]{0,4}([., '][0-9]{0,4}){0,3}", yen: bool) {
        let currency = currency(if yen { "JPY" } else { "EUR" });
        let possible = readings(&text, usize::from(currency.exponent()));
        match read_amount(&text, "en", currency) {
            Ok(amount) => prop_assert_eq!(possible, BTreeSet::from([amount.minor()])),
            Err(AmountProblem::Ambiguous { grouped, .. }) => prop_assert!(possible.contains(&grouped.minor())),
            Err(_) => prop_assert!(possible.iter().all(|minor| *minor == 0 || text.starts_with('0')), "{:?}", possible),
        }
    }

    #[test]
    fn no_text_at_all_breaks_it(text in any::<String>(), near in "[-−+€$0-9.,' \u{a0}\u{66b}٣३eEkr]{0,12}", locale in "[a-zA-Z_-]{0,8}") {
        for code in ["EUR", "JPY", "KWD", "DKK", "CLF"] {
            for typed in [&text, &near] {
                let read = read_amount(typed, &locale, currency(code));
                prop_assert!(read.is_err() || read.is_ok_and(Money::is_positive));
            }
        }
    }
}
