import { expect, test } from 'vitest';
import { doReadAgain, keyAct, onReadAgain } from './keys';

function act(keys: string, mac = false): ReturnType<typeof keyAct> {
  const parts = keys.split('+');
  return keyAct(
    {
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
    },
    mac,
  );
}

test.each([
  ['F1', 'help'],
  ['F2', 'find'],
  ['F5', 'read_again'],
  ['Ctrl+r', 'read_again'],
  ['Ctrl+1', 'capture'],
  ['Ctrl+,', 'settings'],
  ['Alt+ArrowLeft', 'back'],
])('%s asks for %s', (keys, expected) => {
  expect(act(keys)).toBe(expected);
});

test.each(['a', 'Enter', 'Escape', '1', ',', 'r', 'ArrowLeft', 'Ctrl+Enter', 'Shift+F2', 'Alt+F1', 'Ctrl+a'])(
  '%s asks for nothing',
  (keys) => {
    expect(act(keys)).toBeNull();
  },
);

test('on macOS the command key stands for Ctrl', () => {
  expect(act('Meta+,', true)).toBe('settings');
  expect(act('Ctrl+,', true)).toBeNull();
});

test('reading again reaches the newest screen alone', () => {
  const read: string[] = [];
  const endFirst = onReadAgain(() => read.push('first'));
  const endSecond = onReadAgain(() => read.push('second'));
  endFirst();
  doReadAgain();
  endSecond();
  doReadAgain();
  expect(read).toEqual(['second']);
});
