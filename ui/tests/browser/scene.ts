import type { Page } from 'playwright-core';
import type { CaptureView, Commands, Failure } from '../../src/generated/desk';

/** An answer that is a failure. */
export type Fails = { $fails: Failure };
/** Answers that come one after the other; the last one stays. */
export type Turns<T> = { $turns: (T | Fails)[] };
/** No answer as long as the scene lasts. */
export type Never = { $never: true };

/** What the program answers, command by command. A command without an answer fails the scene. */
export type Answers = { [K in keyof Commands]?: Commands[K][1] | Fails | Never | Turns<Commands[K][1]> };

/** One screen in one state: what the program answers and what the reader does to get there. */
export type Scene = {
  /** Names the scene and its pictures. */
  name: string;
  answers: Answers;
  /** From the first paint to the state that is to be looked at. */
  steps?: (page: Page) => Promise<unknown>;
  /** What the reader's computer says of itself; `en-NL` where nothing is said. */
  locale?: string;
};

/** The moment at which every scene plays: Tue 24 Nov 2026, 09:41 in Amsterdam. */
export const NOW = Date.parse('2026-11-24T09:41:00+01:00');

/** An answer that is a failure. */
export function fails(failure: Failure): Fails {
  return { $fails: failure };
}

/** Answers that come one after the other. */
export function turns<T>(...answers: (T | Fails)[]): Turns<T> {
  return { $turns: answers };
}

/** Lets the program tell that a capture changed. */
export async function emitCapture(page: Page, capture: CaptureView): Promise<void> {
  await page.evaluate((payload) => {
    (window as unknown as { emitFromProgram: (name: string, payload: unknown) => void }).emitFromProgram(
      'capture',
      payload,
    );
  }, capture);
}

/** Finds the element with a `data-test` hook. */
export function hook(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator(`[data-test="${name}"]`);
}
