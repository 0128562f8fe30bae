import { expect, test } from 'vitest';
import { Checking } from '../../src/captures/checking.svelte';
import { Followed } from '../../src/captures/followed.svelte';
import { Releasing } from '../../src/captures/releasing.svelte';
import type { CaptureForm, CaptureView, Preview } from '../../src/generated/desk';
import type { Checked } from '../../src/orders/form.svelte';
import { all, capture, eur, grace, landed, notLanded, partly, shown, unclear } from '../browser/given-orders';
import { program } from '../program';

const undone: CaptureView = capture('withdrawn', [{ at: 0, event: 'withdrawn', because: 'undone' }]);
const warnings: Preview['warnings'] = [{ warning: 'same_amount', amount: eur(4_500), at: 0 }];

function checked(preview: Preview = all): Checked {
  return { form: {} as CaptureForm, preview: { ...preview, shown, digest: 'a1b2' } };
}

test('however often it is pressed, it is asked for once, with the digest of what was shown', async () => {
  const asked = program({ capture: () => grace });
  const checking = new Checking(checked());
  await Promise.all([checking.confirm(), checking.confirm(), checking.confirm()]);
  await checking.confirm();
  expect(asked).toEqual([{ command: 'capture', args: { form: {}, digest: 'a1b2', confirmed: false } }]);
  expect(checking.phase).toBe('grace');
});

test('a warning has to be ticked first', async () => {
  const asked = program({ capture: () => grace });
  const checking = new Checking(checked({ ...all, warnings }));
  await checking.confirm();
  expect(asked).toEqual([]);
  checking.ticks[0] = true;
  await checking.confirm();
  expect(asked[0]?.args['confirmed']).toBe(true);
});

test('what was not done says why, and can be tried again', async () => {
  program({ capture: () => Promise.reject({ code: 'shown_changed' }) });
  const checking = new Checking(checked());
  await checking.confirm();
  expect(checking.trouble).toEqual({ code: 'shown_changed' });
  expect(checking.phase).toBe('check');
});

test('undoing during the grace period ends it', async () => {
  const asked = program({ capture: () => grace, undo_capture: () => undone });
  const checking = new Checking(checked());
  await checking.undo();
  await checking.confirm();
  await checking.undo();
  expect(asked.map(({ command }) => command)).toEqual(['capture', 'undo_capture']);
  expect(checking.capture?.state).toBe('withdrawn');
});

test('undoing is sent at once, also while an answer to where it stands stays away', async () => {
  const asked = program({
    capture: () => grace,
    read_capture: () => new Promise<never>(() => undefined),
    undo_capture: () => undone,
  });
  const checking = new Checking(checked());
  await checking.confirm();
  void checking.followed?.read();
  await checking.undo();
  expect(asked.map(({ command }) => command)).toEqual(['capture', 'read_capture', 'undo_capture']);
  expect(checking.capture?.state).toBe('withdrawn');
});

test('however often Undo is pressed, it is sent once', async () => {
  const asked = program({ capture: () => grace, undo_capture: () => undone });
  const checking = new Checking(checked());
  await checking.confirm();
  await Promise.all([checking.undo(), checking.undo()]);
  expect(asked.map(({ command }) => command)).toEqual(['capture', 'undo_capture']);
});

test('undoing what was sent says so and goes on waiting', async () => {
  program({
    capture: () => grace,
    undo_capture: () => Promise.reject({ code: 'too_late' }),
    read_capture: () => capture('sending'),
  });
  const checking = new Checking(checked());
  await checking.confirm();
  await checking.undo();
  expect(checking.trouble).toEqual({ code: 'sent_already' });
  expect(checking.phase).toBe('sending');
});

test('undoing what another window undid is no trouble', async () => {
  program({
    capture: () => grace,
    undo_capture: () => Promise.reject({ code: 'too_late' }),
    read_capture: () => undone,
  });
  const checking = new Checking(checked());
  await checking.confirm();
  await checking.undo();
  expect(checking.trouble).toBeNull();
  expect(checking.capture?.state).toBe('withdrawn');
});

test('an act that came too late shows what it is now', async () => {
  const found: CaptureView = { ...landed, events: [...unclear.events, ...landed.events.slice(-1)] };
  program({ settle: () => Promise.reject({ code: 'too_late' }), read_capture: () => found });
  const followed = new Followed('third', unclear);
  await followed.settle(false);
  expect(followed.trouble).toEqual({ code: 'too_late' });
  expect(followed.capture?.state).toBe('captured');
});

test('a read that fails does not hide why an act was not done', async () => {
  let fail: (error: unknown) => void = () => undefined;
  program({
    send_again: () => Promise.reject({ code: 'no_answer' }),
    read_capture: () => new Promise<never>((_, reject) => (fail = reject)),
  });
  const followed = new Followed('third', notLanded);
  const read = followed.read();
  await followed.sendAgain();
  fail({ code: 'journal', problem: 'busy' });
  await read;
  expect(followed.trouble).toEqual({ code: 'no_answer' });
});

test('an older view of a capture does not replace a newer one', async () => {
  program({ capture: () => grace });
  const checking = new Checking(checked());
  await checking.confirm();
  checking.followed?.take(capture('sending'));
  checking.followed?.take(grace);
  expect(checking.phase).toBe('sending');
});

const refused: [name: string, reason: string, own: string, ticked: boolean][] = [
  ['without a reason', '', '', true],
  ['without the tick', 'Ordered twice', '', false],
  ['with an empty reason of one’s own', 'other', '  ', true],
  ['with a reason that is too long', 'other', 'x'.repeat(201), true],
];

test('a release needs its reason and its tick', async () => {
  for (const [name, chosen, own, ticked] of refused) {
    const asked = program({ release: () => grace });
    const releasing = new Releasing(partly);
    Object.assign(releasing, { chosen, own, ticked });
    expect(await releasing.release(), name).toBeNull();
    expect(asked, name).toEqual([]);
    expect(releasing.tried, name).toBe(true);
  }
});

test('a release sends the reason and what the screen showed as remaining', async () => {
  const asked = program({ release: () => grace });
  const releasing = new Releasing(partly);
  Object.assign(releasing, { chosen: 'other', own: ' Broken ', ticked: true });
  expect(await releasing.release()).toEqual(grace);
  const form = { store: 'bloem', order: 'BB-10482', reason: 'Broken', remaining_minor: 4_500 };
  expect(asked).toEqual([{ command: 'release', args: { form } }]);
});
