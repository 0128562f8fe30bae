import type { CaptureView } from '../generated/desk';
import { refusedWords, words } from '../lib/failure';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { clock } from '../lib/time';
import { endWords } from '../orders/ends';
import type { IconName } from '../shared/icons';
import { newest } from './events';

/** What came of a capture, in words: the heading says whether money moved, the text why, the steps what now. */
export type Outcome = {
  tone: 'good' | 'warn' | 'bad';
  icon: IconName;
  heading: string;
  text: string;
  steps: string[];
};

/** The outcome of a capture or release as it stands. */
export function outcomeOf(capture: CaptureView): Outcome {
  switch (capture.state) {
    case 'captured':
      return capture.kind === 'release' ? released(capture) : captured(capture);
    case 'refused':
      return refused(capture);
    case 'not_sent':
      return notSent(capture);
    case 'not_landed':
      return notLanded(capture);
    case 'withdrawn':
      return withdrawn(capture);
    case 'unclear':
      return unclear(capture);
    case 'recorded':
    case 'sending':
      return underWay(capture);
  }
}

function captured(capture: CaptureView): Outcome {
  const { order } = capture;
  const amount = money(capture.amount);
  const found = foundText(capture);
  const about =
    capture.customer === null
      ? t('captures-for-order', { order })
      : t('captures-from', { who: capture.customer, order });
  return {
    tone: 'good',
    icon: 'check-circle',
    heading: t(found === '' ? 'captures-captured' : 'captures-captured-found', { amount }),
    text: sentences(found, about, remainsText(capture)),
    steps: [],
  };
}

function released(capture: CaptureView): Outcome {
  const found = newest(capture, 'captured')?.found === true;
  const stays = capture.after?.captured ?? capture.captured_before;
  const customer = capture.customer ?? t('captures-the-customer');
  const freed =
    stays !== null && stays.minor > 0
      ? t('captures-released-text', { customer, captured: money(stays) })
      : t('captures-released-text-all', { customer });
  return {
    tone: 'good',
    icon: 'check-circle',
    heading: t(found ? 'captures-released-found' : 'captures-released', { amount: money(capture.amount) }),
    text: sentences(settledText(capture), freed),
    steps: [],
  };
}

function refused(capture: CaptureView): Outcome {
  const said = newest(capture, 'refused') ?? { status: 0, code: null, info: null };
  const { why, next } = refusedWords(said);
  return { ...nothingMoved(capture), text: sentences(why, staysText(capture)), steps: [next] };
}

function notSent(capture: CaptureView): Outcome {
  const reason = newest(capture, 'not_sent')?.reason ?? 'program_ended';
  return {
    ...nothingMoved(capture),
    text: sentences(words({ code: 'no_connection', reason }).text, staysText(capture)),
  };
}

function notLanded(capture: CaptureView): Outcome {
  const { order, reference } = capture;
  const settled = newest(capture, 'settled') !== undefined;
  const release = capture.kind === 'release';
  const text = release ? 'captures-release-not-landed-text' : 'captures-not-landed-text';
  return {
    ...nothingMoved(capture),
    heading: t(release ? 'captures-not-released' : 'captures-not-landed', { amount: money(capture.amount) }),
    text: t(settled ? 'captures-not-landed-settled' : text, { order }),
    steps: [t('captures-not-landed-why', { reference })],
  };
}

function withdrawn(capture: CaptureView): Outcome {
  const because = newest(capture, 'withdrawn')?.because ?? 'undone';
  return { ...nothingMoved(capture), tone: 'warn', icon: 'undo', text: t(`captures-withdrawn-${because}`) };
}

function unclear(capture: CaptureView): Outcome {
  const { order } = capture;
  const amount = money(capture.amount);
  const contradicts = contradictionOf(capture) !== null;
  const release = capture.kind === 'release';
  const still = release ? 'captures-release-still-unclear' : 'captures-still-unclear';
  const yet = release ? 'captures-release-unclear' : 'captures-unclear';
  return {
    tone: 'warn',
    icon: 'question-circle',
    heading: t(contradicts ? still : yet, { amount }),
    text: contradicts
      ? t('captures-unclear-contradiction', { order })
      : sentences(whyUnclear(capture), t('captures-unclear-keeps-looking')),
    steps: [],
  };
}

function underWay(capture: CaptureView): Outcome {
  const { order } = capture;
  const amount = money(capture.amount);
  const release = capture.kind === 'release';
  if (capture.state === 'recorded')
    return {
      tone: 'warn',
      icon: 'waiting',
      heading: release ? t('captures-release-recorded', { amount }) : t('captures-recorded'),
      text: t(capture.journal === null ? 'captures-recorded-text' : 'captures-recorded-stuck', { order }),
      steps: [],
    };
  return {
    tone: 'warn',
    icon: 'send',
    heading: t(release ? 'captures-release-under-way' : 'captures-under-way', { amount }),
    text: t('captures-under-way-text', { order }),
    steps: [],
  };
}

/** What the last look found that does not fit together; none when it fits or nobody looked. */
export function contradictionOf(
  capture: CaptureView,
): NonNullable<ReturnType<typeof newestLook>>['contradiction'] {
  return newestLook(capture)?.contradiction ?? null;
}

function newestLook(capture: CaptureView) {
  return newest(capture, 'looked');
}

function whyUnclear(capture: CaptureView): string {
  const { order } = capture;
  const reason = newest(capture, 'unclear')?.reason ?? { why: 'no_answer' };
  return 'status' in reason
    ? t(`captures-unclear-${reason.why}`, { order, status: String(reason.status) })
    : t(`captures-unclear-${reason.why}`, { order });
}

function nothingMoved(capture: CaptureView): Outcome {
  const heading =
    capture.kind === 'release'
      ? t('captures-not-released', { amount: money(capture.amount) })
      : t('captures-refused');
  return { tone: 'bad', icon: 'x-circle', heading, text: '', steps: [] };
}

function settledText(capture: CaptureView): string {
  const settled = newest(capture, 'settled');
  return settled?.landed === true ? t('captures-settled-text', { time: clock(settled.at) }) : '';
}

function foundText(capture: CaptureView): string {
  const settled = settledText(capture);
  if (settled !== '') return settled;
  const proved = newest(capture, 'captured');
  if (proved?.found !== true) return '';
  return t('captures-found-text', { reference: capture.reference, time: clock(proved.at) });
}

function remainsText(capture: CaptureView): string {
  if (capture.after === null) return t('captures-reading-order');
  const { remaining, ends, why_not, captured, authorised } = capture.after;
  if (captured?.minor === authorised.minor) return t('captures-all-captured');
  const stands = captured !== null && captured.minor === capture.captured_before?.minor;
  if (stands && why_not === null) return t('captures-not-shown-yet');
  if (remaining === null) return '';
  if (remaining.minor === 0 || why_not !== null) return t('captures-nothing-remains');
  return ends === null
    ? t('captures-remains', { remaining: money(remaining) })
    : t('captures-remains-until', { remaining: money(remaining), when: endWords(ends) });
}

/** Which amount on which order this was about, and until when it stays reserved. */
function staysText(capture: CaptureView): string {
  const { order, after } = capture;
  const amount = money(capture.amount);
  const ends = after?.why_not === null ? after.ends : null;
  return ends === null
    ? t('captures-about', { amount, order })
    : t('captures-still-reserved', { amount, order, when: endWords(ends) });
}

function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
