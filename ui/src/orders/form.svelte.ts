import type { CaptureForm, Choose, Field, MoneyView, OrderView, Preview, Problem } from '../generated/desk';
import { call, troubleOf, type Trouble } from '../lib/desk';
import { locale, t } from '../lib/i18n.svelte';
import { plainAmount } from '../lib/money';
import { isoDay } from '../lib/time';

/** How long the form waits after the last change before it asks what it comes to, in milliseconds. */
export const PREVIEW_DELAY_MS = 150;

/** What the check page shows and sends: frozen when the clerk continues, so that nothing can change under it. */
export type Checked = {
  form: CaptureForm;
  preview: Preview & { shown: NonNullable<Preview['shown']>; digest: string };
};

/** The form of one capture of one order, as text, and what the program says about it. */
export class OrderForm {
  /** The order as it was last read. */
  order: OrderView = $state.raw() as OrderView;
  /** What the clerk typed and chose. */
  fields: CaptureForm = $state() as CaptureForm;
  /** What the form came to at the newest answer. */
  preview = $state.raw<Preview | null>(null);
  /** What stood in the way when the clerk last continued; nothing is shown before that. */
  problems = $state.raw<Problem[]>([]);
  /** Why the last question got no answer. */
  trouble = $state.raw<Trouble | null>(null);
  /** Whether the clerk waits for an answer to Continue. */
  continuing = $state(false);
  /** Whether the order is being read again. */
  reading = $state(false);
  /** What may be confirmed; none while anything changed since. */
  checked = $state.raw<Checked | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #untouched: string;

  constructor(order: OrderView, now: number) {
    this.order = order;
    this.fields = emptyForm(order, now);
    this.#untouched = JSON.stringify(this.fields);
  }

  /** Whether anything was typed that leaving would lose. */
  get touched(): boolean {
    return JSON.stringify(this.fields) !== this.#untouched;
  }

  /** Whether the form can be filled in at all. */
  get open(): boolean {
    return this.order.why_not === null || (this.order.may_try_ended && this.fields.try_ended);
  }

  /** The problem of a field, as shown since the clerk last continued. */
  problem(field: Field): Problem | undefined {
    return this.problems.find((problem) => problem.field === field);
  }

  /** How many pieces of a line are chosen. */
  quantity(line: number): number {
    return this.fields.lines.find((pick) => pick.line === line)?.quantity ?? 0;
  }

  /** Chooses so many pieces of a line. */
  pick(line: number, quantity: number): void {
    const others = this.fields.lines.filter((pick) => pick.line !== line);
    this.fields.lines =
      quantity === 0 ? others : [...others, { line, quantity }].sort((a, b) => a.line - b.line);
    this.changed();
  }

  /** Chooses the way in which the amount is given. */
  choose(choose: Choose): void {
    this.fields.choose = choose;
    this.changed();
  }

  /** Takes one of the two readings of an amount that could be read in two ways. */
  settleAmount(reading: MoneyView): void {
    this.fields.amount = plainAmount(reading, locale());
    this.problems = this.problems.filter((problem) => problem.field !== 'amount');
    this.changed();
  }

  /** Tells the form that something was typed: what it comes to is asked for after a short pause. */
  changed(): void {
    this.checked = null;
    clearTimeout(this.#timer);
    if (this.open) this.#timer = setTimeout(() => void this.#ask(), PREVIEW_DELAY_MS);
  }

  /** Asks at once what the form comes to, shows what stands in the way, and says whether it may be checked. */
  async continue(): Promise<boolean> {
    if (this.continuing) return false;
    clearTimeout(this.#timer);
    this.continuing = true;
    this.trouble = null;
    const form = this.#form();
    const preview = await this.#ask();
    this.continuing = false;
    if (preview === null) return false;
    this.problems = preview.problems;
    this.checked = checkedOf(form, preview);
    return this.checked !== null;
  }

  /** Reads the order again and keeps everything that was typed; says whether it could be read. */
  async refresh(): Promise<boolean> {
    if (this.reading) return false;
    this.reading = true;
    this.trouble = null;
    try {
      this.take(await call('find_order', { store: this.order.store.id, text: this.order.order }));
      return true;
    } catch (error) {
      this.trouble = troubleOf(error);
      return false;
    } finally {
      this.reading = false;
    }
  }

  /** Takes a newer reading of the order. */
  take(order: OrderView): void {
    this.order = order;
    this.problems = [];
    this.changed();
  }

  /** Stops asking; the form stays as it is. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** A last shipment is a reason of its own where the clerk wrote none: the release that follows needs one. */
  #form(): CaptureForm {
    const fields = $state.snapshot(this.fields);
    const reason =
      fields.release_rest && fields.reason.trim() === '' ? t('orders-last-shipment') : fields.reason;
    return { ...fields, reason, locale: locale() };
  }

  /** Asks, and takes the answer unless a newer question was asked meanwhile. */
  async #ask(): Promise<Preview | null> {
    const asked = ++this.#asked;
    try {
      const preview = await call('preview_capture', { form: this.#form() });
      if (asked !== this.#asked) return null;
      this.preview = preview;
      return preview;
    } catch (error) {
      if (asked === this.#asked) {
        this.preview = null;
        if (this.continuing) this.trouble = troubleOf(error);
      }
      return null;
    }
  }
}

function emptyForm(order: OrderView, now: number): CaptureForm {
  return {
    store: order.store.id,
    order: order.order,
    choose: 'all',
    amount: '',
    locale: locale(),
    lines: [],
    carrier: '',
    track_and_trace: '',
    ship_date: isoDay(now),
    invoice: '',
    reason: '',
    memo: '',
    reference: '',
    status_after: order.store.status_after,
    try_ended: false,
    without_cart: false,
    release_rest: false,
  };
}

function checkedOf(form: CaptureForm, preview: Preview): Checked | null {
  const { shown, digest } = preview;
  if (preview.problems.length > 0 || shown === null || digest === null) return null;
  return { form, preview: { ...preview, shown, digest } };
}
