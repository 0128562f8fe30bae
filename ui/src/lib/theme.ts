import type { Theme } from '../generated/desk';

/** Lets the page be light or dark; `system` follows the computer. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
