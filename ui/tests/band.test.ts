import { expect, test } from 'vitest';
import { setLanguage } from '../src/lib/i18n.svelte';
import Band, { type Mode } from '../src/shared/Band.svelte';
import { hooked, mounted } from './mounted';

/** What the band says beside its flag. */
function said(mode: Mode): string {
  setLanguage('en');
  mounted(Band, { mode, store: 'Bloem & Bast', help: () => undefined });
  return hooked('band').querySelector('.band__text')?.textContent.trim() ?? '';
}

test('before the program has answered, the band says nothing about money', () => {
  expect(said('starting')).toBe('');
});

test('a program without a store says that nothing can be captured yet', () => {
  expect(said('setup')).toBe('Nothing can be captured yet.');
});

test('the band of a live store says that it is real money', () => {
  expect(said('live')).toContain('Real money.');
});
