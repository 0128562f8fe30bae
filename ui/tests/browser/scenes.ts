import type { Page } from 'playwright-core';
import { bloem, bloemTest, developer, practice, setUp, untouched } from './given';
import { fails, hook, turns, type Answers, type Scene } from './scene';

const quiet: Answers = { start: setUp, recent_orders: [], practice_orders: [] };
const fresh: Answers = { ...quiet, start: untouched, save_settings: setUp.settings };
const practising = { ...setUp, current: practice };

async function toBegin(page: Page): Promise<void> {
  await hook(page, 'continue').click();
}

async function toConnect(page: Page): Promise<void> {
  await toBegin(page);
  await hook(page, 'begin-connect').check();
  await hook(page, 'continue').click();
}

async function connect(page: Page): Promise<void> {
  await toConnect(page);
  await hook(page, 'store-name').fill('Bloem & Bast');
  await hook(page, 'store-key').fill('0123456789012345678901234567890123456789');
  await hook(page, 'connect').click();
}

async function practise(page: Page): Promise<void> {
  await toBegin(page);
  await hook(page, 'continue').click();
  await hook(page, 'start-capturing').waitFor();
}

async function toStores(page: Page): Promise<void> {
  await hook(page, 'rail-settings').click();
}

async function toGeneral(page: Page): Promise<void> {
  await toStores(page);
  await hook(page, 'section-settings').click();
}

/** Scrolls the settings; where there is room for the list beside them, it stays in sight below the head. */
async function scrolled(page: Page): Promise<void> {
  await toGeneral(page);
  const hidden = await page.evaluate(() => {
    const body = document.querySelector('.view__body');
    const list = document.querySelector('.side-nav');
    body?.scrollTo(0, body.scrollHeight);
    const beside = innerWidth > 768 && innerHeight > 480;
    return beside && (list?.getBoundingClientRect().top ?? 0) < (body?.getBoundingClientRect().top ?? 0);
  });
  if (hidden) throw new Error('the list of the settings scrolled out of sight');
}

/** The screens of the first run, the stores, the settings and the help. */
export const scenes: Scene[] = [
  { name: '09-first-run', answers: fresh },
  { name: '09-first-run-dutch', answers: fresh, locale: 'nl-NL' },
  { name: '09b-first-run-start', answers: fresh, steps: toBegin },
  { name: '09c-first-run-store', answers: fresh, steps: toConnect },
  {
    name: '09c-first-run-local',
    answers: { ...fresh, start: { ...untouched, local_url: 'http://127.0.0.1:8080', connects: ['local'] } },
    steps: toConnect,
  },
  {
    name: '09c-first-run-name-taken',
    answers: { ...fresh, connect_store: fails({ code: 'store_name', problem: 'taken' }) },
    steps: connect,
  },
  {
    name: '09c-first-run-key-too-short',
    answers: { ...fresh, connect_store: fails({ code: 'key_text', problem: 'too_short' }) },
    steps: connect,
  },
  {
    name: '09d-first-run-wrong-key',
    answers: {
      ...fresh,
      connect_store: fails({ code: 'key_not_accepted', store_name: 'Bloem & Bast', environment: 'live' }),
    },
    steps: connect,
  },
  {
    name: '09d-first-run-no-keyring',
    answers: { ...fresh, connect_store: fails({ code: 'keyring', problem: 'absent' }) },
    steps: connect,
  },
  {
    name: '09d-first-run-offline',
    answers: { ...fresh, connect_store: fails({ code: 'no_connection', reason: 'no_connection' }) },
    steps: connect,
  },
  {
    name: '09e-first-run-done',
    answers: {
      ...fresh,
      start: turns(untouched, setUp),
      connect_store: { store: bloem, account: '10412237', role: 'Administrator' },
    },
    steps: async (page) => {
      await connect(page);
      await hook(page, 'start-capturing').waitFor();
    },
  },
  {
    name: '09e-first-run-practice',
    answers: { ...fresh, practise: practice, choose_store: practising },
    steps: practise,
  },
  { name: '10-settings', answers: quiet, steps: toStores },
  {
    name: '10-settings-key-checked',
    answers: { ...quiet, check_store: { store: bloem, account: '10412237', role: null } },
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'check-key').first().click();
      await page.locator('.notice--good').waitFor();
    },
  },
  {
    name: '10-settings-key-refused',
    answers: {
      ...quiet,
      check_store: fails({ code: 'key_not_accepted', store_name: 'Bloem & Bast', environment: 'live' }),
    },
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'check-key').first().click();
      await page.locator('.notice--bad').waitFor();
    },
  },
  {
    name: '10-settings-replace-key',
    answers: { ...quiet, replace_key: fails({ code: 'keyring', problem: 'locked' }) },
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'replace-key').first().click();
      await hook(page, 'store-key').fill('0123456789012345678901234567890123456789');
      await hook(page, 'replace-key-go').click();
      await hook(page, 'this-run-only').waitFor();
    },
  },
  {
    name: '10-settings-change-store',
    answers: quiet,
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'store-more').first().click();
      await hook(page, 'menu-change').click();
    },
  },
  {
    name: '10-settings-remove-store',
    answers: quiet,
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'store-more').nth(1).click();
      await hook(page, 'menu-remove').click();
    },
  },
  {
    name: '10-settings-connect',
    answers: quiet,
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'add-store').click();
    },
  },
  {
    name: '10-store-menu',
    answers: quiet,
    steps: async (page) => {
      await toStores(page);
      await hook(page, 'store-menu').click();
    },
  },
  {
    name: '10-settings-local',
    answers: {
      ...quiet,
      start: {
        ...setUp,
        stores: [developer],
        current: developer,
        local_url: 'http://127.0.0.1:8080',
        connects: ['local'],
      },
    },
    steps: toStores,
  },
  {
    name: '10-settings-test-journal-full',
    answers: {
      ...quiet,
      start: { ...setUp, current: bloemTest, journal: { code: 'journal', problem: 'full' } },
    },
    steps: toStores,
  },
  { name: '10b-settings-general', answers: quiet, steps: toGeneral },
  { name: '10b-settings-scrolled', answers: quiet, steps: scrolled },
  {
    name: '10b-settings-journal-whole',
    answers: {
      ...quiet,
      verify_journal: { journal: 'whole', rows: 128, head: `128:${'9f2c'.repeat(16)}`, compared: 96 },
    },
    steps: async (page) => {
      await toGeneral(page);
      await hook(page, 'verify-journal').click();
      await hook(page, 'journal-head').waitFor();
    },
  },
  {
    name: '10b-settings-journal-broken',
    answers: { ...quiet, verify_journal: { journal: 'broken', row: 57, what: 'altered' } },
    steps: async (page) => {
      await toGeneral(page);
      await hook(page, 'verify-journal').click();
      await page.locator('.notice--bad').waitFor();
    },
  },
  {
    name: '11-help',
    answers: { ...quiet, start: practising },
    steps: (page) => page.keyboard.press('F1'),
  },
  { name: '12-start-failed', answers: { start: fails({ code: 'journal', problem: 'from_newer_version' }) } },
];
