//! The command line.

use lexopt::prelude::{Long, Short, ValueExt};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

pub(crate) const USAGE: &str = "\
multisafepay-simulator: MultiSafepay on a loopback socket

  --listen ADDRESS:PORT  where to listen; loopback addresses only, port 0 for any free one (127.0.0.1:0)
  --tls CERT KEY         serve HTTPS with the certificate chain and key of these PEM files
  --orders FILE          JSON array of orders, each as for POST /orders plus its site's \"key\"; all count as paid.
                         An entry without order_id only makes its key known. The practice key is always known.
  --faults FILE          JSON of fault rules
  --ledger-log FILE      append a JSON line per request to this file instead of writing it to standard output
";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub listen: SocketAddr,
    pub tls: Option<(PathBuf, PathBuf)>,
    pub orders: Option<PathBuf>,
    pub faults: Option<PathBuf>,
    pub ledger_log: Option<PathBuf>,
}

impl Arguments {
    /// The arguments, or `None` where help was asked for.
    pub fn read(mut parser: lexopt::Parser) -> Result<Option<Self>, lexopt::Error> {
        let listen = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
        let mut arguments = Self { listen, tls: None, orders: None, faults: None, ledger_log: None };
        while let Some(argument) = parser.next()? {
            match argument {
                Long("listen") => arguments.listen = loopback(parser.value()?.parse()?)?,
                Long("tls") => arguments.tls = Some((parser.value()?.into(), parser.value()?.into())),
                Long("orders") => arguments.orders = Some(parser.value()?.into()),
                Long("faults") => arguments.faults = Some(parser.value()?.into()),
                Long("ledger-log") => arguments.ledger_log = Some(parser.value()?.into()),
                Long("help") | Short('h') => return Ok(None),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Some(arguments))
    }
}

fn loopback(address: SocketAddr) -> Result<SocketAddr, lexopt::Error> {
    if address.ip().is_loopback() {
        return Ok(address);
    }
    Err(format!("{address} is not a loopback address; anyone who reaches the simulator may use it").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &str, expected: Result<&str, &str>) {
        let words = std::iter::once("multisafepay-simulator").chain(arguments.split_whitespace());
        let read = Arguments::read(lexopt::Parser::from_iter(words));
        match (read, expected) {
            (Ok(read), Ok(listen)) => assert_eq!(read.map(|read| read.listen.to_string()).as_deref(), Some(listen)),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (read, _) => panic!("{arguments}: {read:?}"),
        }
    }

    #[test]
    fn only_loopback_addresses_are_served() {
        check("", Ok("127.0.0.1:0"));
        check("--listen 127.0.0.1:8080", Ok("127.0.0.1:8080"));
        check("--listen [::1]:8080", Ok("[::1]:8080"));
        check("--listen 0.0.0.0:8080", Err("not a loopback address"));
        check("--listen here", Err("here"));
        check("--key secret", Err("--key"));
    }

    #[test]
    fn tls_takes_two_files() {
        let words = ["simulator", "--tls", "certificate.pem", "key.pem", "--orders", "orders.json"];
        let read = Arguments::read(lexopt::Parser::from_iter(words)).unwrap().unwrap();
        assert_eq!(read.tls, Some(("certificate.pem".into(), "key.pem".into())));
        assert_eq!(read.orders, Some("orders.json".into()));
    }
}
