//! What an order is, by the words that the server uses (`api/multisafepay.md` §2.2 and §5).

use domain::OrderState;

/// Methods that are captured by shipping the order (`api/multisafepay.md` §5.2). Some show the same pair of words as a
/// reservation.
const PAY_LATER: [&str; 10] =
    ["KLARNA", "AFTERPAY", "BILLINK", "SANTANDER", "BNPL_MF", "PAYAFTER", "BNPL_INSTM", "EINVOICE", "ZINIA", "IN3"];

/// The signs by which states are told apart.
pub struct Signs<'a> {
    /// `status`
    pub status: &'a str,
    /// `financial_status`
    pub financial: &'a str,
    /// `payment_details.type`
    pub method: &'a str,
    /// Whether `payment_details.capture` is `manual`.
    pub manual: bool,
    /// Whether the order names another one as its authorisation.
    pub capture_of_another: bool,
}

impl Signs<'_> {
    /// The state. `completed` / `initialized` is a reservation only under manual capture: otherwise the same pair is
    /// shown for pay-later orders and by card flows in which nothing is known of the money.
    pub fn state(&self) -> OrderState {
        if self.capture_of_another {
            return OrderState::CaptureOfAnother;
        }
        match (self.status, self.financial) {
            ("refunded" | "partial_refunded" | "chargeback" | "chargedback", _) => OrderState::Refunded,
            ("void", _) | (_, "void") => OrderState::Void,
            ("initialized" | "uncleared" | "declined" | "cancelled" | "expired" | "reserved", _)
            | (_, "declined" | "cancelled" | "expired") => OrderState::NotPaid,
            ("completed", "initialized") if self.manual => OrderState::Reserved,
            ("completed" | "shipped", "completed") if self.manual => OrderState::Captured,
            (_, _) if self.manual => OrderState::Unknown,
            ("completed" | "shipped", _) if self.is_pay_later() => OrderState::PayLater,
            ("completed" | "shipped", "completed") => OrderState::PaidAtOnce,
            (_, _) => OrderState::Unknown,
        }
    }

    fn is_pay_later(&self) -> bool {
        PAY_LATER.iter().any(|method| method.eq_ignore_ascii_case(self.method))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(manual: bool, method: &str, status: &str, financial: &str, expected: OrderState) {
        let signs = Signs { status, financial, method, manual, capture_of_another: false };
        assert_eq!(signs.state(), expected, "{method} {status}/{financial}, manual: {manual}");
    }

    #[test]
    fn only_manual_capture_makes_a_reservation() {
        check(true, "VISA", "completed", "initialized", OrderState::Reserved);
        check(false, "VISA", "completed", "initialized", OrderState::Unknown);
        check(false, "AMEX", "completed", "initialized", OrderState::Unknown);
        check(false, "EINVOICE", "completed", "initialized", OrderState::PayLater);
        check(false, "ZINIA", "completed", "initialized", OrderState::PayLater);
    }

    #[test]
    fn a_capture_in_full_completes_the_order() {
        check(true, "VISA", "completed", "completed", OrderState::Captured);
        check(true, "VISA", "shipped", "completed", OrderState::Captured);
        check(false, "VISA", "completed", "completed", OrderState::PaidAtOnce);
        check(false, "IDEAL", "shipped", "completed", OrderState::PaidAtOnce);
    }

    #[test]
    fn pay_later_orders_are_captured_by_their_shipment() {
        check(false, "AFTERPAY", "completed", "uncleared", OrderState::PayLater);
        check(false, "klarna", "shipped", "uncleared", OrderState::PayLater);
        check(false, "IN3", "shipped", "completed", OrderState::PayLater);
        check(false, "KLARNA", "expired", "expired", OrderState::NotPaid);
        check(false, "KLARNA", "void", "void", OrderState::Void);
    }

    #[test]
    fn what_was_given_back_or_never_paid_is_nothing_to_capture() {
        for status in ["refunded", "partial_refunded", "chargeback", "chargedback"] {
            check(true, "VISA", status, "completed", OrderState::Refunded);
        }
        for status in ["initialized", "uncleared", "declined", "cancelled", "expired", "reserved"] {
            check(true, "VISA", status, status, OrderState::NotPaid);
        }
        check(true, "VISA", "void", "void", OrderState::Void);
    }

    #[test]
    fn words_that_we_do_not_know_allow_nothing() {
        check(true, "VISA", "completed", "settling", OrderState::Unknown);
        check(true, "VISA", "shipped", "initialized", OrderState::Unknown);
        check(true, "VISA", "", "", OrderState::Unknown);
        check(false, "VISA", "fulfilled", "completed", OrderState::Unknown);
        check(false, "VISA", "completed", "uncleared", OrderState::Unknown);
    }
}
