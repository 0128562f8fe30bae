import type { Failure, MoneyView, StoreView } from '../generated/desk';
import type { Trouble } from './desk';
import { locale, t, type MessageId } from './i18n.svelte';
import { money } from './money';
import { refusedWords } from './refused';

export { refusedWords } from './refused';

/**
 * What the clerk was doing. `order`: finding or reading an order, which moves no money whatever happens. `capture`:
 * capturing, where a failure means that nothing was captured, unless it is no failure of the program's own.
 * `release`: the same for a release. `unclear` and `unclear_release`: looking after one of which nobody knows yet, where
 * it means that this is still so. `outcome`: a page that says whether money moved, where it changes nothing about that.
 * `stores`: keys and settings, where it means that nothing was changed.
 */
export type About = 'order' | 'capture' | 'release' | 'unclear' | 'unclear_release' | 'outcome' | 'stores';

/** The one next step that a failure offers. */
export type Action =
  | { name: 'stores'; label: string }
  | { name: 'look_again'; label: string }
  | { name: 'open_capture'; label: string; id: string }
  | { name: 'open_elsewhere'; label: string; store: StoreView; order: string };

/** A failure in the clerk's words: the lead says whether money moved, the text why and what now. */
export type Words = { lead: string; text: string; tone: 'bad' | 'warn'; action?: Action };

const leads = {
  order: 'failures-no-money',
  capture: 'failures-no-money',
  release: 'failures-nothing-released',
  unclear: 'failures-still-unclear',
  unclear_release: 'failures-still-unclear-release',
  outcome: 'failures-stays-true',
  stores: 'failures-nothing-changed',
} as const satisfies Record<About, MessageId>;

/** The words of a failure. Each code has its row; a code without one does not compile. */
export function words(failure: Trouble, about: About = 'capture'): Words {
  const warn = (text: string, action?: Action): Words => sentence('warn', about, text, action);
  const bad = (text: string, action?: Action): Words => sentence('bad', about, text, action);
  switch (failure.code) {
    case 'order_number':
      return warn(orderNumberText(failure));
    case 'order_not_found':
      return notFound(failure, about);
    case 'key_not_accepted':
      return bad(t('failures-key-not-accepted', { store: failure.store_name, about }), toStores());
    case 'key_of_other_environment':
      return warn(t('failures-key-of-other-environment', { environment: failure.environment }), toStores());
    case 'key_text':
      return warn(t(`failures-key-text-${failure.problem}`));
    case 'key_missing':
      return warn(t('failures-key-missing', { store: failure.store.name }), toStores());
    case 'keyring':
      return bad(t(`failures-keyring-${failure.problem}`), toStores());
    case 'store_name':
      return warn(t(`failures-store-name-${failure.problem}`));
    case 'store_unknown':
      return warn(t('failures-store-unknown'), toStores());
    case 'store_busy': {
      const { amount, order, kind, id } = failure.capture;
      return {
        lead: t('failures-nothing-changed'),
        text: t('failures-store-busy', { amount: money(amount), order, kind }),
        tone: 'warn',
        action: { name: 'open_capture', label: t('failures-show-capture', { kind }), id },
      };
    }
    case 'other_site':
      return warn(t('failures-other-site'));
    case 'site_taken':
      return warn(t('failures-site-taken', { store: failure.store_name }));
    case 'no_connection':
      return warn(t(`failures-no-connection-${failure.reason}`, { about }), lookAgain());
    case 'no_answer':
      return warn(t('failures-no-answer', { about }), lookAgain());
    case 'server_trouble':
      return warn(t('failures-server-trouble', { status: String(failure.status), about }), lookAgain());
    case 'answer_unreadable':
      return bad(t('failures-answer-unreadable', { status: String(failure.status) }), lookAgain());
    case 'server_refused':
      return bad(refusedText(failure));
    case 'form':
      return warn(t('failures-form', { count: failure.problems.length }));
    case 'not_confirmed':
      return warn(t('failures-not-confirmed', { count: failure.warnings.length }));
    case 'remaining_changed':
      return warn(remainingChanged(failure.before, failure.now), lookAgain());
    case 'shown_changed':
      return warn(t('failures-shown-changed'));
    case 'order_busy': {
      const { id, amount, kind, state } = failure.capture;
      const text = t('failures-order-busy', { amount: money(amount), what: `${kind}_${state}` });
      return warn(text, { name: 'open_capture', label: t('failures-show-capture', { kind }), id });
    }
    case 'too_late':
      return { lead: t('failures-too-late-lead'), text: t('failures-too-late'), tone: 'warn' };
    case 'sent_already':
      return { lead: t('failures-sent-already-lead'), text: t('failures-sent-already'), tone: 'warn' };
    case 'capture_unknown':
      return { lead: t('failures-nothing-sent'), text: t('failures-capture-unknown'), tone: 'warn' };
    case 'journal_head':
      return { lead: t('failures-nothing-changed'), text: t('failures-journal-head'), tone: 'warn' };
    case 'journal':
      return bad(t(`failures-journal-${failure.problem}`));
    case 'not_saved':
      return {
        lead: t('failures-nothing-changed'),
        text: t(`failures-not-saved-${failure.problem}`),
        tone: 'bad',
      };
    case 'not_copied':
      return warn(t('failures-not-copied'));
    case 'not_opened':
      return warn(t('failures-not-opened', { address: failure.address }));
    case 'unexpected':
      return { lead: t('failures-unexpected-lead', { about }), text: t('failures-unexpected'), tone: 'bad' };
  }
}

function sentence(tone: Words['tone'], about: About, text: string, action?: Action): Words {
  const found: Words = { lead: t(leads[about]), text, tone };
  return action === undefined || about === 'stores' ? found : { ...found, action };
}

function orderNumberText({ problem, length }: Extract<Failure, { code: 'order_number' }>): string {
  return problem === 'too_long'
    ? t('failures-order-number-too_long', { length })
    : t(`failures-order-number-${problem}`);
}

function notFound(failure: Extract<Failure, { code: 'order_not_found' }>, about: About): Words {
  const { order, store, elsewhere } = failure;
  const first = elsewhere[0];
  if (first === undefined)
    return sentence('warn', about, t('failures-order-not-found', { order, store: store.name }));
  const names = new Intl.ListFormat(locale()).format(elsewhere.map((other) => other.name));
  const text = t('failures-order-elsewhere', { order, store: store.name, names, count: elsewhere.length });
  const label = t('failures-open-elsewhere', { store: first.name });
  return sentence('warn', about, text, { name: 'open_elsewhere', label, store: first, order });
}

function refusedText(failure: Extract<Failure, { code: 'server_refused' }>): string {
  const { status, error_code: code, info } = failure;
  const { why, next } = refusedWords({ status, code, info });
  return `${why} ${next}`;
}

function remainingChanged(before: MoneyView | null, now: MoneyView | null): string {
  if (now === null) return t('failures-remaining-unknown');
  if (before === null) return t('failures-remaining-now', { now: money(now) });
  return t('failures-remaining-changed', { now: money(now), before: money(before) });
}

function toStores(): Action {
  return { name: 'stores', label: t('failures-to-stores') };
}

function lookAgain(): Action {
  return { name: 'look_again', label: t('failures-look-again') };
}
