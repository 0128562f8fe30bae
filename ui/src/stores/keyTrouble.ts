import type { EnvironmentView } from '../generated/desk';
import type { Trouble } from '../lib/desk';
import { words, type Words } from '../lib/failure';
import { t } from '../lib/i18n.svelte';

/** What became of a key that was given: which field is wrong, or a message with the one act that may help. */
export type KeyTrouble = {
  nameError?: string;
  keyError?: string;
  notice?: Words;
  /** The environment that is worth a try with the same key. */
  tryIn?: 'live' | 'test';
  /** Whether the key may be used without being kept. */
  forThisRun?: boolean;
};

/** Sorts a failure of connecting a store or replacing its key. `environment` is the one that was tried. */
export function keyTroubleOf(trouble: Trouble, environment: EnvironmentView): KeyTrouble {
  const found = words(trouble, 'stores');
  switch (trouble.code) {
    case 'store_name':
      return { nameError: found.text };
    case 'key_text':
      return { keyError: found.text };
    // A key that test refuses was tried in live already; one that live refuses is shown to test only when asked to.
    case 'key_not_accepted':
      return environment === 'live' ? mayBeForTest() : { notice: found };
    case 'key_of_other_environment':
      return trouble.environment === 'live' || trouble.environment === 'test'
        ? { notice: found, tryIn: trouble.environment }
        : { notice: found };
    case 'keyring':
      return { notice: { ...found, lead: t('stores-key-not-kept') }, forThisRun: true };
    default:
      return { notice: found };
  }
}

function mayBeForTest(): KeyTrouble {
  const [lead, text] = [t('stores-not-for-live'), t('stores-not-for-live-text')];
  return { notice: { lead, text, tone: 'warn' }, tryIn: 'test' };
}
