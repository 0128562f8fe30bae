# Finding an order, and the form of one capture.

## Find

orders-find-title = Capture
orders-find-label = Order to capture
orders-find-hint = Type, paste or scan an order number.
orders-find-open = Open order
orders-find-reading = Reading { $order }…
orders-find-stop = Stop
orders-find-empty = Enter an order number
orders-find-too-long = An order number has at most 50 characters, this one has { $length }
orders-find-unprintable = This order number holds a character that cannot be printed. Type it again
orders-find-several = { $count } order numbers were pasted. Open one at a time
orders-find-not-found = No order { $order } in { $store }
orders-find-elsewhere = No money was captured. { $order } is an order of { $store }.
orders-find-elsewhere-mode =
    { $mode ->
        [live] That is a live store: real money.
        [practice] That is a practice store: no real money.
        [test] That is a test store: no real money.
       *[local] That is on the local test server: no real money.
    }
orders-find-open-there = Open in { $store }
orders-find-hint-lead = No money was captured. Nothing was sent.
orders-find-hint-text =
    { $mode ->
        [live] Check the number. The order may belong to another website of yours, or it was made in the test environment while { $store } is live.
        [test] Check the number. The order may belong to another website of yours, or it is a live order while { $store } is a test store.
        [practice] Check the number. Practice knows only its own orders; take one of those below.
       *[local] Check the number. The local test server knows only its own orders.
    }

orders-recent-title = Recent orders
orders-recent-none = Orders that you capture are listed here.
orders-recent-order = Order
orders-recent-customer = Customer
orders-recent-last = Last done here
orders-recent-amount = Amount
orders-recent-when = When

orders-practice-title = Orders to practise with
orders-practice-text = No real money. Nothing leaves this computer.
orders-practice-order = Order
orders-practice-kind = What it shows
orders-practice-kind-word =
    { $kind ->
        [plain] One euro, nothing else
        [lines] Nothing captured yet, with lines to choose
        [partly] Partly captured
        [yen] Another currency: yen, without cents
        [ending] The reservation ends within a day
        [ended] The reservation has ended
        [paid] Paid at once, nothing to capture
        [captured] Captured in full
        [klarna] Pay later
        [slash] A number with a slash and a space
        [declined] The bank refuses
        [lost] The answer is lost: unclear, captured after all
        [silent] Nothing arrives: unclear, not captured
       *[other] An order to practise with
    }

## The order

orders-title = Order { $order }
orders-back = Back to Capture
orders-read-again = Read the order again
orders-reading = Reading…
orders-release = Release the remainder…

orders-status-nothing_captured = Nothing captured
orders-status-partly_captured = Partly captured
orders-status-captured = Captured
orders-status-released = Released
orders-status-ended = Reservation ended
orders-status-unclear = Unclear
orders-status-not_capturable = Cannot be captured

orders-money = Money
orders-remaining = Remaining
orders-remaining-unknown = Not known
orders-can-be-captured = Can be captured
orders-of-authorised = of { $amount } authorised
orders-captured = Captured
orders-this-capture = This capture
orders-remaining-after = Remaining after this
orders-no-longer-reserved = No longer reserved
orders-released = Released
orders-refunded = Refunded
orders-bar-captured = { $captured } of { $authorised } captured.
orders-bar-nothing = Nothing captured of { $authorised }.
orders-bar-now = This capture takes { $amount }.
orders-bar-after = { $amount } remains after it.
orders-bar-nothing-after = Nothing remains after it.
orders-bar-remains = { $amount } remains.
orders-bar-none = Nothing can be captured any more.
orders-bar-unclear = { $amount } is unclear.

orders-ends = { $method } reservation ends
orders-ends-no-method = Reservation ends
orders-ended = { $method } reservation ended
orders-ended-no-method = Reservation ended
orders-ends-about = about { $when }, estimated

orders-method-card = Card
orders-method-ending = { $method } ending in { $digits }

## The form

orders-form = Capture
orders-optional = (optional)
orders-amount = Amount
orders-choose-all = All that remains
orders-choose-lines = Choose lines
orders-choose-amount = Other amount
orders-amount-label = Amount to capture, in { $currency }
orders-amount-whole = Whole amounts only: { $currency } has no cents.
orders-amount-decimals = { $currency } has { $decimals } decimals.
orders-use-reading = Capture { $amount }
orders-release-rest = This is the last shipment: once it is captured, release the { $amount } that remains
orders-last-shipment = Last shipment
orders-which-reading = Which amount do you mean?

orders-lines = Order lines
orders-line = Line
orders-line-price = Price
orders-line-ordered = Ordered
orders-line-captured = Captured
orders-line-now = Capture now
orders-line-amount = Amount
orders-line-all-captured = All captured
orders-line-count = How many of { $name }
orders-line-less = One less of { $name }
orders-line-more = One more of { $name }
orders-lines-total = These lines come to { $total }. This capture takes { $amount }, because that is what remains.
orders-lines-unknown = Capture Desk does not know which lines the earlier captures took: they were made by amount, or elsewhere.
orders-lines-kept-back = The lines are not sent with this capture; only the amount is.
orders-lines-send = Send the lines after all

orders-shipping = Shipping
orders-carrier = Carrier
orders-carriers = Carriers
orders-carrier-last = last used
orders-track = Track & trace code
orders-ship-date = Ship date
orders-ship-date-today = Today
orders-ship-date-set = Set the ship date to today
orders-bookkeeping = Bookkeeping
orders-invoice = Invoice number
orders-invoice-hint = Appears in MultiSafepay reports and exports.
orders-notes = Notes and reference
orders-notes-hold = { $reason }, { $memo }. Reference { $reference }, status { $status }
orders-notes-has-reason = A reason
orders-notes-no-reason = No reason
orders-notes-has-memo = a memo
orders-notes-no-memo = no memo
orders-reason = Reason
orders-reason-hint = Why you capture now. Kept with the payment at MultiSafepay.
orders-memo = Memo
orders-reference = Reference of this capture
orders-reference-hint = Up to 50 characters, used once.
orders-status-after = Order status after this
orders-status-after-hint = Completed fits nearly always.
orders-after-completed = Completed
orders-after-shipped = Shipped
orders-after-initialized = Initialized
orders-after-uncleared = Uncleared
orders-after-reserved = Reserved
orders-after-declined = Declined
orders-after-cancelled = Cancelled
orders-after-void = Void
orders-after-expired = Expired
orders-after-refunded = Refunded

orders-continue = Continue to check
orders-continue-reading = Reading…

## Beside the form

orders-aside = About this order
orders-captures = Captured so far
orders-captures-none = Nothing yet.
orders-captures-when-unknown = Time not known
orders-captures-invoice = Invoice { $invoice }
orders-captures-reference = Reference { $reference }
orders-facts = Order
orders-fact-customer = Customer
orders-fact-paid-with = Paid with
orders-fact-authorised = Authorised
orders-fact-store = Store
orders-fact-number = MultiSafepay number
orders-fact-not-given = Not provided

## What stands in the way

orders-problems = No money was captured. { $count ->
        [one] { $count } thing to correct
       *[other] { $count } things to correct
    }
orders-problem-error = Error:
orders-problem-amount-empty = Enter the amount to capture
orders-problem-amount-not-a-number = Enter an amount in figures, such as { $example }
orders-problem-amount-ambiguous-one = Say which amount you mean: write { $grouped }
orders-problem-amount-ambiguous = Say which amount you mean: { $grouped } or { $decimal }
orders-problem-amount-decimals =
    { $allowed ->
        [0] Enter a whole amount: this currency has no cents
        [one] Enter at most { $allowed } decimal
       *[other] Enter at most { $allowed } decimals
    }
orders-problem-amount-zero = Enter more than zero
orders-problem-amount-negative = Enter an amount above zero, without a minus sign
orders-problem-amount-too-large = This amount is larger than any payment. Check the figures
orders-problem-above-remaining = More than remains. Enter { $remaining } or less
orders-problem-above-remaining-amount = { $amount } is more than remains. Enter { $remaining } or less
orders-problem-lines-none = Choose at least one line
orders-problem-lines-many = Choose { $left } or fewer of { $name }
orders-problem-too-long = { $field }: { $length } characters, at most { $limit } fit
orders-problem-unprintable = { $field }: remove the character that cannot be printed. Type the text again
orders-problem-card-number = { $field }: this looks like a card number. Remove it; card numbers are never kept or sent
orders-problem-same-as-order = Choose a reference other than the order number { $order }
orders-problem-not-a-date = Enter the ship date in figures, such as { $example }
orders-problem-field-empty = { $field }: enter something, or leave the form as it was

## Orders that cannot be captured

orders-why-already_captured = No money was captured now. Everything was captured before.
orders-why-already_captured-text = Nothing remains of the { $amount } that was authorised.
orders-why-released = No money was captured now. The remainder was released.
orders-why-released-text = The bank holds nothing any more for this order. What was released cannot be captured.
orders-why-ended = No money was captured, and this reservation has ended.
orders-why-ended-part = No money was captured now. This reservation has ended.
orders-why-ended-text = The bank no longer holds { $amount } for you. A capture would very likely be refused.
orders-why-ended-text-unknown = The bank no longer holds the money for you. A capture would very likely be refused.
orders-why-capture_of_another = No money was captured now. This is itself a capture.
orders-why-capture_of_another-text = { $order } is part of order { $parent }. Capture what remains there.
orders-why-capture_of_another-text-unknown = { $order } is part of another order. Open that order to capture what remains.
orders-why-paid_at_once = No money was captured now. This order was paid without manual capture.
orders-why-paid_at_once-text = MultiSafepay has taken the money already, when the customer paid. There is nothing to capture.
orders-why-pay_later = No money was captured now. This order is paid later.
orders-why-pay_later-text = Pay-later orders are not captured but set to shipped in your web shop or in MultiSafepay Control.
orders-why-not_paid = No money was captured. The customer has not paid this order.
orders-why-not_paid-text = There is no reservation to capture from.
orders-why-refunded = No money was captured now. This order was refunded or charged back.
orders-why-refunded-text = What was given back cannot be captured again.
orders-why-remaining_unknown = No money was captured. MultiSafepay does not say what remains.
orders-why-remaining_unknown-text = Capture Desk never guesses what may be taken, so it does not capture this order.
orders-why-unknown = No money was captured. MultiSafepay reports a state that Capture Desk does not know.
orders-why-unknown-text = It says “{ $status }” and “{ $financial }”. Capture Desk captures only what it is sure of.

orders-do-title = What you can do
orders-do-ship = Send the goods, if they have not left yet.
orders-do-refund = To give money back you make a refund in MultiSafepay Control.
orders-do-hold = Hold the shipment back until the customer has paid.
orders-do-new-link = Send the customer a new payment link from your web shop or from MultiSafepay Control.
orders-do-try = If you know that the bank still honours the reservation, try it.
orders-do-try-button = Try the capture anyway
orders-do-set-shipped = Set the order to shipped in your web shop or in MultiSafepay Control.
orders-do-read-later = Read the order again in a few minutes.
orders-do-look-control = Look at the order in MultiSafepay Control.
orders-do-open-parent = Open order { $order }
orders-trying-ended = No money was captured yet. You are about to try an ended reservation; the bank will very likely refuse.
orders-copy = Copy details
orders-find-another = Find another order

orders-send-again-lead = { $amount } was not captured on { $when }.
orders-send-again-text = It was proved not to have arrived at MultiSafepay. You can send it again under the same reference { $reference }.
orders-send-again-open = Show it
