import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'catalogues-'));
  cpSync('locales', copy, { recursive: true });
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

/** What the check of the catalogues says after `line` was added to a file of the copy. */
function check(file: string, line: string): string {
  appendFileSync(join(copy, file), `\n${line}\n`);
  try {
    execFileSync('node', ['scripts/messages.mjs', '--locales', copy, '--check'], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr).trim();
  }
}

test('the catalogues hold the same messages with the same variables', () => {
  expect(check('en/app.ftl', '')).toBe('');
});

test('a message that only English has is named', () => {
  expect(check('en/app.ftl', 'app-new = New')).toBe('nl: app-new is missing');
});

test('a message that English does not have is named', () => {
  expect(check('nl/app.ftl', 'app-new = Nieuw')).toBe('nl: app-new is not in en');
});

test('a message with another variable is named', () => {
  expect(check('en/app.ftl', 'app-new = { $one }') + check('nl/app.ftl', 'app-new = { $two }')).toContain(
    'nl: app-new has the variables [two], en has [one]',
  );
});

test('a line that cannot be read is named', () => {
  expect(check('nl/app.ftl', 'this is no message')).toContain('nl/app.ftl: cannot be read');
});

test('a message that is there twice is named', () => {
  expect(check('en/app.ftl', 'app-name = Again')).toContain('app-name is there twice');
});

/** One word per thing in Dutch (docs/GLOSSARY.md): what must not be written, and what is written instead. */
const dutch: [wrong: RegExp, right: string][] = [
  [/logboek/i, 'Journaal'],
  [/verstu(u|r)/i, 'verzenden'],
  [/ophalen|opgehaald/i, 'lezen'],
  [/geautoriseerd|autorisatie/i, 'gereserveerd, reservering'],
  [/orderregel/i, 'regel'],
  [/restant|resteert/i, 'de rest, nog te innen'],
  [/eindigt/i, 'loopt af'],
  [/\bniet te drukken\b/i, 'niet af te drukken'],
  [/mislukt|er is een fout/i, 'niet geïnd, onduidelijk'],
];

test('the Dutch catalogue has one word for each thing', () => {
  const lines = readdirSync('locales/nl').flatMap((file) =>
    readFileSync(join('locales/nl', file), 'utf8').split('\n'),
  );
  for (const [wrong, right] of dutch)
    expect(
      lines.filter((line) => wrong.test(line)),
      `write: ${right}`,
    ).toEqual([]);
});
