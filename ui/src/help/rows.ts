import { t } from '../lib/i18n.svelte';

/** Every key that acts, with what it does. */
export function keyRows(): { keys: string[]; does: string }[] {
  return [
    { keys: ['F1'], does: t('help-key-help') },
    { keys: ['F2'], does: t('help-key-find') },
    { keys: ['Ctrl', '1'], does: t('help-key-capture-screen') },
    { keys: ['Ctrl', ','], does: t('help-key-settings') },
    { keys: ['F5'], does: t('help-key-read-again') },
    { keys: ['Alt', '←'], does: t('help-key-back') },
    { keys: ['Enter'], does: t('help-key-continue') },
    { keys: ['Ctrl', 'Enter'], does: t('help-key-capture') },
    { keys: ['Esc'], does: t('help-key-undo') },
  ];
}

const words = [
  'authorised',
  'reservation',
  'capture',
  'remaining',
  'release',
  'reference',
  'not-captured',
  'unclear',
  'practice',
] as const;

/** The words of the screens, with what they mean. */
export function wordRows(): { word: string; means: string }[] {
  return words.map((word) => ({ word: t(`help-word-${word}`), means: t(`help-word-${word}-means`) }));
}
