import { beforeEach, expect, test } from 'vitest';
import { timeline } from '../../src/captures/events';
import { kindsOf } from '../../src/captures/state';
import Unfinished from '../../src/captures/Unfinished.svelte';
import Until from '../../src/captures/Until.svelte';
import type { CaptureView, Kind, NotSentReason, State } from '../../src/generated/desk';
import { words } from '../../src/lib/failure';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { session } from '../../src/lib/session.svelte';
import { methodName } from '../../src/orders/paid';
import { setUp } from '../browser/given';
import { capture, grace, unclear } from '../browser/given-orders';
import { failures } from '../failures';
import { hooked, mounted } from '../mounted';

const release: CaptureView = { ...unclear, id: 'release', kind: 'release' };

beforeEach(() => {
  setLanguage('en');
});

const reasons: [NotSentReason, string][] = [
  ['no_connection', 'Nothing was sent: no connection'],
  ['certificate_not_trusted', 'Nothing was sent: the certificate of the connection is not trusted'],
  ['proxy', 'Nothing was sent: the proxy of this network did not let it through'],
  ['unbuildable', 'Nothing was sent: no request could be made of it'],
];

test('what was not sent says why', () => {
  for (const [reason, text] of reasons)
    expect(timeline(capture('not_sent', [{ at: 0, event: 'not_sent', reason }])).at(-1)?.text).toBe(text);
});

const busy: [Kind, State, RegExp][] = [
  ['capture', 'recorded', /^Another capture of .* is written down and not sent yet\./],
  ['capture', 'sending', /^Another capture of .* is on its way\./],
  ['capture', 'unclear', /^We do not know yet whether an earlier capture of .* landed\./],
  ['release', 'recorded', /^A release of .* is written down and not sent yet\./],
  ['release', 'sending', /^A release of .* is on its way\./],
  ['release', 'unclear', /^We do not know yet whether a release of .* landed\./],
];

test('an order that is busy says with what', () => {
  for (const [kind, state, text] of busy) {
    const said = words({ code: 'order_busy', capture: { ...unclear, kind, state } });
    expect(said.text).toMatch(text);
    expect(said.action?.label).toBe(`Show that ${kind}`);
  }
});

test('a locked keyring leads to where a key can be used for this run only', () => {
  const keyring = failures.filter(({ code }) => code === 'keyring');
  for (const failure of keyring) expect(words(failure, 'order').action).toMatchObject({ name: 'stores' });
});

test('captures and releases are told apart', () => {
  expect(kindsOf([unclear, unclear])).toBe('capture');
  expect(kindsOf([release])).toBe('release');
  expect(kindsOf([release, unclear])).toBe('both');
});

const other: CaptureView = { ...unclear, id: 'other' };
const undoable: CaptureView = { ...grace, id: 'grace' };

const unfinished: [CaptureView[], string, string][] = [
  [[unclear], 'For 1 capture we do not know yet whether money moved.', 'Do not capture this order again.'],
  [
    [unclear, other],
    'For 2 captures we do not know yet whether money moved.',
    'Do not capture these orders again.',
  ],
  [
    [release],
    'For 1 release we do not know yet whether money was given up.',
    'Do nothing with this order before',
  ],
  [
    [unclear, release],
    'For 2 captures and releases we do not know yet whether money moved.',
    'Do nothing with these orders before',
  ],
  [
    [undoable, other],
    'For 1 capture we do not know yet whether money moved.',
    'Do not capture this order again.',
  ],
  [[undoable], 'No money has moved yet.', 'written down and not sent yet'],
];

test('what is unfinished is called unknown only where it is, and says what not to do', () => {
  for (const [entries, lead, text] of unfinished) {
    session.take({ ...setUp, unfinished: entries });
    mounted(Unfinished, {});
    expect(hooked('unfinished').querySelector('h2')?.textContent.trim()).toBe(lead);
    expect(hooked('unfinished').querySelector('p')?.textContent).toContain(text);
    document.body.replaceChildren();
  }
});

test('until a release is known, nothing else may be done with its order', () => {
  for (const [shown, text] of [
    [unclear, 'Do not capture this order again, also not in MultiSafepay Control.'],
    [release, 'Do nothing with this order, also not in MultiSafepay Control.'],
  ] as const) {
    mounted(Until, { capture: shown });
    expect(document.querySelector('li')?.textContent.trim()).toBe(text);
    document.body.replaceChildren();
  }
});

test('a card of no known scheme is named in the language of the reader', () => {
  setLanguage('nl');
  expect(methodName('CREDITCARD')).toBe('Kaart');
});
