import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { CaptureView, Commands, Failure } from '../generated/desk';

/**
 * Why something was not done: a failure of the program, an answer that nobody foresaw, or an Undo that came after the
 * sending.
 */
export type Trouble = Failure | { code: 'unexpected' } | { code: 'sent_already' };

/** Asks the program. Rejects with a {@link Trouble} and with nothing else. */
export async function call<K extends keyof Commands>(name: K, args: Commands[K][0]): Promise<Commands[K][1]> {
  try {
    return await invoke<Commands[K][1]>(name, args);
  } catch (error) {
    throw troubleOf(error);
  }
}

/** Calls `handler` whenever the state of a capture changes; gives the function that stops it. */
export function onCapture(handler: (capture: CaptureView) => void): Promise<() => void> {
  return listen<CaptureView>('capture', (event) => {
    handler(event.payload);
  });
}

/** Calls `handler` when the window was closed while something is being sent; gives the function that stops it. */
export function onClosing(handler: () => void): Promise<() => void> {
  return listen('closing', handler);
}

/** Whether a caught value is a failure of the program. */
export function isFailure(error: unknown): error is Failure {
  return hasCode(error) && error.code !== 'unexpected' && error.code !== 'sent_already';
}

/** The trouble that a caught value tells of; whatever is no failure is unexpected. */
export function troubleOf(error: unknown): Trouble {
  return isFailure(error) ? error : { code: 'unexpected' };
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
