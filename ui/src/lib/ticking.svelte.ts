/** The time of this computer, told again every `everyMs` while something on the screen counts it. */
export class Ticking {
  /** Milliseconds since 1970. */
  now = $state(Date.now());

  /** Counts until the given function is called. */
  run(everyMs: number): () => void {
    this.now = Date.now();
    const timer = setInterval(() => (this.now = Date.now()), everyMs);
    return () => {
      clearInterval(timer);
    };
  }
}

/** Whole seconds until a moment, rounded up; never below nothing. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
