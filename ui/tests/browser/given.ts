import type { Start, StoreView } from '../../src/generated/desk';

/** A live store whose key is in the keyring. */
export const bloem: StoreView = {
  id: 'bloem',
  name: 'Bloem & Bast',
  environment: 'live',
  key: 'keyring',
  site: '48213',
  sends_cart: true,
  status_after: 'completed',
};

/** Another live store. */
export const noord: StoreView = { ...bloem, id: 'noord', name: 'Studio Noord', site: '51877' };

/** A test store whose key is gone. */
export const bloemTest: StoreView = {
  ...bloem,
  id: 'bloem-test',
  name: 'Bloem & Bast test',
  environment: 'test',
  key: 'missing',
  site: '90114',
};

/** The practice store. */
export const practice: StoreView = {
  ...bloem,
  id: 'practice',
  name: 'Practice',
  environment: 'practice',
  key: 'not_needed',
  site: null,
};

/** A store at a local test server. */
export const developer: StoreView = {
  ...bloem,
  id: 'local',
  name: 'Developer',
  environment: 'local',
  key: 'this_run',
};

/** The start of a program that is set up and works in Bloem & Bast. */
export const setUp: Start = {
  version: '0.1.0',
  stores: [bloem, noord, bloemTest, practice],
  current: bloem,
  local_url: null,
  connects: ['live', 'test'],
  settings: { language: 'en', theme: 'system', undo_s: 5 },
  unfinished: [],
  journal: null,
};

/** The start of a program that has never run. */
export const untouched: Start = {
  ...setUp,
  stores: [],
  current: null,
  settings: { ...setUp.settings, language: 'system' },
};
