import type { CaptureView, Kind, State } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import type { IconName } from '../shared/icons';

/** A state as a shape, a word and a tone. */
export type Look = { icon: IconName; label: string; tone: 'plain' | 'good' | 'warn' | 'bad' | 'now' };

const looks: Record<State, Omit<Look, 'label'>> = {
  recorded: { icon: 'waiting', tone: 'plain' },
  withdrawn: { icon: 'undo', tone: 'plain' },
  sending: { icon: 'send', tone: 'now' },
  not_sent: { icon: 'x-circle', tone: 'bad' },
  refused: { icon: 'x-circle', tone: 'bad' },
  unclear: { icon: 'question-circle', tone: 'warn' },
  captured: { icon: 'check-circle', tone: 'good' },
  not_landed: { icon: 'x-circle', tone: 'bad' },
};

/** Captures, releases, or both of them. */
export function kindsOf(entries: CaptureView[]): Kind | 'both' {
  const [first, ...others] = entries.map(({ kind }) => kind);
  if (others.some((kind) => kind !== first)) return 'both';
  return first ?? 'capture';
}

/** How the state of a capture or release is shown. */
export function stateLook(kind: Kind, state: State): Look {
  const label = kind === 'release' ? t(`captures-release-state-${state}`) : t(`captures-state-${state}`);
  const released: Partial<Look> =
    kind === 'release' && state === 'captured' ? { icon: 'slash-circle', tone: 'plain' } : {};
  return { ...looks[state], ...released, label };
}
