import type { CaptureView, EnvironmentView } from '../generated/desk';
import { session } from '../lib/session.svelte';

/** Which money a capture moves: that of its store; live where the store is not on this computer any more. */
export function modeOf(capture: CaptureView): EnvironmentView {
  const stores = session.start?.stores ?? [];
  return stores.find((store) => store.id === capture.store)?.environment ?? 'live';
}
