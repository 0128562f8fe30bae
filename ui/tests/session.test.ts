import { expect, test } from 'vitest';
import type { State } from '../src/generated/desk';
import { session } from '../src/lib/session.svelte';
import { setUp } from './browser/given';
import { unfinished } from './failures';

function follow(...states: State[]): string[] {
  session.take(setUp);
  for (const state of states) session.follow({ ...unfinished, state });
  return session.unfinished.map((capture) => capture.state);
}

test('a capture is followed from its recording on', () => {
  expect(follow('recorded', 'sending')).toEqual(['sending']);
});

test.each<State>(['captured', 'refused', 'withdrawn', 'not_sent', 'not_landed'])('%s ends it', (state) => {
  expect(follow('sending', state)).toEqual([]);
});

test('only what is unclear is counted as unclear', () => {
  follow('sending');
  expect(session.unclear).toEqual([]);
  follow('unclear');
  expect(session.unclear).toHaveLength(1);
});

test('language and look follow the settings', () => {
  session.take({ ...setUp, settings: { language: 'nl', theme: 'dark', undo_s: 5 } });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  session.takeSettings({ language: 'en', theme: 'system', undo_s: 5 });
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});
