//! Which decimal mark a locale has (Unicode CLDR 48).

/// Languages that write a comma before decimals, except in the regions named in [`EXCEPTIONS`].
const COMMA: [&str; 48] = [
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "fy", "gl", "hr", "hu",
    "hy", "id", "is", "it", "ka", "kk", "ky", "lb", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "rm", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
];

/// Languages that write a point before decimals, except in the regions named in [`EXCEPTIONS`].
const POINT: [&str; 21] = [
    "ar", "bn", "cy", "en", "fa", "fil", "ga", "gsw", "he", "hi", "ja", "ko", "mr", "ms", "mt", "sw", "ta", "th", "ur",
    "zh", "zu",
];

/// Languages that write the other mark in some regions.
const EXCEPTIONS: [(&str, &[&str]); 6] = [
    ("ar", &["DZ", "LB", "LY", "MA", "TN"]),
    ("de", &["CH", "LI"]),
    ("en", &["AT", "BE", "DE", "DK", "FI", "NL", "SE", "SI", "ZA"]),
    ("es", &["419", "BZ", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"]),
    ("it", &["CH"]),
    ("ms", &["BN"]),
];

/// The decimal mark of the locale `tag` (BCP 47); `None` for a language that is not listed here.
pub fn decimal_mark(tag: &str) -> Option<char> {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    let comma = COMMA.contains(&language.as_str());
    if !comma && !POINT.contains(&language.as_str()) {
        return None;
    }
    let regions = EXCEPTIONS.iter().find(|(name, _)| *name == language).map_or(&[][..], |(_, regions)| *regions);
    // What follows a single letter, as in `-u-nu-latn`, is no region.
    let is_exception = parts
        .take_while(|part| part.len() > 1)
        .any(|part| regions.iter().any(|region| region.eq_ignore_ascii_case(part)));
    Some(if comma == is_exception { '.' } else { ',' })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mark: Option<char>, tags: &str) {
        for tag in tags.split_whitespace() {
            assert_eq!(decimal_mark(tag), mark, "{tag}");
        }
    }

    #[test]
    fn every_locale_has_its_own_mark() {
        check(Some('.'), "en en-GB en-US en-IE de-CH de-LI it-CH es-MX es-419 ja zh-Hant-TW ar ar-EG hi he th EN_us");
        check(
            Some(','),
            "nl nl-BE de de-AT fr fr-CH fr-CA es es-ES it pl pt pt-BR sv da nb fi cs tr en-ZA en-NL ar-MA",
        );
    }

    #[test]
    fn a_region_is_only_looked_for_where_regions_stand() {
        check(Some('.'), "en-u-va-nl");
        check(Some(','), "de-u-rg-chzzzz de-x-ch nl_nl");
    }

    #[test]
    fn an_unknown_language_has_none() {
        check(None, "xx tlh-NL i");
        assert_eq!(decimal_mark(""), None);
    }
}
