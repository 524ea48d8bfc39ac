import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LiveChanges } from '../api/live-changes.ts';
import { createQueryClient } from '../api/query-client.ts';
import { type Language, loadTexts, rememberLanguage, type Texts } from '../texts/language.ts';
import { LanguageContext } from '../texts/use-texts.ts';
import { ConnectionContext } from './connection.ts';
import { createAppRouter, preloadPage } from './router.tsx';
import { noteSearch } from './server-search.ts';

export interface AppParts {
  readonly queries: QueryClient;
  readonly changes: LiveChanges;
  readonly router: ReturnType<typeof createAppRouter>;
}

/** Comes before anything is drawn: what is told of changes from the start needs not be asked for twice. */
export function startParts(): AppParts {
  const queries = createQueryClient((problem) => problem.isWithoutSearch && noteSearch(false));
  const changes = new LiveChanges(queries);
  changes.start();
  const router = createAppRouter();
  preloadPage(router);
  return { queries, changes, router };
}

export interface AppProps {
  readonly language: Language;
  readonly texts: Texts;
  readonly parts: AppParts;
}

/** All web apps: what they have in common around their pages. */
export function App({ language: first, texts: firstTexts, parts: { queries, changes, router } }: AppProps) {
  const [{ language, texts }, setLanguage] = useState({ language: first, texts: firstTexts });

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = async (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage({ language: chosen, texts: await loadTexts(chosen) });
  };
  return (
    <LanguageContext value={{ language, texts, choose: (chosen) => void choose(chosen) }}>
      <QueryClientProvider client={queries}>
        <ConnectionContext value={changes}>
          <RouterProvider router={router} />
        </ConnectionContext>
      </QueryClientProvider>
    </LanguageContext>
  );
}
