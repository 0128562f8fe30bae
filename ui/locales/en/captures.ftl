# Checking, capturing, releasing, and what came of it.

## Check

captures-check-title = Check before capturing
captures-check-back = Back to the order
captures-check-amount = Amount
captures-check-from = From
captures-check-order = Order
captures-check-remaining = Remaining after this
captures-check-remaining-of = { $remaining } of { $authorised } authorised
captures-check-releases = Then released
captures-check-releases-text = Once this capture is proved. It can never be captured again.
captures-check-lines = Lines
captures-check-line = { $count } × { $name }
captures-check-lines-sent = Sent to MultiSafepay with the amount
captures-check-lines-kept = Not sent; only the amount is
captures-check-carrier = Carrier
captures-check-track = Track & trace code
captures-check-ship-date = Ship date
captures-check-invoice = Invoice number
captures-check-reason = Reason
captures-check-memo = Memo
captures-check-reference = Reference
captures-check-status-after = Order status after this
captures-check-not-provided = Not provided
captures-check-change = Change
captures-check-change-what = Change: { $what }
captures-check-after = After this capture
captures-check-before = Captured before
captures-check-now = This capture
captures-check-remains = Remaining
captures-check-authorised = Authorised
captures-check-not-known = Not known
captures-check-final = A capture cannot be undone. To give money back later you make a refund in MultiSafepay Control.
captures-check-bar = { $before } captured before, { $amount } this capture, { $remaining } remains.

captures-capture =
    { $mode ->
        [live] Capture { $amount }
        [practice] Capture { $amount } in practice
        [test] Capture { $amount } in test
       *[local] Capture { $amount } on the local test server
    }
captures-tick-first = Tick the box above first
captures-asking = Reading the order once more…
captures-nothing-sent = Nothing has been sent yet.
captures-final-soon = After this the capture cannot be undone.
captures-sending-in = Sending in { $seconds }…
captures-sending-announce =
    { $seconds ->
        [one] Sending in { $seconds } second. Escape undoes.
       *[other] Sending in { $seconds } seconds. Escape undoes.
    }
captures-sending = Sending…
captures-sent-wait = Sent. Waiting for MultiSafepay.
captures-undo = Undo
captures-read-order = Read the order again

captures-warning-lead = No money was captured yet.
captures-warning-same-invoice = { $amount } was captured with the same invoice number on order { $order }, { $when }. If it is for the same shipment, do not capture it again.
captures-warning-same-invoice-undated = { $amount } was captured before with the same invoice number on order { $order }. If it is for the same shipment, do not capture it again.
captures-warning-same-invoice-tick = This is another shipment on the same invoice
captures-warning-same-amount = The same amount, { $amount }, was captured on this order, { $when }. If it is for the same shipment, do not capture it again.
captures-warning-same-amount-tick = This is another shipment
captures-warning-sent-before = { $amount } was sent on this order { $when } with reference { $reference } and was not found afterwards. Better open the order and send that one again.
captures-warning-sent-before-undated = { $amount } was sent on this order before with reference { $reference } and was not found afterwards. Better open the order and send that one again.
captures-warning-sent-before-tick = Capture it anew all the same
captures-warning-reference = The reference { $reference } was used before. MultiSafepay may refuse it, or add it to the earlier capture.
captures-warning-reference-tick = Use this reference all the same
captures-warning-ended = The reservation ended { $when }. The bank will very likely refuse.
captures-warning-ended-tick = Try it all the same


## Outcome

captures-captured = { $amount } was captured
captures-captured-found = { $amount } was captured after all
captures-refused = No money was captured
captures-unclear = We do not know yet whether { $amount } was captured
captures-still-unclear = We still do not know whether { $amount } was captured
captures-not-landed = { $amount } was not captured
captures-recorded = No money was captured yet
captures-under-way = We do not know yet whether { $amount } was captured

captures-released = { $amount } was released
captures-released-found = { $amount } was released after all
captures-not-released = { $amount } was not released
captures-release-unclear = We do not know yet whether { $amount } was released
captures-release-still-unclear = We still do not know whether { $amount } was released
captures-release-recorded = { $amount } was not released yet
captures-release-under-way = We do not know yet whether { $amount } was released

captures-for-order = For order { $order }.
captures-all-captured = Nothing remains: the order is fully captured.
captures-not-shown-yet = MultiSafepay said yes, but the order does not show it yet. Look at the order again later today.
captures-nothing-remains = Nothing remains.
captures-remains-until = { $remaining } remains until { $when }.
captures-remains = { $remaining } remains.
captures-from = From { $who }, for order { $order }.
captures-about = This was { $amount } on order { $order }.
captures-still-reserved = { $amount } on order { $order } stays reserved until { $when }.
captures-check-anew = Check the new figures
captures-not-copied = Not copied
captures-reading-order = What remains has not been read yet.
captures-found-text = We found capture { $reference } at { $time }. Nothing more to do.
captures-settled-text = You looked in MultiSafepay Control and said so at { $time }.
captures-released-text = The bank frees it for { $customer }; { $captured } stays captured.
captures-released-text-all = The bank frees it for { $customer }. Nothing was captured on this order.
captures-the-customer = the customer


captures-do-title = What you can do


captures-withdrawn-undone = You undid it before it was sent.
captures-withdrawn-program_closed = Capture Desk was closed before it was sent.
captures-withdrawn-computer_slept = This computer slept, or its clock was set, while it could still be undone, so nothing was sent. Check it once more.
captures-withdrawn-key_missing = The key of the store was missing when it was to be sent, so nothing was sent. Enter it again in Settings, Stores.
captures-withdrawn-not_written = The Journal could not be written when it was to be sent, so nothing was sent.
captures-recorded-text = It is written down for order { $order } and is sent in a moment. You can still undo it.
captures-recorded-stuck = The Journal cannot take down that order { $order } is being sent, so nothing was sent. It is taken back as soon as the Journal can be written.
captures-under-way-text = It was sent for order { $order }. The answer of MultiSafepay is awaited.

captures-unclear-no_answer = MultiSafepay did not answer in time for order { $order }.
captures-unclear-connection_lost = The connection broke while order { $order } was being sent.
captures-unclear-answer_cut = The answer of MultiSafepay for order { $order } broke off.
captures-unclear-unreadable = The answer for order { $order } could not be read (HTTP { $status }).
captures-unclear-server_trouble = MultiSafepay is in trouble and answered order { $order } with HTTP { $status }.
captures-unclear-redirected = The answer for order { $order } pointed elsewhere (HTTP { $status }) and was not followed.
captures-unclear-other_order = The answer for order { $order } says yes, but to something else.
captures-unclear-refused_again = MultiSafepay refused order { $order } when it was sent again (HTTP { $status }), perhaps because the first one arrived.
captures-unclear-program_ended = Capture Desk ended while order { $order } was being sent.
captures-unclear-keeps-looking = Capture Desk keeps looking and tells you as soon as it is certain.
captures-unclear-contradiction = What MultiSafepay shows does not fit together. Look at order { $order } in MultiSafepay Control.

captures-not-landed-text = Three looks over 5 minutes found nothing of it on order { $order }. You can capture it again.
captures-not-landed-settled = You looked in MultiSafepay Control and found nothing on order { $order }. You can capture it again.
captures-release-not-landed-text = Three looks over 5 minutes found order { $order } unchanged. You can release it again.
captures-not-landed-why = It is sent under the same reference { $reference }, so that MultiSafepay can refuse a double.

## Contradictions: what to compare in MultiSafepay Control

captures-compare-title = Compare in MultiSafepay Control
captures-compare-remaining = What remains changed, but not by { $amount }. See whether someone captured or released another amount.
captures-compare-other-amount = Our reference { $reference } is there, but with another amount than { $amount }.
captures-compare-look-alike = { $amount } less remains, but reference { $reference } is not there. See whether someone else captured the same amount.
captures-compare-ended = The order was released or has ended since. See whether reference { $reference } was captured before that.
captures-compare-no-remaining = Reference { $reference } is there, but what remains does not show it.
captures-compare-nothing = An hour of looking proved nothing. See what it shows of this order.
captures-compare-reference = Reference
captures-compare-amount = Amount
captures-compare-before = Remaining before
captures-compare-now = Remaining now
captures-compare-sent = Sent at

captures-journal-lead = This is not in the Journal yet.
captures-journal-busy = Another program holds it.
captures-journal-full = The disk is full; make room.
captures-journal-read_only = It may not be written.
captures-journal-failing = The disk reports an error.
captures-journal-from_newer_version = It is from a newer version of Capture Desk.
captures-journal-damaged = It is damaged.
captures-journal-leave-open = Leave Capture Desk open: it tries again by itself.

## The clerk's word

captures-settle-title = What does MultiSafepay Control show?
captures-settle =
    { $which ->
        [capture_landed] It shows that { $amount } was captured
        [capture_not_landed] It shows that { $amount } was not captured
        [release_landed] It shows that { $amount } was released
       *[release_not_landed] It shows that { $amount } was not released
    }
captures-settle-sure = Are you sure what it shows?
captures-settle-landed-text = Capture Desk writes down that you said so, and order { $order } is free again.
captures-settle-not-landed-text = Capture Desk writes down that you said so, and it can be sent again on order { $order }. If you are wrong, the customer pays twice.
captures-settle-look = Look once more

## Unclear

captures-known = What we know so far
captures-happened = What happened
captures-event-recorded = Written in the Journal
captures-event-withdrawn-undone = Undone before it was sent
captures-event-withdrawn-program_closed = Stopped: the program was closed
captures-event-withdrawn-computer_slept = Stopped: the computer slept or its clock was set
captures-event-withdrawn-key_missing = Stopped: the key was missing
captures-event-withdrawn-not_written = Stopped: the sending could not be written in the Journal
captures-event-sent = Sent to MultiSafepay with reference { $reference }
captures-event-sent-again = Sent again with reference { $reference }, attempt { $attempt }
captures-event-not-sent-name_not_found = Nothing was sent: MultiSafepay was not found on the internet
captures-event-not-sent-no_connection = Nothing was sent: no connection
captures-event-not-sent-connect_timed_out = Nothing was sent: no connection in time
captures-event-not-sent-certificate_not_trusted = Nothing was sent: the certificate of the connection is not trusted
captures-event-not-sent-proxy = Nothing was sent: the proxy of this network did not let it through
captures-event-not-sent-unbuildable = Nothing was sent: no request could be made of it
captures-event-not-sent-program_ended = Nothing was sent: the program had ended
captures-event-refused = MultiSafepay said no
captures-event-unclear-no_answer = No answer in time
captures-event-unclear-connection_lost = The connection broke
captures-event-unclear-answer_cut = The answer broke off
captures-event-unclear-unreadable = The answer could not be read (HTTP { $status })
captures-event-unclear-server_trouble = Answer: in trouble (HTTP { $status })
captures-event-unclear-redirected = Answer: pointed elsewhere (HTTP { $status })
captures-event-unclear-other_order = The answer was about something else
captures-event-unclear-refused_again = Answer: refused when sent again (HTTP { $status })
captures-event-unclear-program_ended = The program ended while it was sending
captures-event-looked-still = Looked at the order: remaining is still { $remaining }
captures-event-looked-now = Looked at the order: remaining is { $remaining } now
captures-event-looked-unknown = Looked at the order: it does not say what remains
captures-event-looked-unread = Tried to look at the order: it could not be read
captures-event-reference-absent = Looked for { $reference }: not there
captures-event-reference-found = Looked for { $reference }: it is there
captures-event-reference-unread = Tried to look for { $reference }: it could not be read
captures-event-captured = MultiSafepay said yes
captures-event-found = Found: it was captured
captures-event-found-release = Found: it was released
captures-event-not-landed = Three looks agree: it did not arrive
captures-event-settled-landed = You said: MultiSafepay Control shows it
captures-event-settled-not-landed = You said: MultiSafepay Control does not show it
captures-next-look =
    { $seconds ->
        [0] Looking now…
        [one] Next look, in { $seconds } second
       *[other] Next look, in { $seconds } seconds
    }
captures-next-look-minutes =
    { $minutes ->
        [one] Next look, in { $minutes } minute
       *[other] Next look, in { $minutes } minutes
    }
captures-one-look = One look is no proof. We call it not captured after 3 looks over 5 minutes.
captures-one-look-release = One look is no proof. We call it not released after 3 looks over 5 minutes.
captures-until = Until then
captures-until-not-again =
    { $kind ->
        [release] Do nothing with this order
       *[capture] Do not capture this order again
    }
captures-until-not-again-rest = , also not in MultiSafepay Control.
captures-until-hold = Hold the shipment back.
captures-until-go-on = Go on with other orders. This one stays marked Unclear.
captures-check-again = Check again
captures-looking = Looking…

## What is shown of a capture

captures-money = Money
captures-captured-part = Captured
captures-remaining-part = Remaining
captures-unclear-part = Unclear
captures-at = Captured at
captures-released-at = Released at
captures-found-at = Found at
captures-settled-at = Said by you at
captures-reference = Reference
captures-number = MultiSafepay number
captures-invoice = Invoice number
captures-shipped-with = Shipped with
captures-store = Store
captures-attempts = Attempts
captures-next-title = What happens next
captures-next-payout = The money comes with your next payout from MultiSafepay.
captures-next-mail = MultiSafepay e-mails the customer if you switched that on there.
captures-next-listed = The order’s page lists this capture.
captures-next-practice = This was practice: no real money, and nothing left this computer.
captures-next-test = This was a test: no real money.
captures-next-freed = The bank frees the money; that can take some days to show.
captures-answered = What MultiSafepay answered
captures-answer = Answer
captures-answer-code = Code
captures-answer-status = HTTP status
captures-answer-at = At
captures-answer-none = No text

captures-copy = Copy details
captures-copy-support = Copy details for support
captures-copied = Copied
captures-next-order = Next order
captures-back-to-order = Back to the order
captures-open-control = Open MultiSafepay Control
captures-send-again =
    { $mode ->
        [live] Send { $amount } again
        [practice] Send { $amount } again in practice
        [test] Send { $amount } again in test
       *[local] Send { $amount } again on the local test server
    }
captures-release-again =
    { $mode ->
        [live] Release { $amount } again
        [practice] Release { $amount } again in practice
        [test] Release { $amount } again in test
       *[local] Release { $amount } again on the local test server
    }
captures-without-lines = Capture without the lines
captures-opening = Opening…
captures-not-opened = This capture cannot be shown

## Details to copy

captures-details-kind-capture = Capture of { $amount }, order { $order }, store { $store }
captures-details-kind-release = Release of { $amount }, order { $order }, store { $store }
captures-details-state = State: { $state }
captures-details-id = Entry: { $id }

captures-state-recorded = Not sent yet
captures-state-withdrawn = Undone
captures-state-sending = Sending
captures-state-not_sent = Not captured
captures-state-refused = Not captured
captures-state-unclear = Unclear
captures-state-captured = Captured
captures-state-not_landed = Not captured
captures-release-state-not_sent = Not released
captures-release-state-refused = Not released
captures-release-state-captured = Released
captures-release-state-not_landed = Not released
captures-release-state-unclear = Release unclear
captures-release-state-recorded = Release not sent yet
captures-release-state-sending = Releasing
captures-release-state-withdrawn = Release undone

## Unfinished

captures-unfinished-lead =
    { $what ->
        [release] { $count ->
            [one] For { $count } release we do not know yet whether money was given up.
           *[other] For { $count } releases we do not know yet whether money was given up.
        }
        [both] For { $count } captures and releases we do not know yet whether money moved.
       *[capture] { $count ->
            [one] For { $count } capture we do not know yet whether money moved.
           *[other] For { $count } captures we do not know yet whether money moved.
        }
    }
captures-unfinished-text =
    { $what ->
        [capture] { $count ->
            [one] Capture Desk keeps looking. Do not capture this order again.
           *[other] Capture Desk keeps looking. Do not capture these orders again.
        }
       *[other] { $count ->
            [one] Capture Desk keeps looking. Do nothing with this order before that is clear.
           *[other] Capture Desk keeps looking. Do nothing with these orders before that is clear.
        }
    }
captures-unfinished-recorded = No money has moved yet.
captures-unfinished-recorded-text = What is listed here is written down and not sent yet. Open it to see what comes of it, or to undo it.
captures-unfinished-order = Order
captures-unfinished-state = State
captures-unfinished-amount = Amount
captures-unfinished-since = Since

## Release

captures-release-title = Release the remaining { $amount }?
captures-release-text = No money is captured by this. The bank frees { $amount } for { $customer }, and you can never capture it again.
captures-release-stays = The { $captured } that you captured stays captured.
captures-release-reason = Reason
captures-release-reason-hint = Kept in the Journal and sent to MultiSafepay.
captures-release-reason-undeliverable = Article cannot be delivered
captures-release-reason-cancelled = Customer cancelled
captures-release-reason-twice = Ordered twice
captures-release-reason-other = Other reason…
captures-release-reason-own = Your reason
captures-release-reason-missing = Enter the reason
captures-release-reason-long = A reason has at most { $limit } characters
captures-release-tick = Nothing more will be shipped for order { $order }
captures-release-tick-missing = Tick this first. Nothing was released
captures-release-keep = Keep { $amount } reserved
captures-release =
    { $mode ->
        [live] Release { $amount }
        [practice] Release { $amount } in practice
        [test] Release { $amount } in test
       *[local] Release { $amount } on the local test server
    }
captures-releasing = Reading the order once more…

## Closing while something is sent

captures-closing = Waiting for the answer
captures-closing-title = { $kind ->
    [release] The release of { $amount } on order { $order } is being sent
   *[capture] { $amount } on order { $order } is being sent
  }
captures-closing-text = Capture Desk closes when the answer is there.
captures-closing-now = If you close it now, the next start finds out what came of it.
captures-close-now = Close now
