//! Shows an order as the API gives it: `show_order test WEB-100231 < key`, or `live`, or the address of a test server on
//! this computer. The key is read from standard input, never from the command line, which every process can see.

#![allow(clippy::print_stdout, reason = "showing the order is what this program is for")]

use domain::OrderId;
use multisafepay::{ApiKey, ApiUrl, Client, HttpsTransport};
use std::error::Error;
use std::sync::Arc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(environment), Some(order)) = (arguments.next(), arguments.next()) else {
        return Err("usage: show_order test|live|<address of a local server> <order id> < key".into());
    };
    let url = match environment.as_str() {
        "test" => ApiUrl::test(),
        "live" => ApiUrl::live(),
        address => ApiUrl::local(address)?,
    };
    let key = ApiKey::new(std::io::read_to_string(std::io::stdin())?)?;
    let transport = HttpsTransport::new(url, env!("CARGO_PKG_VERSION"))?;
    let order = Client::new(Arc::new(transport), key).order(&OrderId::new(&order)?).await?;
    println!("{order:#?}");
    Ok(())
}
