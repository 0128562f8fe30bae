import type { CaptureView } from '../generated/desk';
import { call, troubleOf, type Trouble } from '../lib/desk';
import type { Checked } from '../orders/form.svelte';
import { Followed } from './followed.svelte';

/** `check`: nothing was asked yet. `asking`: the order is read once more. `grace`: it can be undone. `sending`: it cannot. */
export type Phase = 'check' | 'asking' | 'grace' | 'sending';

/** The check page: what was shown, the ticks, and the one act. */
export class Checking {
  /** Which warnings were ticked, by their place. */
  ticks = $state<boolean[]>([]);
  /** Why it was not done. */
  trouble = $state.raw<Trouble | null>(null);
  /** The capture, once it is written down. */
  followed = $state.raw<Followed | null>(null);

  #asking = $state(false);
  readonly #checked: Checked;

  constructor(checked: Checked) {
    this.#checked = checked;
    this.ticks = checked.preview.warnings.map(() => false);
  }

  /** The capture as it stands; none before it is written down. */
  get capture(): CaptureView | null {
    return this.followed?.capture ?? null;
  }

  /** Why it is not sent although its time has come: without the Journal nothing is. */
  get stuck(): Trouble | null {
    const problem = this.capture?.state === 'recorded' ? this.capture.journal : null;
    return problem === null ? null : { code: 'journal', problem };
  }

  /** Where the act stands. */
  get phase(): Phase {
    if (this.#asking) return 'asking';
    if (this.capture === null) return 'check';
    return this.capture.state === 'recorded' ? 'grace' : 'sending';
  }

  /** Whether every warning was ticked, so that the act may be done. */
  get confirmed(): boolean {
    return this.ticks.every((tick) => tick);
  }

  /** Captures what was shown: once, however often it is pressed. */
  async confirm(): Promise<void> {
    if (this.phase !== 'check' || !this.confirmed) return;
    this.#asking = true;
    this.trouble = null;
    const { form, preview } = this.#checked;
    try {
      const capture = await call('capture', {
        form,
        digest: preview.digest,
        confirmed: preview.warnings.length > 0,
      });
      this.followed = new Followed(capture.id, capture);
    } catch (error) {
      this.trouble = troubleOf(error);
    } finally {
      this.#asking = false;
    }
  }

  /** Stops it while it is not sent. */
  async undo(): Promise<void> {
    if (this.phase !== 'grace' || this.followed === null) return;
    await this.followed.undo();
    this.trouble = this.followed.trouble;
  }
}
