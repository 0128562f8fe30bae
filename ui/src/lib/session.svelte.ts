import type { CaptureView, SettingsView, Start, StoreView } from '../generated/desk';
import { call, onCapture, onClosing } from './desk';
import { language, setLanguage, t } from './i18n.svelte';
import { applyTheme } from './theme';

const open: CaptureView['state'][] = ['recorded', 'sending', 'unclear'];

class Session {
  /** What the program told at its start, kept current; none until it has answered. */
  start = $state.raw<Start | null>(null);
  /** Captures whose outcome is not known yet, of all stores of the current environment. */
  unfinished = $state.raw<CaptureView[]>([]);

  /** Whether the window was closed while something is being sent, and waits for the answer. */
  closing = $state(false);

  /** The store that is worked in. */
  get store(): StoreView | null {
    return this.start?.current ?? null;
  }

  /** Captures of which nobody knows yet whether they landed. */
  get unclear(): CaptureView[] {
    return this.unfinished.filter((capture) => capture.state === 'unclear');
  }

  /** Captures and releases that were sent and have no answer yet. */
  get sending(): CaptureView[] {
    return this.unfinished.filter((capture) => capture.state === 'sending');
  }

  /** How many events of each capture are known: news may be overtaken by newer ones. */
  readonly #known = new Map<string, number>();

  /** Takes what the program told, and lets language and look follow it. */
  take(start: Start): void {
    const known = this.unfinished;
    this.start = start;
    this.unfinished = start.unfinished.flatMap((capture) =>
      this.#isNews(capture) ? [capture] : known.filter(({ id }) => id === capture.id),
    );
    show(start.settings);
  }

  /** Takes settings that were saved. */
  takeSettings(settings: SettingsView): void {
    const spoken = language();
    if (this.start !== null) this.start = { ...this.start, settings };
    show(settings);
    // The practice store is called otherwise in another language.
    if (language() !== spoken) void refreshStart().catch(() => undefined);
  }

  /** Keeps the list of unfinished captures current. */
  follow(capture: CaptureView): void {
    if (!this.#isNews(capture)) return;
    const others = this.unfinished.filter((other) => other.id !== capture.id);
    this.unfinished = open.includes(capture.state) ? [...others, capture] : others;
  }

  #isNews({ id, events }: CaptureView): boolean {
    if (events.length < (this.#known.get(id) ?? 0)) return false;
    this.#known.set(id, events.length);
    return true;
  }
}

function show(settings: SettingsView): void {
  setLanguage(settings.language);
  applyTheme(settings.theme);
}

/** The one session of the window. */
export const session = new Session();

/** Asks the program for everything that the first screen needs, and listens to captures from then on. */
export async function begin(): Promise<void> {
  await onCapture((capture) => {
    session.follow(capture);
  });
  await onClosing(() => {
    session.closing = true;
  });
  window.addEventListener('online', lookAgain);
  await refreshStart();
}

/** The network is back: every unclear capture is looked at once. The answers come as news of the captures. */
function lookAgain(): void {
  for (const { id } of session.unclear) void call('check_again', { id }).catch(() => undefined);
}

/** Works in another store from now on. */
export async function workIn(store: StoreView): Promise<void> {
  session.take(await call('choose_store', { id: store.id }));
}

/** Asks again, for example after a store was added. The program is told what the practice store is called in the
 * language of the screen, which the first answer may change. */
export async function refreshStart(): Promise<void> {
  const spoken = language();
  session.take(await call('start', { practiceName: t('stores-practice-name') }));
  if (language() !== spoken) session.take(await call('start', { practiceName: t('stores-practice-name') }));
}
