import { describe, expect, test } from 'vitest';
import { failures, unfinished } from '../../tests/failures';
import type { Trouble } from './desk';
import { words, type About } from './failure';
import { setLanguage, type Spoken } from './i18n.svelte';
import { refusedWords } from './refused';

const abouts: About[] = ['order', 'capture', 'release', 'unclear', 'unclear_release', 'outcome', 'stores'];
const troubles: Trouble[] = [...failures, { code: 'unexpected' }, { code: 'sent_already' }];

/** A sentence is whole: no id where words should be, no variable without a value, and an end. */
function checkSentence(text: string): void {
  expect(text).not.toMatch(/[{}]|failures-/);
  expect(text).toMatch(/^[\p{Lu}\p{N}€].*[.]$/su);
}

describe.each<Spoken>(['en', 'nl'])('in %s', (language) => {
  describe.each(abouts)('about %s', (about) => {
    test.each(troubles)('$code has whole sentences', (trouble) => {
      setLanguage(language);
      const { lead, text, action } = words(trouble, about);
      checkSentence(lead);
      checkSentence(text);
      if (action !== undefined) expect(action.label).not.toMatch(/[{}]|failures-/);
    });
  });

  test.each([
    1000, 1001, 1006, 1008, 1016, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030,
    1031, 1032, 9999,
  ])('a refusal with code %i has whole sentences', (code) => {
    setLanguage(language);
    const { why, next } = refusedWords({ status: 400, code, info: 'Something' });
    checkSentence(why);
    checkSentence(next);
  });
});

describe('the first sentence says whether money moved', () => {
  const check = (trouble: Trouble, about: About, lead: string): void => {
    setLanguage('en');
    expect(words(trouble, about).lead).toBe(lead);
  };
  test('nothing was captured when an order could not be read', () => {
    check({ code: 'no_answer' }, 'capture', 'No money was captured.');
  });
  test('nothing is certain when an unclear capture could not be looked after', () => {
    check({ code: 'no_answer' }, 'unclear', 'We still do not know whether money was captured.');
  });
  test('nothing is certain when the program answers what nobody foresaw', () => {
    check({ code: 'unexpected' }, 'capture', 'We do not know whether money was captured.');
  });
  test('a capture that left already is never called undone', () => {
    check({ code: 'sent_already' }, 'capture', 'It was sent before you undid it.');
  });
  test('an act that came too late does not claim that it was an Undo', () => {
    check({ code: 'too_late' }, 'unclear', 'This changed meanwhile.');
  });
});

describe('the words of the design', () => {
  const check = (trouble: Trouble, sentence: string): void => {
    setLanguage('en');
    const { lead, text } = words(trouble);
    expect(`${lead} ${text}`).toBe(sentence);
  };
  test('no connection', () => {
    check(
      { code: 'no_connection', reason: 'no_connection' },
      'No money was captured. This computer has no connection to MultiSafepay. Nothing was sent; capture again when you are online.',
    );
  });
  test('a key that is not accepted', () => {
    check(
      { code: 'key_not_accepted', store_name: 'Bloem & Bast', environment: 'live' },
      'No money was captured. MultiSafepay does not accept the key of Bloem & Bast. Replace the key in Settings, Stores.',
    );
  });
  test('a full disk', () => {
    check(
      { code: 'journal', problem: 'full' },
      'No money was captured. The Journal cannot be written because the disk is full. Make room, then capture again.',
    );
  });
});

describe('what a refusal advises', () => {
  test('lines that are refused may be left out', () => {
    expect(refusedWords({ status: 400, code: 1027, info: null }).withoutLines).toBe(true);
    expect(refusedWords({ status: 400, code: 1024, info: null }).withoutLines).toBe(false);
  });
  test('every 401 is about the key, whatever its code', () => {
    setLanguage('en');
    const byStatus = refusedWords({ status: 401, code: 1014, info: null });
    expect(byStatus).toEqual(refusedWords({ status: 400, code: 1032, info: null }));
  });
});

test('an order that is busy leads to its capture', () => {
  expect(words({ code: 'order_busy', capture: unfinished }).action).toMatchObject({
    name: 'open_capture',
    id: 'c1',
  });
});
