/** What a key press asks for anywhere in the window (`Ctrl` is `⌘` on macOS). No single letter ever acts. */
export type KeyAct = 'help' | 'find' | 'capture' | 'settings' | 'read_again' | 'back';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

let readAgain: (() => void) | null = null;

/** Which act a key press asks for; none for everything else. */
export function keyAct(press: Press, mac: boolean): KeyAct | null {
  const command = mac ? press.metaKey : press.ctrlKey;
  if (press.shiftKey) return null;
  if (press.altKey) return press.key === 'ArrowLeft' ? 'back' : null;
  if (command) return ({ '1': 'capture', ',': 'settings', r: 'read_again' } as const)[press.key] ?? null;
  return ({ F1: 'help', F2: 'find', F5: 'read_again' } as const)[press.key] ?? null;
}

/** Lets the screen that is shown say what reading again means for it; gives the function that ends it. */
export function onReadAgain(read: () => void): () => void {
  readAgain = read;
  return () => {
    if (readAgain === read) readAgain = null;
  };
}

/** Reads again what the screen shows, where it can be read again. */
export function doReadAgain(): void {
  readAgain?.();
}
