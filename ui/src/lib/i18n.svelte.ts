import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../generated/desk';
import type { MessageId, Messages } from '../generated/messages';

export type { MessageId };

/** A language that the catalogues speak. */
export type Spoken = Exclude<Language, 'system'>;

type Args<K extends MessageId> = Messages[K] extends undefined ? [] : [args: Messages[K]];

const files = import.meta.glob<string>('../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const choice = $state<{ language: Language }>({ language: 'system' });
const spoken = $derived(choice.language === 'system' ? spokenByReader() : choice.language);
const region = $derived(regionOf(spoken));
const bundle = $derived(bundleOf(spoken, region));

/** Takes a language for the whole page; `system` follows the computer. */
export function setLanguage(language: Language): void {
  choice.language = language;
}

/** The language that is spoken now. */
export function language(): Spoken {
  return spoken;
}

/** The reader's locale (BCP 47): the chosen language in the region of the computer, for example `nl-BE`. */
export function locale(): string {
  return region;
}

/** The words of a message in the reader's language, with its variables put in. */
export function t<K extends MessageId>(id: K, ...[args]: Args<K>): string {
  const pattern = bundle.getMessage(id)?.value;
  if (pattern === undefined || pattern === null) return id;
  return bundle.formatPattern(pattern, args ?? null);
}

function spokenByReader(): Spoken {
  const first = navigator.languages.find((tag) => isSpoken(languageOf(tag)));
  return first !== undefined && languageOf(first) === 'nl' ? 'nl' : 'en';
}

function regionOf(spokenNow: Spoken): string {
  const fallback = { en: 'en-GB', nl: 'nl-NL' }[spokenNow];
  const tag = navigator.languages.find((candidate) => languageOf(candidate) === spokenNow);
  return tag === undefined || !tag.includes('-') ? fallback : tag;
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

function isSpoken(tag: string): tag is Spoken {
  return tag === 'en' || tag === 'nl';
}

/** Numbers are formatted for the reader's region, and no isolation marks are put around variables. */
function bundleOf(spokenNow: Spoken, regionNow: string): FluentBundle {
  const made = new FluentBundle([regionNow, spokenNow], { useIsolating: false });
  for (const [path, text] of Object.entries(files))
    if (path.includes(`/${spokenNow}/`)) made.addResource(new FluentResource(text));
  return made;
}
