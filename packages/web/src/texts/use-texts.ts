import { createContext, useContext, useMemo } from 'react';
import { Formats } from './formats.ts';
import type { Language, Texts } from './language.ts';

export interface LanguageSetting {
  readonly language: Language;
  readonly texts: Texts;
  choose(language: Language): void;
}

export const LanguageContext = createContext<LanguageSetting | undefined>(undefined);

export function useLanguage(): LanguageSetting {
  const setting = useContext(LanguageContext);
  if (setting === undefined) throw new Error('Expected to be inside of App, which gives the language, but is not.');
  return setting;
}

/** What the apps say, in the person's language. */
export function useTexts(): Texts {
  return useLanguage().texts;
}

/** How the person's language writes numbers, dates and durations. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => new Formats(language), [language]);
}
