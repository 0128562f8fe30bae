import { beforeEach, expect, test } from 'vitest';
import type { Failure, NewStore, StoreChecked } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { session } from '../../src/lib/session.svelte';
import ConnectForm from '../../src/stores/ConnectForm.svelte';
import { bloem, setUp, untouched } from '../browser/given';
import { hooked, mounted, press, settled, type } from '../mounted';
import { program } from '../program';

const KEY = '0123456789abcdef0123456789abcdef01234567';
const works: StoreChecked = { store: bloem, account: '10412237', role: null };

beforeEach(() => {
  session.take(untouched);
  setLanguage('en');
});

/** Fills in the form and connects; the program gives `answers` one after the other. */
async function connect(...answers: (Failure | StoreChecked)[]) {
  const connected: StoreChecked[] = [];
  const given: NewStore[] = [];
  program({
    start: () => setUp,
    connect_store: ({ store }) => {
      given.push(store);
      const answer = answers[given.length - 1];
      if (answer === undefined || 'code' in answer) return Promise.reject(answer as unknown as Error);
      return answer;
    },
  });
  mounted(ConnectForm, { back: () => undefined, connected: (store: StoreChecked) => connected.push(store) });
  type('store-name', 'Bloem & Bast');
  type('store-key', KEY);
  await press('connect');
  return { connected, given };
}

test('a key that works goes to the program once and then leaves the page', async () => {
  const { connected, given } = await connect(works);
  expect(given).toEqual([{ name: 'Bloem & Bast', environment: 'live', key: KEY, this_run_only: false }]);
  expect(connected).toEqual([works]);
  expect(hooked<HTMLInputElement>('store-key').value).toBe('');
  expect(document.documentElement.outerHTML).not.toContain(KEY);
});

test('a live key that is not known may be tried in test with one button', async () => {
  const refused: Failure = { code: 'key_not_accepted', store_name: 'Bloem & Bast', environment: 'live' };
  const { connected, given } = await connect(refused, works);
  expect(connected).toEqual([]);
  await press('try-other');
  expect(given.map(({ environment }) => environment)).toEqual(['live', 'test']);
  expect(connected).toEqual([works]);
});

test('a live key given for test may be connected as live with one button', async () => {
  const { given } = await connect({ code: 'key_of_other_environment', environment: 'live' }, works);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('This key belongs to live');
  await press('try-other');
  expect(given.map(({ environment }) => environment)).toEqual(['live', 'live']);
});

test('a key that neither test nor live knows is tried nowhere else', async () => {
  program({
    connect_store: () =>
      Promise.reject({
        code: 'key_not_accepted',
        store_name: 'Bloem & Bast',
        environment: 'test',
      } as unknown as Error),
  });
  mounted(ConnectForm, { back: () => undefined, connected: () => undefined });
  hooked('environment-test').click();
  await press('connect');
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('does not accept');
  expect(document.querySelector('[data-test="try-other"]')).toBeNull();
});

test('without a keyring the key may be used for this run only', async () => {
  const { given } = await connect({ code: 'keyring', problem: 'locked' }, works);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('is locked');
  await press('this-run-only');
  expect(given.map((store) => store.this_run_only)).toEqual([false, true]);
});

test('a name that is taken is said beside the name, which gets the focus', async () => {
  await connect({ code: 'store_name', problem: 'taken' });
  await settled();
  expect(document.activeElement).toBe(hooked('store-name'));
  expect(document.getElementById('store-name-error')?.textContent).toContain('Another store has this name');
});

test('a local test server is offered only where the program was started with one', () => {
  program({});
  mounted(ConnectForm, { back: () => undefined, connected: () => undefined });
  expect(document.querySelector('[data-test="environment-local"]')).toBeNull();
  session.take({ ...untouched, local_url: 'http://127.0.0.1:8080', connects: ['local'] });
  mounted(ConnectForm, { back: () => undefined, connected: () => undefined });
  expect(hooked<HTMLInputElement>('environment-local').checked).toBe(true);
});

test('the key is hidden until the reader asks to see it', async () => {
  program({});
  mounted(ConnectForm, { back: () => undefined, connected: () => undefined });
  expect(hooked<HTMLInputElement>('store-key').type).toBe('password');
  document.querySelector<HTMLElement>('[aria-pressed]')?.click();
  await settled();
  expect(hooked<HTMLInputElement>('store-key').type).toBe('text');
});
