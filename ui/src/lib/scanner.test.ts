import { expect, test } from 'vitest';
import { Scanner, type Press } from './scanner';

type Key = Partial<Press> & { at: number };

/** Presses keys and says what each of them turned out to end. */
function check(keys: Key[], scanned: string[]): void {
  const scanner = new Scanner();
  const press = ({ at, ...key }: Key): string | null =>
    scanner.press({ key: 'a', ctrlKey: false, metaKey: false, repeat: false, ...key, timeStamp: at });
  expect(keys.map(press).filter((text) => text !== null)).toEqual(scanned);
}

/** The keys of a text, so many milliseconds apart, and Enter. */
function typed(text: string, apart: number, from = 1_000): Key[] {
  const keys = [...text, 'Enter'];
  return keys.map((key, place) => ({ key, at: from + place * apart }));
}

test('a text that is typed faster than a person can is scanned by the Enter at its end', () => {
  check(typed('BB-10482', 5), ['BB-10482']);
});

test('a space belongs to what is scanned', () => {
  check(typed('WEB/2026 104', 5), ['WEB/2026 104']);
});

test('capitals come with their own key presses', () => {
  const keys = ['Shift', 'B', 'Shift', 'B', '1', 'Enter'];
  check(
    keys.map((key, place) => ({ key, at: 1_000 + place * 10 })),
    ['BB1'],
  );
});

test('two scans are two texts', () => {
  check([...typed('BB-1', 5), ...typed('BB-2', 5, 1_050)], ['BB-1', 'BB-2']);
});

test('a scanner that stumbles is still read whole', () => {
  const keys = typed('BB-10482', 5).map((key, place) => (place < 4 ? key : { ...key, at: key.at + 120 }));
  check(keys, ['BB-10482']);
});

test('what a person typed a while before is no part of a scan', () => {
  check([{ key: 'x', at: 100 }, ...typed('BB-10482', 5)], ['BB-10482']);
});

test('a person scans nothing', () => {
  check(typed('BB-10482', 90), []);
  check([{ key: 'Enter', at: 1_000 }], []);
  check(
    [
      { key: ' ', at: 1_000 },
      { key: 'Enter', at: 1_010 },
    ],
    [],
  );
});

test('Enter that is held down scans nothing', () => {
  check(
    [
      { key: 'Enter', at: 1_000 },
      { key: 'Enter', repeat: true, at: 1_030 },
      { key: 'Enter', repeat: true, at: 1_060 },
    ],
    [],
  );
});

test('a shortcut is no text', () => {
  check(
    [
      { key: 'r', ctrlKey: true, at: 1_000 },
      { key: 'Enter', at: 1_010 },
    ],
    [],
  );
});
