/** Whether dialogs put the act before the way out, as Windows does. */
export function actsFirst(): boolean {
  return navigator.userAgent.includes('Windows');
}

/** Whether the command key stands for Ctrl. */
export function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh');
}
