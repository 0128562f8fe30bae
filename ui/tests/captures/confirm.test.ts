import { expect, test } from 'vitest';
import { ConfirmGuard } from '../../src/captures/confirm';
import type { Press } from '../../src/lib/scanner';

type Key = Partial<Press> & { at: number };

const ctrlEnter = { key: 'Enter', ctrlKey: true };

/** Presses keys on a page that opened at 0 and says which of them confirm. */
function check(keys: Key[], confirming: boolean[]): void {
  const guard = new ConfirmGuard(0);
  const press = ({ at, ...key }: Key): boolean =>
    guard.press({ key: 'a', ctrlKey: false, metaKey: false, repeat: false, ...key, timeStamp: at });
  expect(keys.map(press)).toEqual(confirming);
}

test('Ctrl+Enter confirms', () => {
  check(
    [
      { key: 'Control', ctrlKey: true, at: 990 },
      { ...ctrlEnter, at: 1_000 },
    ],
    [false, true],
  );
});

test('the command key confirms like Ctrl', () => {
  check([{ key: 'Enter', metaKey: true, at: 1_000 }], [true]);
});

test('nothing confirms in the first 600 ms', () => {
  check(
    [
      { ...ctrlEnter, at: 599 },
      { ...ctrlEnter, at: 600 },
    ],
    [false, true],
  );
});

test('keys held down since before do not confirm', () => {
  check(
    [
      { ...ctrlEnter, repeat: true, at: 700 },
      { ...ctrlEnter, repeat: true, at: 730 },
    ],
    [false, false],
  );
});

test('plain Enter does not confirm', () => {
  check([{ key: 'Enter', at: 1_000 }], [false]);
});

test('a scanner does not confirm, with whatever it ends', () => {
  const scanned = [...'3SBLMB48'].map((key, place) => ({ key, at: 1_000 + place * 5 }));
  check([...scanned, { ...ctrlEnter, at: 1_040 }], [...scanned.map(() => false), false]);
});

test('a person who typed before may confirm', () => {
  check(
    [
      { key: 'a', at: 1_000 },
      { ...ctrlEnter, at: 1_050 },
    ],
    [false, true],
  );
});

const clicks: [name: string, keys: Key[], at: number, meant: boolean][] = [
  ['the second click of a double click on Continue', [], 300, false],
  ['a click later', [], 601, true],
  [
    'Enter of a scanner on the focused button',
    [
      { key: '7', at: 990 },
      { key: 'Enter', at: 995 },
    ],
    996,
    false,
  ],
  [
    'Enter of a person on the focused button',
    [
      { key: 'Tab', at: 900 },
      { key: 'Enter', at: 1_000 },
    ],
    1_001,
    true,
  ],
  ['Enter held down on the focused button', [{ key: 'Enter', repeat: true, at: 1_000 }], 1_001, false],
  ['Space on the focused button', [{ key: ' ', at: 1_000 }], 1_030, true],
];

test('the button itself is guarded by the same rules', () => {
  for (const [name, keys, at, meant] of clicks) {
    const guard = new ConfirmGuard(0);
    for (const { at: timeStamp, ...key } of keys)
      guard.press({ key: 'a', ctrlKey: false, metaKey: false, repeat: false, ...key, timeStamp });
    expect(guard.meant(at), name).toBe(meant);
  }
});
