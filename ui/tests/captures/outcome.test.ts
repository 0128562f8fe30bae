import { afterEach, expect, test } from 'vitest';
import { outcomeFigures } from '../../src/captures/figures';
import { outcomeOf } from '../../src/captures/outcome';
import { detailsOf } from '../../src/captures/details';
import Receipt from '../../src/captures/Receipt.svelte';
import type { CaptureView, EventView, OrderView, State } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import * as given from '../browser/given-orders';
import { at, eur } from '../browser/given-orders';
import { mounted } from '../mounted';

afterEach(() => {
  setLanguage('system');
});

const states: Record<State, CaptureView> = {
  recorded: given.grace,
  withdrawn: given.capture('withdrawn', [{ at: 0, event: 'withdrawn', because: 'undone' }]),
  sending: given.capture('sending'),
  not_sent: given.capture('not_sent', [{ at: 0, event: 'not_sent', reason: 'no_connection' }]),
  refused: given.declined,
  unclear: given.unclear,
  captured: given.landed,
  not_landed: given.notLanded,
};

function check(language: 'en' | 'nl', kind: CaptureView['kind'], headings: Record<State, RegExp>): void {
  setLanguage(language);
  for (const [state, capture] of Object.entries(states)) {
    const { heading, text } = outcomeOf({ ...capture, kind });
    expect(heading, state).toMatch(headings[state as State]);
    expect(text, state).toMatch(/^\S.*\.$/);
  }
}

test('the heading of a capture says whether money moved', () => {
  check('en', 'capture', {
    recorded: /^No money was captured yet$/,
    withdrawn: /^No money was captured$/,
    sending: /^We do not know yet whether €45[.,]00 was captured$/,
    not_sent: /^No money was captured$/,
    refused: /^No money was captured$/,
    unclear: /^We do not know yet whether €45[.,]00 was captured$/,
    captured: /^€45[.,]00 was captured$/,
    not_landed: /^€45[.,]00 was not captured$/,
  });
});

test('the heading of a capture says so in Dutch', () => {
  check('nl', 'capture', {
    recorded: /^Er is nog niets geïnd$/,
    withdrawn: /^Er is niets geïnd$/,
    sending: /^We weten nog niet of €45,00 is geïnd$/,
    not_sent: /^Er is niets geïnd$/,
    refused: /^Er is niets geïnd$/,
    unclear: /^We weten nog niet of €45,00 is geïnd$/,
    captured: /^€45,00 is geïnd$/,
    not_landed: /^€45,00 is niet geïnd$/,
  });
});

test('the heading of a release says whether the money was given up', () => {
  check('en', 'release', {
    recorded: /was not released yet$/,
    withdrawn: /was not released$/,
    sending: /^We do not know yet whether .* was released$/,
    not_sent: /was not released$/,
    refused: /was not released$/,
    unclear: /^We do not know yet whether .* was released$/,
    captured: /^€45[.,]00 was released$/,
    not_landed: /was not released$/,
  });
});

test('the heading of a release says so in Dutch', () => {
  check('nl', 'release', {
    recorded: /^€45,00 is nog niet vrijgegeven$/,
    withdrawn: /^€45,00 is niet vrijgegeven$/,
    sending: /^We weten nog niet of €45,00 is vrijgegeven$/,
    not_sent: /^€45,00 is niet vrijgegeven$/,
    refused: /^€45,00 is niet vrijgegeven$/,
    unclear: /^We weten nog niet of €45,00 is vrijgegeven$/,
    captured: /^€45,00 is vrijgegeven$/,
    not_landed: /^€45,00 is niet vrijgegeven$/,
  });
});

test('what was found later is said to be captured after all', () => {
  setLanguage('en');
  const found: CaptureView = {
    ...given.landed,
    events: [{ at: given.at('2026-11-24 09:44:00'), event: 'captured', found: true }],
  };
  expect(outcomeOf(found)).toMatchObject({
    heading: expect.stringMatching(/was captured after all$/) as string,
    text: expect.stringContaining('We found capture BB-10482-2026-3419 at 09:44.') as string,
  });
});

test('evidence that does not fit together is still unclear, and leads to MultiSafepay Control', () => {
  setLanguage('en');
  expect(outcomeOf(given.contradicts)).toMatchObject({
    heading: expect.stringMatching(/^We still do not know whether/) as string,
    text: expect.stringContaining('MultiSafepay Control') as string,
  });
});

test('the details for support name the facts and not the customer', () => {
  setLanguage('en');
  const text = detailsOf(given.declined, '0.1.0');
  for (const fact of ['BB-10482', 'BB-10482-2026-3419', 'HTTP 400, 1024, Transaction declined', '09:39:11'])
    expect(text).toContain(fact);
  expect(text).not.toContain('Sanne');
});

/** What is said of a capture that landed, with the order as it is now. */
function saidOf(after: Partial<OrderView>): string {
  setLanguage('en');
  return outcomeOf({ ...given.landed, after: { ...given.partly, ...after } }).text;
}

const released: Partial<OrderView> = { status: 'released', why_not: { why: 'released' }, remaining: eur(0) };
const lapsed: Partial<OrderView> = { status: 'ended', why_not: { why: 'ended', at: 0 } };

test('an order is called fully captured only when all that was authorised was captured', () => {
  expect(saidOf(given.full)).toContain('Nothing remains: the order is fully captured.');
  for (const after of [released, lapsed]) {
    expect(saidOf(after)).toContain('Nothing remains.');
    expect(saidOf(after)).not.toContain('fully');
  }
});

test('what was released is shown as released, also after a capture', () => {
  setLanguage('en');
  const figures = outcomeFigures({ ...given.landed, after: { ...given.partly, ...released } });
  expect(figures?.parts.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
    expect.stringMatching(/^Captured €75[.,]00$/),
    expect.stringMatching(/^Released €45[.,]00$/),
  ]);
});

test('an end that is a guess is called one', () => {
  const ends = { at: at('2026-11-27 10:14:00'), estimated: true };
  expect(saidOf({ ends, captured: { ...given.partly.authorised, minor: 9_000 } })).toMatch(
    /remains until about Fri .*2026, 10:14, estimated\.$/,
  );
  const { text } = outcomeOf({ ...given.declined, after: { ...given.partly, ends } });
  expect(text).toMatch(/stays reserved until about Fri .*2026, 10:14, estimated\.$/);
});

test('a capture that the order does not show yet is not said to have changed it', () => {
  expect(saidOf({})).toMatch(/the order does not show it yet/);
});

const provedBy: [EventView, string][] = [
  [{ at: 0, event: 'captured', found: false }, 'Captured at'],
  [{ at: 0, event: 'captured', found: true }, 'Found at'],
  [{ at: 0, event: 'settled', landed: true }, 'Said by you at'],
];

test('the receipt calls a moment what it is', () => {
  setLanguage('en');
  for (const [event, label] of provedBy) {
    mounted(Receipt, { capture: given.capture('captured', [event]) });
    expect([...document.querySelectorAll('dl')].at(-1)?.querySelector('dt')?.textContent).toBe(label);
  }
});
