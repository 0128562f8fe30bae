//! What the practice orders hold. Prices are without tax, as the API gives them (`api/multisafepay.md` §1.5).

use serde_json::{Value, json};

/// 21 %, 9 % and nothing.
pub(super) fn taxes() -> Value {
    json!({ "tax_tables": {
        "default": { "rate": 0.21, "shipping_taxed": true },
        "alternate": [
            { "name": "BTW21", "rules": [{ "country": "", "rate": 0.21 }], "standalone": true },
            { "name": "BTW9", "rules": [{ "country": "", "rate": 0.09 }], "standalone": true },
            { "name": "none", "rules": [{ "country": "", "rate": 0 }], "standalone": "" },
        ],
    } })
}

/// 60.00 + 25.00 + 4.95 = 89.95.
pub(super) fn clothes() -> Value {
    json!({ "items": [
        item("TSH-BL-L", "T-shirt", "Blue, size L", "16.5289256198", 3, "BTW21"),
        item("BOOK-778", "Cookery book", "Paperback", "22.9357798165", 1, "BTW9"),
        item("msp-shipping", "Parcel", "Shipping", "4.0909090909", 1, "BTW21"),
    ] })
}

/// 159.95 + 49.95 + 2 × 14.50 + 10.10 = 249.00.
pub(super) fn bicycle() -> Value {
    json!({ "items": [
        item("LMP-20", "Lamp set", "Front and rear", "132.1900826446", 1, "BTW21"),
        item("LCK-7", "Chain lock", "110 cm", "41.2809917355", 1, "BTW21"),
        item("MAP-NL", "Cycling map", "The Netherlands", "13.3027522936", 2, "BTW9"),
        item("msp-shipping", "Parcel", "Shipping", "8.347107438", 1, "BTW21"),
    ] })
}

/// The buyer of every practice order.
pub(super) fn customer() -> Value {
    json!({
        "first_name": "Jolanda", "last_name": "de Vries", "email": "jolanda@example.com", "address1": "Neherkade",
        "house_number": "39", "zip_code": "2521VA", "city": "Den Haag", "country": "NL", "locale": "nl_NL",
    })
}

fn item(id: &str, name: &str, description: &str, unit_price: &str, quantity: u32, tax: &str) -> Value {
    // Read from text, so that the price is written again digit for digit.
    let unit_price: Value = serde_json::from_str(unit_price).unwrap_or_default();
    json!({
        "name": name,
        "description": description,
        "unit_price": unit_price,
        "quantity": quantity,
        "merchant_item_id": id,
        "tax_table_selector": tax,
        "weight": { "unit": "KG", "value": "0.2" },
    })
}
