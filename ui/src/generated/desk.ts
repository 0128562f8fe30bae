// Made from the Rust types by `make bindings`; a test proves it current.

export type BrokenView = "altered" | "removed" | "moved" | "cut";

export type CaptureForm = { 
/**
 * The store's id.
 */
store: string, 
/**
 * The order.
 */
order: string, 
/**
 * Which of the three ways.
 */
choose: Choose, 
/**
 * The amount as typed; used when `choose` is `amount`.
 */
amount: string, 
/**
 * The reader's locale (BCP 47), in which the amount is read.
 */
locale: string, 
/**
 * Pieces per line; used when `choose` is `lines`.
 */
lines: Array<LinePick>, 
/**
 * Shipping company.
 */
carrier: string, 
/**
 * Track & trace code.
 */
track_and_trace: string, 
/**
 * Ship date as `YYYY-MM-DD`, or empty.
 */
ship_date: string, 
/**
 * Invoice number.
 */
invoice: string, 
/**
 * Reason.
 */
reason: string, 
/**
 * Memo.
 */
memo: string, 
/**
 * Reference as typed; empty takes the proposed one.
 */
reference: string, 
/**
 * Order status after the capture.
 */
status_after: StatusAfter, 
/**
 * Capture although the reservation has ended.
 */
try_ended: boolean, 
/**
 * Send no cart although lines were picked.
 */
without_cart: boolean, 
/**
 * The last shipment: once this capture is proved, release what remains.
 */
release_rest: boolean, };

export type CaptureView = { 
/**
 * Its id in the journal.
 */
id: string, 
/**
 * Capture or release.
 */
kind: Kind, 
/**
 * Where it stands.
 */
state: State, 
/**
 * The store's id.
 */
store: string, 
/**
 * The store's name.
 */
store_name: string, 
/**
 * The order.
 */
order: string, 
/**
 * How much.
 */
amount: MoneyView, 
/**
 * What the bank agreed to.
 */
authorised: MoneyView, 
/**
 * What was captured before it, where known.
 */
captured_before: MoneyView | null, 
/**
 * What remained before it.
 */
remaining_before: MoneyView | null, 
/**
 * Name of the customer.
 */
customer: string | null, 
/**
 * Our reference.
 */
reference: string, 
/**
 * Invoice number.
 */
invoice: string | null, 
/**
 * Carrier.
 */
carrier: string | null, 
/**
 * Track & trace code.
 */
track_and_trace: string | null, 
/**
 * Ship date, `YYYY-MM-DD`.
 */
ship_date: string | null, 
/**
 * MultiSafepay's number, once captured.
 */
transaction: string | null, 
/**
 * How many times it may have been sent.
 */
attempts: number, 
/**
 * When the grace period ends and it is sent; none afterwards.
 */
sends_at: number | null, 
/**
 * When the next look at an unclear capture is due; none when it is not unclear.
 */
next_look_at: number | null, 
/**
 * Whether a person who looked in MultiSafepay Control may say what it shows: what we saw does not fit together, or
 * an hour of looking proved nothing.
 */
may_settle: boolean, 
/**
 * What happened, oldest first.
 */
events: Array<EventView>, 
/**
 * Why the journal could not be written just now; what the state says is known, but not yet on disk.
 */
journal: JournalProblem | null, 
/**
 * The order as read after the outcome; none until it was read.
 */
after: OrderView | null, };

export type CapturedView = { 
/**
 * When, as MultiSafepay says, else as this computer wrote it.
 */
at: number | null, 
/**
 * How much.
 */
amount: MoneyView, 
/**
 * Our reference or the order id that it has there.
 */
reference: string | null, 
/**
 * Invoice number, where it was captured here.
 */
invoice: string | null, 
/**
 * Carrier, where it was captured here.
 */
carrier: string | null, 
/**
 * Its state.
 */
state: State, 
/**
 * This computer's entry.
 */
entry: string | null, 
/**
 * `release` for a release of the remainder.
 */
kind: Kind, };

export type Choose = "all" | "lines" | "amount";

export type Contradiction = "remaining_changed_otherwise" | "reference_has_other_amount" | "look_alike" | "released_or_ended" | "reference_without_remaining";

export type EndView = { 
/**
 * The moment.
 */
at: number, 
/**
 * `true` when MultiSafepay did not say and the card's usual time was taken.
 */
estimated: boolean, };

export type EnvironmentView = "practice" | "local" | "test" | "live";

export type EventView = { 
/**
 * When.
 */
at: number, } & ({ "event": "recorded" } | { "event": "withdrawn", 
/**
 * By what.
 */
because: WithdrawnBecause, } | { "event": "sent", 
/**
 * Which attempt.
 */
attempt: number, } | { "event": "not_sent", 
/**
 * Why.
 */
reason: NotSentReason, } | { "event": "refused" } & RefusedView | { "event": "unclear", 
/**
 * Why.
 */
reason: UnclearReason, } | { "event": "looked", 
/**
 * What could still be captured; none when the order could not be read.
 */
remaining: MoneyView | null, 
/**
 * Whether the order could be read.
 */
order_read: boolean, 
/**
 * Whether our reference exists; none when that could not be read.
 */
reference_found: boolean | null, 
/**
 * What does not fit together.
 */
contradiction: Contradiction | null, } | { "event": "captured", 
/**
 * `true` when a later look found it, `false` when the answer said so.
 */
found: boolean, } | { "event": "not_landed" } | { "event": "settled", 
/**
 * Whether it landed.
 */
landed: boolean, });

export type Failure = { "code": "order_number", 
/**
 * What is wrong with it.
 */
problem: OrderNumberProblem, 
/**
 * How many characters were given.
 */
length: number, } | { "code": "order_not_found", 
/**
 * The order.
 */
order: string, 
/**
 * The store that was asked.
 */
store: StoreView, 
/**
 * Other stores that have it.
 */
elsewhere: Array<StoreView>, } | { "code": "key_not_accepted", 
/**
 * The store's name.
 */
store_name: string, 
/**
 * Which money was meant.
 */
environment: EnvironmentView, } | { "code": "key_of_other_environment", 
/**
 * Where it is known.
 */
environment: EnvironmentView, } | { "code": "key_text", 
/**
 * What is wrong with it.
 */
problem: KeyTextProblem, } | { "code": "key_missing", 
/**
 * The store.
 */
store: StoreView, } | { "code": "keyring", 
/**
 * Why.
 */
problem: KeyringProblem, } | { "code": "store_name", 
/**
 * What is wrong with it.
 */
problem: StoreNameProblem, } | { "code": "store_unknown" } | { "code": "store_busy", 
/**
 * The capture or release that is unfinished; the oldest of several.
 */
capture: CaptureView, } | { "code": "other_site" } | { "code": "site_taken", 
/**
 * The store that has it.
 */
store_name: string, } | { "code": "no_connection", 
/**
 * Why.
 */
reason: NotSentReason, } | { "code": "no_answer" } | { "code": "server_trouble", 
/**
 * Its HTTP status.
 */
status: number, } | { "code": "answer_unreadable", 
/**
 * Its HTTP status.
 */
status: number, } | { "code": "server_refused", 
/**
 * Its HTTP status.
 */
status: number, 
/**
 * MultiSafepay's code.
 */
error_code: number | null, 
/**
 * MultiSafepay's text, shown word for word.
 */
info: string | null, } | { "code": "form", 
/**
 * Which.
 */
problems: Array<Problem>, } | { "code": "not_confirmed", 
/**
 * Which.
 */
warnings: Array<Warning>, } | { "code": "remaining_changed", 
/**
 * What was shown.
 */
before: MoneyView | null, 
/**
 * What remains now.
 */
now: MoneyView | null, } | { "code": "shown_changed" } | { "code": "order_busy", 
/**
 * What.
 */
capture: CaptureView, } | { "code": "too_late" } | { "code": "capture_unknown" } | { "code": "journal_head" } | { "code": "journal", 
/**
 * Why.
 */
problem: JournalProblem, } | { "code": "not_saved", 
/**
 * Why.
 */
problem: SettingsProblem, } | { "code": "not_copied" } | { "code": "not_opened", 
/**
 * The address, to be opened by hand.
 */
address: string, };

export type Field = "amount" | "lines" | "carrier" | "track_and_trace" | "ship_date" | "invoice" | "reason" | "memo" | "reference" | "status_after";

export type JournalCheck = { "journal": "whole", 
/**
 * How many rows there are.
 */
rows: number, 
/**
 * The last one and its hash, `ROW:HASH`, to be kept and compared later.
 */
head: string, 
/**
 * The row up to which it was compared with a head that was kept.
 */
compared: number | null, } | { "journal": "broken", 
/**
 * The first such row.
 */
row: number, 
/**
 * What is wrong with it.
 */
what: BrokenView, };

export type JournalProblem = "busy" | "full" | "read_only" | "failing" | "from_newer_version" | "damaged";

export type KeyPlace = "keyring" | "this_run" | "not_needed" | "missing";

export type KeyTextProblem = "empty" | "too_short" | "too_long" | "unprintable";

export type KeyringProblem = "absent" | "locked" | "timed_out" | "refused";

export type Kind = "capture" | "release";

export type Language = "system" | "en" | "nl";

export type LinePick = { 
/**
 * The line's place in the cart, from 0.
 */
line: number, 
/**
 * How many pieces.
 */
quantity: number, };

export type LineView = { 
/**
 * Its place in the cart, from 0.
 */
line: number, 
/**
 * What the clerk reads.
 */
name: string, 
/**
 * The price of one piece with tax.
 */
price: MoneyView, 
/**
 * How many were ordered.
 */
ordered: number, 
/**
 * How many were captured from this computer.
 */
captured: number, };

export type MoneyView = { 
/**
 * Minor units.
 */
minor: number, 
/**
 * ISO 4217.
 */
currency: string, 
/**
 * 2 for EUR, 0 for JPY, 3 for KWD.
 */
exponent: number, };

export type NewStore = { 
/**
 * The clerk's name for it.
 */
name: string, 
/**
 * Which money.
 */
environment: EnvironmentView, 
/**
 * The key as pasted. It is wiped after use and never returned.
 */
key: string, 
/**
 * Keep the key for this run only, because the keyring cannot be used.
 */
this_run_only: boolean, };

export type NotCapturableView = { "why": "already_captured" } | { "why": "released" } | { "why": "ended", 
/**
 * When.
 */
at: number | null, } | { "why": "capture_of_another" } | { "why": "paid_at_once" } | { "why": "pay_later" } | { "why": "not_paid" } | { "why": "refunded" } | { "why": "remaining_unknown" } | { "why": "unknown" };

export type NotSentReason = "name_not_found" | "no_connection" | "connect_timed_out" | "certificate_not_trusted" | "proxy" | "unbuildable" | "program_ended";

export type OrderNumberProblem = "empty" | "too_long" | "unprintable";

export type OrderStatus = "nothing_captured" | "partly_captured" | "captured" | "released" | "ended" | "unclear" | "not_capturable";

export type OrderView = { 
/**
 * The shop's order id.
 */
order: string, 
/**
 * The store it was found in.
 */
store: StoreView, 
/**
 * When it was read.
 */
read_at: number, 
/**
 * Its status in the clerk's words.
 */
status: OrderStatus, 
/**
 * Why nothing may be captured; none when something may.
 */
why_not: NotCapturableView | null, 
/**
 * Whether a capture can be tried although the reservation has ended.
 */
may_try_ended: boolean, 
/**
 * The amount that the bank agreed to.
 */
authorised: MoneyView, 
/**
 * What was captured so far; none where the server does not tell.
 */
captured: MoneyView | null, 
/**
 * What may still be captured; none where it is not known.
 */
remaining: MoneyView | null, 
/**
 * What was given back.
 */
refunded: MoneyView | null, 
/**
 * When the reservation ends.
 */
ends: EndView | null, 
/**
 * Name of the customer.
 */
customer: string | null, 
/**
 * Town of the customer.
 */
town: string | null, 
/**
 * The payment method as MultiSafepay names it, for example `VISA`.
 */
method: string | null, 
/**
 * The last four digits of the card.
 */
last_four: string | null, 
/**
 * When the order was made.
 */
created: number | null, 
/**
 * MultiSafepay's number.
 */
transaction: string | null, 
/**
 * The order of which this is a capture.
 */
capture_of: string | null, 
/**
 * MultiSafepay's own words: `status`, `financial_status`.
 */
words: [string, string], 
/**
 * Captures so far, newest first: MultiSafepay's rows joined with this computer's entries.
 */
captures: Array<CapturedView>, 
/**
 * The cart; empty when lines cannot be picked.
 */
lines: Array<LineView>, 
/**
 * Whether every earlier capture's lines are known here, so that "captured" of a line is the truth.
 */
lines_known: boolean, 
/**
 * The unfinished entry that locks the order.
 */
unfinished: CaptureView | null, 
/**
 * The newest entry that was proved not to have landed and may be sent again.
 */
can_send_again: CaptureView | null, 
/**
 * The reference that the form proposes when no invoice number is given.
 */
proposed_reference: string, };

export type Preview = { 
/**
 * What stands in the way, field by field; nothing may be captured while there is one.
 */
problems: Array<Problem>, 
/**
 * What needs one more deliberate act.
 */
warnings: Array<Warning>, 
/**
 * The amount, where it can be read.
 */
amount: MoneyView | null, 
/**
 * What remains after it.
 */
remaining_after: MoneyView | null, 
/**
 * What the picked lines come to, where the last capture takes a cent or two more or less.
 */
lines_total: MoneyView | null, 
/**
 * What each line comes to, by its place; empty unless lines are picked.
 */
line_amounts: Array<MoneyView>, 
/**
 * What the check page shows and the request sends; none while there is a problem.
 */
shown: Shown | null, 
/**
 * The digest of `shown`; goes back with the confirmation.
 */
digest: string | null, };

export type Problem = { 
/**
 * Where.
 */
field: Field, } & ({ "problem": "empty" } | { "problem": "not_a_number" } | { "problem": "ambiguous", 
/**
 * With the mark as a separator of thousands.
 */
grouped: MoneyView, 
/**
 * With the mark as the decimal mark.
 */
decimal: MoneyView | null, } | { "problem": "too_many_decimals", 
/**
 * How many it has.
 */
allowed: number, } | { "problem": "zero" } | { "problem": "negative" } | { "problem": "too_large" } | { "problem": "above_remaining", 
/**
 * What remains.
 */
remaining: MoneyView, } | { "problem": "not_capturable", 
/**
 * Why.
 */
why: NotCapturableView, } | { "problem": "no_lines" } | { "problem": "too_many_pieces", 
/**
 * Which line.
 */
line: number, 
/**
 * How many are left.
 */
left: number, } | { "problem": "too_long", 
/**
 * The most that the field takes.
 */
limit: number, 
/**
 * How many were given.
 */
length: number, } | { "problem": "unprintable" } | { "problem": "card_number" } | { "problem": "not_a_date" } | { "problem": "same_as_order" });

export type RecentView = { 
/**
 * The shop's order id.
 */
order: string, 
/**
 * Name of the customer.
 */
customer: string | null, 
/**
 * What was last done with it here.
 */
kind: Kind, 
/**
 * The state of that.
 */
state: State, 
/**
 * Its amount.
 */
amount: MoneyView, 
/**
 * When.
 */
at: number, };

export type RefusedView = { 
/**
 * The HTTP status.
 */
status: number, 
/**
 * MultiSafepay's code.
 */
code: number | null, 
/**
 * MultiSafepay's text, shown word for word.
 */
info: string | null, };

export type ReleaseForm = { 
/**
 * The store's id.
 */
store: string, 
/**
 * The order.
 */
order: string, 
/**
 * Why.
 */
reason: string, 
/**
 * What the screen showed as remaining, in minor units; another figure now is refused.
 */
remaining_minor: number, };

export type SettingsProblem = "unwritable" | "unread";

export type SettingsView = { 
/**
 * The language of the screen.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Time to undo before a capture is sent, in seconds, 0 to 30.
 */
undo_s: number, };

export type Shown = { 
/**
 * The store's name.
 */
store_name: string, 
/**
 * The order.
 */
order: string, 
/**
 * The amount.
 */
amount: MoneyView, 
/**
 * What was captured before.
 */
captured_before: MoneyView | null, 
/**
 * What remains after it.
 */
remaining_after: MoneyView, 
/**
 * What the bank agreed to.
 */
authorised: MoneyView, 
/**
 * Name of the customer.
 */
customer: string | null, 
/**
 * The payment method.
 */
method: string | null, 
/**
 * The last four digits of the card.
 */
last_four: string | null, 
/**
 * Picked lines as name and pieces.
 */
lines: Array<[string, number]>, 
/**
 * Shipping company.
 */
carrier: string | null, 
/**
 * Track & trace code.
 */
track_and_trace: string | null, 
/**
 * Ship date, `YYYY-MM-DD`.
 */
ship_date: string | null, 
/**
 * Invoice number.
 */
invoice: string | null, 
/**
 * Reason.
 */
reason: string | null, 
/**
 * Memo.
 */
memo: string | null, 
/**
 * Reference.
 */
reference: string, 
/**
 * Order status after the capture.
 */
status_after: StatusAfter, 
/**
 * Whether the cart goes along.
 */
sends_cart: boolean, 
/**
 * What is released once this capture is proved; none when nothing is.
 */
releases: MoneyView | null, };

export type Start = { 
/**
 * The version of the program.
 */
version: string, 
/**
 * The stores, in the order in which they were added.
 */
stores: Array<StoreView>, 
/**
 * The store that is worked in; none before the first run is through.
 */
current: StoreView | null, 
/**
 * The address of the local test server, where the program was started with one.
 */
local_url: string | null, 
/**
 * The environments in which a store can be connected in this run; none where it only practises.
 */
connects: Array<EnvironmentView>, 
/**
 * Language, look, time to undo.
 */
settings: SettingsView, 
/**
 * Captures whose outcome is not known yet, of all stores of the current environment.
 */
unfinished: Array<CaptureView>, 
/**
 * Why nothing can be captured, where the journal cannot be written.
 */
journal: Failure | null, };

export type State = "recorded" | "withdrawn" | "sending" | "not_sent" | "refused" | "unclear" | "captured" | "not_landed";

export type StatusAfter = "completed" | "shipped" | "initialized" | "uncleared" | "reserved" | "declined" | "cancelled" | "void" | "expired" | "refunded";

export type StoreChange = { 
/**
 * Which store.
 */
id: string, 
/**
 * A new name.
 */
name: string | null, 
/**
 * Whether picked lines are sent.
 */
sends_cart: boolean | null, 
/**
 * The order status that the form proposes.
 */
status_after: StatusAfter | null, };

export type StoreChecked = { 
/**
 * The store.
 */
store: StoreView, 
/**
 * MultiSafepay's number of the account.
 */
account: string | null, 
/**
 * The role, as MultiSafepay words it.
 */
role: string | null, };

export type StoreNameProblem = "empty" | "too_long" | "taken";

export type StoreView = { 
/**
 * Our id of it.
 */
id: string, 
/**
 * The clerk's name for it.
 */
name: string, 
/**
 * Which money.
 */
environment: EnvironmentView, 
/**
 * Where its key is.
 */
key: KeyPlace, 
/**
 * MultiSafepay's number of the website, as `/me` told.
 */
site: string | null, 
/**
 * Whether picked lines are sent with a capture.
 */
sends_cart: boolean, 
/**
 * The order status that the form proposes.
 */
status_after: StatusAfter, };

export type Theme = "system" | "light" | "dark";

export type UnclearReason = { "why": "no_answer" } | { "why": "connection_lost" } | { "why": "answer_cut" } | { "why": "unreadable", 
/**
 * Its HTTP status.
 */
status: number, } | { "why": "server_trouble", 
/**
 * Its HTTP status.
 */
status: number, } | { "why": "redirected", 
/**
 * Its HTTP status.
 */
status: number, } | { "why": "other_order" } | { "why": "refused_again", 
/**
 * Its HTTP status.
 */
status: number, } | { "why": "program_ended" };

export type Warning = { "warning": "same_invoice", 
/**
 * How much.
 */
amount: MoneyView, 
/**
 * When.
 */
at: number | null, 
/**
 * On which order.
 */
order: string, } | { "warning": "same_amount", 
/**
 * How much.
 */
amount: MoneyView, 
/**
 * When.
 */
at: number, } | { "warning": "sent_before", 
/**
 * How much.
 */
amount: MoneyView, 
/**
 * When.
 */
at: number | null, 
/**
 * Under which reference.
 */
reference: string, } | { "warning": "reference_taken", 
/**
 * Which.
 */
reference: string, } | { "warning": "ended", 
/**
 * When.
 */
at: number, };

export type WithdrawnBecause = "undone" | "program_closed" | "computer_slept" | "key_missing" | "not_written";

/** Every command: what goes in and what comes out. */
export type Commands = {
  start: [{ practiceName: string }, Start];
  practise: [{}, StoreView];
  connect_store: [{ store: NewStore }, StoreChecked];
  check_store: [{ id: string }, StoreChecked];
  replace_key: [{ id: string; key: string; thisRunOnly: boolean }, StoreChecked];
  change_store: [{ change: StoreChange }, StoreView];
  remove_store: [{ id: string }, Array<StoreView>];
  choose_store: [{ id: string }, Start];
  save_settings: [{ settings: SettingsView }, SettingsView];
  find_order: [{ store: string; text: string }, OrderView];
  recent_orders: [{ store: string }, Array<RecentView>];
  practice_orders: [{}, Array<[string, string]>];
  preview_capture: [{ form: CaptureForm }, Preview];
  capture: [{ form: CaptureForm; digest: string; confirmed: boolean }, CaptureView];
  undo_capture: [{ id: string }, CaptureView];
  read_capture: [{ id: string }, CaptureView];
  check_again: [{ id: string }, CaptureView];
  send_again: [{ id: string }, CaptureView];
  settle: [{ id: string; landed: boolean }, CaptureView];
  release: [{ form: ReleaseForm }, CaptureView];
  unfinished: [{}, Array<CaptureView>];
  verify_journal: [{ head: string }, JournalCheck];
  copy_text: [{ text: string }, null];
  open_control: [{ environment: EnvironmentView }, null];
  close_now: [{}, null];
};
