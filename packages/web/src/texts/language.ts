/**
 * The languages of the web apps. A language is a folder with one file per part of the apps; `en` says what there is to
 * say, the compiler names what another one lacks.
 */
import { browserStorage } from '../app/browser-storage.ts';
import type { Texts } from './en/index.ts';

export type Language = keyof typeof catalogues;
export type { Texts };

const catalogues = {
  en: { name: 'English', load: async () => (await import('./en/index.ts')).en },
  de: { name: 'Deutsch', load: async () => (await import('./de/index.ts')).de },
} satisfies Record<string, { name: string; load: () => Promise<Texts> }>;

const STORED_AS = 'waggle.language';

export const languages: readonly { readonly language: Language; readonly name: string }[] = Object.entries(
  catalogues,
).map(([language, { name }]) => ({ language: language as Language, name }));

/** What was chosen here before, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const wanted = [browserStorage.getItem(STORED_AS) ?? '', ...navigator.languages];
  return wanted.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  browserStorage.setItem(STORED_AS, language);
}

export function loadTexts(language: Language): Promise<Texts> {
  return catalogues[language].load();
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(catalogues, tag);
}
