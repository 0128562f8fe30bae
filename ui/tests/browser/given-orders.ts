import type {
  CaptureView,
  EventView,
  MoneyView,
  OrderView,
  Preview,
  RecentView,
  Shown,
  Start,
  State,
} from '../../src/generated/desk';
import { bloem, practice, setUp } from './given';
import { NOW } from './scene';

/** A moment in Amsterdam's winter, for example `2026-11-24 09:39:06`. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+01:00`);
}

/** Euros, in cents. */
export function eur(minor: number): MoneyView {
  return { minor, currency: 'EUR', exponent: 2 };
}

/** Yen. */
export function jpy(minor: number): MoneyView {
  return { minor, currency: 'JPY', exponent: 0 };
}

/** The order of the design: partly captured, with lines. */
export const partly = {
  order: 'BB-10482',
  store: bloem,
  read_at: NOW,
  status: 'partly_captured',
  why_not: null,
  may_try_ended: false,
  authorised: eur(12_000),
  captured: eur(7_500),
  remaining: eur(4_500),
  refunded: null,
  ends: { at: at('2026-11-27 10:14:00'), estimated: false },
  customer: 'Sanne de Vries',
  town: 'Utrecht',
  method: 'VISA',
  last_four: '4978',
  created: at('2026-11-20 10:14:00'),
  transaction: '17953417311204558',
  capture_of: null,
  words: ['completed', 'initialized'],
  captures: [
    {
      at: at('2026-11-23 11:05:00'),
      amount: eur(2_900),
      reference: 'BB-10482-2026-3404',
      invoice: '2026-3404',
      carrier: 'PostNL',
      state: 'captured',
      entry: 'second',
      kind: 'capture',
    },
    {
      at: at('2026-11-20 15:32:00'),
      amount: eur(4_600),
      reference: 'BB-10482-C1',
      invoice: null,
      carrier: null,
      state: 'captured',
      entry: null,
      kind: 'capture',
    },
  ],
  lines: [
    { line: 0, name: 'Zinc planter 40 cm', price: eur(2_900), ordered: 2, captured: 1 },
    { line: 1, name: 'Potting soil 20 l', price: eur(800), ordered: 2, captured: 0 },
    { line: 2, name: 'Olive tree 90 cm', price: eur(3_950), ordered: 1, captured: 1 },
    { line: 3, name: 'Delivery', price: eur(650), ordered: 1, captured: 1 },
  ],
  lines_known: true,
  unfinished: null,
  can_send_again: null,
  proposed_reference: 'BB-10482-C3',
} satisfies OrderView as OrderView;

/** An order in yen of which nothing was captured. */
export const yen: OrderView = {
  ...partly,
  order: 'BB-10441',
  status: 'nothing_captured',
  authorised: jpy(18_400),
  captured: jpy(0),
  remaining: jpy(18_400),
  ends: { at: at('2026-11-26 08:20:00'), estimated: true },
  customer: 'Kenji Watanabe',
  town: 'Osaka',
  last_four: '0119',
  captures: [],
  lines: [],
  proposed_reference: 'BB-10441-C1',
};

/** An order whose reservation has ended. */
export const ended: OrderView = {
  ...partly,
  order: 'BB-10377',
  status: 'ended',
  why_not: { why: 'ended', at: at('2026-11-22 13:40:00') },
  may_try_ended: true,
  authorised: eur(8_995),
  captured: eur(0),
  remaining: eur(8_995),
  ends: { at: at('2026-11-22 13:40:00'), estimated: false },
  customer: 'Fleur Dijkstra',
  town: 'Assen',
  last_four: '2230',
  captures: [],
  lines: [],
};

/** What the check page shows of the whole remainder. */
export const shown = {
  store_name: 'Bloem & Bast',
  order: 'BB-10482',
  amount: eur(4_500),
  captured_before: eur(7_500),
  remaining_after: eur(0),
  authorised: eur(12_000),
  customer: 'Sanne de Vries',
  method: 'VISA',
  last_four: '4978',
  lines: [],
  carrier: 'PostNL',
  track_and_trace: '3SBLMB4821907',
  ship_date: '2026-11-24',
  invoice: '2026-3419',
  reason: null,
  memo: null,
  reference: 'BB-10482-2026-3419',
  status_after: 'completed',
  sends_cart: false,
  releases: null,
} satisfies Shown as Shown;

/** A form without fault: all that remains. */
export const all = {
  problems: [],
  warnings: [],
  amount: eur(4_500),
  remaining_after: eur(0),
  lines_total: null,
  line_amounts: [],
  shown,
  digest: 'a1b2',
} satisfies Preview as Preview;

/** Two bags of soil. */
export const soil: Preview = {
  ...all,
  amount: eur(1_600),
  remaining_after: eur(2_900),
  line_amounts: [eur(0), eur(1_600), eur(0), eur(0)],
  shown: {
    ...shown,
    amount: eur(1_600),
    remaining_after: eur(2_900),
    lines: [['Potting soil 20 l', 2]],
    sends_cart: true,
    releases: eur(2_900),
  },
};

const recorded: EventView = { at: at('2026-11-24 09:39:01'), event: 'recorded' };
const sent: EventView = { at: at('2026-11-24 09:39:06'), event: 'sent', attempt: 1 };

/** A capture of the whole remainder, in this state, with these events after it was sent. */
export function capture(
  state: State,
  events: EventView[] = [],
  more: Partial<CaptureView> = {},
): CaptureView {
  return {
    id: 'third',
    kind: 'capture',
    state,
    store: bloem.id,
    store_name: bloem.name,
    order: partly.order,
    amount: eur(4_500),
    authorised: eur(12_000),
    captured_before: eur(7_500),
    remaining_before: eur(4_500),
    customer: 'Sanne de Vries',
    reference: 'BB-10482-2026-3419',
    invoice: '2026-3419',
    carrier: 'PostNL',
    track_and_trace: '3SBLMB4821907',
    ship_date: '2026-11-24',
    transaction: null,
    attempts: 1,
    sends_at: null,
    next_look_at: null,
    may_settle: false,
    events: [recorded, ...(state === 'recorded' ? [] : [sent]), ...events],
    journal: null,
    after: null,
    ...more,
  };
}

/** The order after everything was captured. */
export const full: OrderView = {
  ...partly,
  status: 'captured',
  why_not: { why: 'already_captured' },
  captured: eur(12_000),
  remaining: eur(0),
};

/** A capture in its grace period. */
export const grace = capture('recorded', [], { sends_at: NOW + 4_000 });

/** A capture that landed. */
export const landed = capture(
  'captured',
  [{ at: at('2026-11-24 09:39:11'), event: 'captured', found: false }],
  {
    transaction: '17953417311204558',
    after: full,
  },
);

/** A capture that the bank refused. */
export const declined = capture(
  'refused',
  [
    {
      at: at('2026-11-24 09:39:11'),
      event: 'refused',
      status: 400,
      code: 1024,
      info: 'Transaction declined',
    },
  ],
  { after: partly },
);

/** A look that found nothing changed. */
export function looked(time: string, more: Partial<Extract<EventView, { event: 'looked' }>> = {}): EventView {
  return {
    at: at(`2026-11-24 ${time}`),
    event: 'looked',
    remaining: eur(4_500),
    order_read: true,
    reference_found: false,
    contradiction: null,
    ...more,
  };
}

const silence: EventView = { at: at('2026-11-24 09:40:06'), event: 'unclear', reason: { why: 'no_answer' } };

/** A capture of which nobody knows yet. */
export const unclear = capture('unclear', [silence, looked('09:40:11')], { next_look_at: NOW + 12_000 });

/** A capture whose evidence does not fit together. */
export const contradicts = capture(
  'unclear',
  [silence, looked('09:40:11', { remaining: eur(0), contradiction: 'look_alike' })],
  { next_look_at: NOW + 3_600_000, may_settle: true },
);

/** A capture that was proved not to have arrived. */
export const notLanded = capture(
  'not_landed',
  [
    silence,
    looked('09:40:11'),
    looked('09:41:11'),
    looked('09:45:12'),
    { at: at('2026-11-24 09:45:12'), event: 'not_landed' },
  ],
  { after: partly },
);

/** Orders that were worked on lately. */
export const recent = [
  row('BB-10479', 'Anouk Peters', 'captured', 6_490, '2026-11-24 09:32:00'),
  row('BB-10470', 'Daan Willems', 'unclear', 7_995, '2026-11-24 09:12:00'),
  row('BB-10438', 'Tuincentrum De Linde B.V.', 'captured', 62_000, '2026-11-23 16:40:00'),
  row('BB-10433', 'Femke Mulder', 'refused', 4_995, '2026-11-23 15:20:00'),
  { ...row('BB-10452', 'Els van der Meer', 'captured', 3_120, '2026-11-23 14:02:00'), kind: 'release' },
] satisfies RecentView[] as RecentView[];

function row(order: string, customer: string, state: State, minor: number, time: string): RecentView {
  return { order, customer, kind: 'capture', state, amount: eur(minor), at: at(time) };
}

/** The orders of the practice store, as the simulator names them. */
export const examples: [string, string][] = [
  ['PRACTICE-1001', 'lines'],
  ['PRACTICE-1002', 'partly'],
  ['PRACTICE-1003', 'yen'],
  ['PRACTICE-1004', 'ending'],
  ['PRACTICE-1005', 'ended'],
  ['PRACTICE-1006', 'paid'],
  ['PRACTICE-1007', 'captured'],
  ['PRACTICE-1008', 'klarna'],
  ['PRACTICE/2026 1009', 'slash'],
  ['PRACTICE-1010', 'declined'],
  ['PRACTICE-1011', 'lost'],
  ['PRACTICE-1012', 'silent'],
  ['PRACTICE-1013', 'plain'],
];

/** The start of a program that practises. */
export const practising: Start = { ...setUp, current: practice };
