//! The many characters with which people write digits, blanks, marks and strokes.

/// The first digit of each script that is read, as code points; nine more follow each.
/// ASCII, Arabic-Indic, Persian, Devanagari, Bengali, Thai, Burmese, Khmer and full-width digits.
const ZEROS: [u32; 9] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1040, 0x17E0, 0xFF10];

/// The mark that Arabic text has before decimals.
pub const ARABIC_DECIMAL: char = '\u{66b}';

/// The mark that Arabic text has between thousands.
pub const ARABIC_GROUP: char = '\u{66c}';

/// The value of a digit in any script that is read.
pub fn digit(character: char) -> Option<u8> {
    let point = u32::from(character);
    ZEROS
        .into_iter()
        .filter_map(|zero| point.checked_sub(zero))
        .find(|value| *value < 10)
        .and_then(|value| u8::try_from(value).ok())
}

/// `text` with one character for each thing: ASCII digits, `-` for every stroke, one kind of blank and apostrophe, and
/// without the invisible marks that tell in which direction a number is shown. No blanks at the ends.
pub fn plain(text: &str) -> String {
    let text: String = text.chars().filter_map(plain_character).collect();
    text.trim().to_owned()
}

fn plain_character(character: char) -> Option<char> {
    if let Some(value) = digit(character) {
        return char::from_digit(u32::from(value), 10);
    }
    match character {
        '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '’' | '‘' | 'ʼ' | '＇' => Some('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' | '－' => Some('-'),
        '．' => Some('.'),
        '，' => Some(','),
        '￥' => Some('¥'),
        other => Some(other),
    }
}
