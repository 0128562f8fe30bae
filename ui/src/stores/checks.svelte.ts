import { SvelteMap } from 'svelte/reactivity';
import type { StoreChecked, StoreView } from '../generated/desk';
import { call, troubleOf } from '../lib/desk';
import { words, type Words } from '../lib/failure';
import { t } from '../lib/i18n.svelte';

/** What a check of a key came to. */
export type KeyCheck = { passed: true; text: string } | { passed: false; words: Words };

class Checks {
  /** The newest check of each store in this run, by the store's id. */
  readonly results = new SvelteMap<string, KeyCheck>();

  /** Asks MultiSafepay whether the key of a store works. */
  async check(store: StoreView): Promise<void> {
    this.results.delete(store.id);
    try {
      this.passed(await call('check_store', { id: store.id }));
    } catch (error) {
      const trouble = troubleOf(error);
      const refused = trouble.code === 'key_not_accepted' || trouble.code === 'key_of_other_environment';
      const lead = t(refused ? 'stores-key-refused' : 'stores-key-not-checked');
      this.results.set(store.id, { passed: false, words: { ...words(trouble, 'stores'), lead } });
    }
  }

  /** Takes a key that worked. */
  passed({ store, account, role }: StoreChecked): void {
    const facts = [
      store.site === null ? [] : t('stores-site', { site: store.site }),
      account === null ? [] : t('stores-account', { account }),
      role === null ? [] : t('stores-role', { role }),
    ].flat();
    this.results.set(store.id, { passed: true, text: facts.join(' ') });
  }
}

/** The checks of this run. */
export const checks = new Checks();
