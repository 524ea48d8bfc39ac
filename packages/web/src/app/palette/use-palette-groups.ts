import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '../../api/api-problem.ts';
import type { Texts } from '../../texts/language.ts';
import { useLanguage } from '../../texts/use-texts.ts';
import { useRegisteredKeys } from '../keys.ts';
import { actionEntries, pageEntries, settingEntries } from './command-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { FOUND_MAX } from './palette-source.ts';
import { paletteSources } from './palette-sources.ts';
import { recentEntries } from './recent-entries.ts';
import { bestMatches } from './text-match.ts';

export interface PaletteGroup {
  readonly group: keyof Texts['palette']['groups'];
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteGroups {
  readonly groups: readonly PaletteGroup[];
  /** The server has not said everything yet. */
  readonly isSearching: boolean;
  /** Why the server did not answer. */
  readonly problem: ApiProblem | undefined;
}

/** An answer is good as long as somebody types and corrects it. */
const STALE_MS = 2_000;

/** @param typed is answered at once by what the page knows; @param asked goes to the server, some time after typing. */
export function usePaletteGroups(typed: string, asked: string): PaletteGroups {
  const language = useLanguage();
  const queries = useQueryClient();
  const registrations = useRegisteredKeys();
  // What was chosen before stays as it was when the palette opened.
  const recent = useMemo(recentEntries, []);
  const text = typed.trim();
  const askedText = asked.trim();
  const answers = useQueries({
    queries: paletteSources.map((source) => ({
      queryKey: ['palette', source.group, askedText, language.language],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        source.find({ text: askedText, texts: language.texts, queries, signal }),
      enabled: askedText !== '' && source.applies(askedText),
      staleTime: STALE_MS,
      // Somebody is waiting with a finger on the key: say at once that it does not work.
      retry: false,
    })),
  });

  const bindings = registrations.filter(({ group }) => group === 'page').flatMap((one) => one.bindings());
  const local = (group: PaletteGroup['group'], entries: readonly PaletteEntry[]): PaletteGroup => ({
    group,
    entries: text === '' ? entries : bestMatches(text, entries, (one) => [one.title, one.detail, one.kind], FOUND_MAX),
  });
  const found = paletteSources.map(
    ({ group }, index): PaletteGroup => ({
      group,
      // Answers to what was typed before do not fit any more.
      entries: askedText === text ? ((answers[index]?.data as readonly PaletteEntry[] | undefined) ?? []) : [],
    }),
  );
  const [keys, ...others] = found;
  const groups = [
    ...(keys === undefined ? [] : [keys]),
    local('recent', recent),
    local('actions', actionEntries(bindings, language)),
    local('pages', pageEntries(language)),
    ...others,
    ...(text === '' ? [] : [local('settings', settingEntries(language))]),
  ];
  return {
    groups: withoutRepeated(groups),
    isSearching: text !== askedText || answers.some(({ isFetching }) => isFetching),
    problem: answers.map(({ error }) => error as ApiProblem | null).find((error) => error != null) ?? undefined,
  };
}

/** What was chosen before and is found again stands only once, and empty groups do not stand at all. */
function withoutRepeated(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  const seen = new Set<string>();
  return groups
    .map(({ group, entries }) => ({
      group,
      entries: entries.filter(({ id, target }) => {
        const leadsTo = 'href' in target ? target.href : id;
        const isNew = !seen.has(leadsTo);
        seen.add(leadsTo);
        return isNew;
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}
