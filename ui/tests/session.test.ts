import { expect, test } from 'vitest';
import type { CaptureView, State } from '../src/generated/desk';
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

test('older news does not put a capture back that is known to have ended', () => {
  const unclear = { ...unfinished, id: 'overtaken', state: 'unclear' } satisfies CaptureView;
  const looked = { ...unclear, events: [...unclear.events, { at: 1, event: 'captured', found: true }] };
  session.take(setUp);
  session.follow({ ...looked, state: 'captured' } as CaptureView);
  session.follow(unclear);
  session.take({ ...setUp, unfinished: [unclear] });
  expect(session.unfinished).toEqual([]);
});

test('language and look follow the settings', () => {
  session.take({ ...setUp, settings: { language: 'nl', theme: 'dark', undo_s: 5 } });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  session.takeSettings({ language: 'en', theme: 'system', undo_s: 5 });
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});
