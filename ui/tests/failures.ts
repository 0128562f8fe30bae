import type { CaptureView, Failure, MoneyView } from '../src/generated/desk';
import { bloem, noord } from './browser/given';

const amount: MoneyView = { minor: 4500, currency: 'EUR', exponent: 2 };

/** An unfinished capture. */
export const unfinished: CaptureView = {
  id: 'c1',
  kind: 'capture',
  state: 'unclear',
  store: bloem.id,
  store_name: bloem.name,
  order: 'BB-10482',
  amount,
  authorised: { ...amount, minor: 12_000 },
  captured_before: null,
  remaining_before: null,
  customer: null,
  reference: 'BB-10482-C3',
  invoice: null,
  carrier: null,
  track_and_trace: null,
  ship_date: null,
  transaction: null,
  attempts: 1,
  sends_at: null,
  next_look_at: null,
  may_settle: false,
  events: [],
  journal: null,
  after: null,
};

/** Every code with every variation of it; a code without a row does not compile. */
const rows: { [C in Failure['code']]: Omit<Extract<Failure, { code: C }>, 'code'>[] } = {
  order_number: [
    { problem: 'empty', length: 0 },
    { problem: 'too_long', length: 51 },
    { problem: 'unprintable', length: 3 },
  ],
  order_not_found: [
    { order: 'X1', store: bloem, elsewhere: [] },
    { order: 'X1', store: bloem, elsewhere: [noord] },
    { order: 'X1', store: bloem, elsewhere: [noord, bloem] },
  ],
  key_not_accepted: [{ store_name: bloem.name, environment: 'live' }],
  key_of_other_environment: [{ environment: 'test' }, { environment: 'live' }, { environment: 'local' }],
  key_text: [
    { problem: 'empty' },
    { problem: 'too_short' },
    { problem: 'too_long' },
    { problem: 'unprintable' },
  ],
  key_missing: [{ store: bloem }],
  keyring: [{ problem: 'absent' }, { problem: 'locked' }, { problem: 'timed_out' }, { problem: 'refused' }],
  store_name: [{ problem: 'empty' }, { problem: 'too_long' }, { problem: 'taken' }],
  store_unknown: [{}],
  store_busy: [{ capture: unfinished }, { capture: { ...unfinished, kind: 'release' } }],
  other_site: [{}],
  site_taken: [{ store_name: bloem.name }],
  no_connection: [
    { reason: 'name_not_found' },
    { reason: 'no_connection' },
    { reason: 'connect_timed_out' },
    { reason: 'certificate_not_trusted' },
    { reason: 'proxy' },
    { reason: 'unbuildable' },
    { reason: 'program_ended' },
  ],
  no_answer: [{}],
  server_trouble: [{ status: 503 }],
  answer_unreadable: [{ status: 200 }],
  server_refused: [
    { status: 400, error_code: 1001, info: 'Invalid amount' },
    { status: 404, error_code: null, info: null },
  ],
  form: [{ problems: [] }],
  not_confirmed: [{ warnings: [] }],
  remaining_changed: [
    { before: amount, now: { ...amount, minor: 1600 } },
    { before: null, now: amount },
    { before: amount, now: null },
  ],
  shown_changed: [{}],
  order_busy: [{ capture: unfinished }, { capture: { ...unfinished, state: 'sending' } }],
  too_late: [{}],
  capture_unknown: [{}],
  journal_head: [{}],
  journal: [
    { problem: 'busy' },
    { problem: 'full' },
    { problem: 'read_only' },
    { problem: 'from_newer_version' },
    { problem: 'failing' },
    { problem: 'damaged' },
  ],
  not_saved: [{ problem: 'unwritable' }, { problem: 'unread' }],
  not_copied: [{}],
  not_opened: [{ address: 'https://merchant.multisafepay.com/' }],
};

/** Every failure that the program may give. */
export const failures: Failure[] = Object.entries(rows).flatMap(([code, variations]) =>
  variations.map((variation) => ({ code, ...variation }) as Failure),
);
