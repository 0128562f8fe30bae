import { afterEach, expect, test } from 'vitest';
import { outcomeOf } from '../../src/captures/outcome';
import { detailsOf } from '../../src/captures/details';
import type { CaptureView, State } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import * as given from '../browser/given-orders';

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
