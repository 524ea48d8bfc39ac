import { expect, test } from 'vitest';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

/** Words that are the same in both languages, and names. */
const same: ReadonlySet<string> = new Set(
  'API Client Element Enter Esc ID in Job Jobs Live Moment Name node null Operate Partition Start Tasklist test Text Token Variable Version Vitest Waggle Worker'.split(
    ' ',
  ),
);

test('should say everything in German', () => {
  // when
  const german = new Map(saidIn(de));
  const untranslated = saidIn(en).filter(
    ([path, text]) => german.get(path) === text && wordsIn(text).some((word) => !same.has(word)),
  );

  // then
  expect(untranslated, 'Expected a German text for each of these, or its words among those that are the same').toEqual(
    [],
  );
});

/** Texts by where they are in the catalogue: `shell.themes.light`. Of those with something in them what stands in quotes. */
function saidIn(texts: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, text]: [string, unknown]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof text === 'string') return [[here, text] as const];
    if (typeof text === 'function') return [[here, quotedIn(String(text))] as const];
    return typeof text === 'object' && text !== null ? saidIn(text, here) : [];
  });
}

function quotedIn(code: string): string {
  const templates = code.replaceAll(/\$\{[^}]*\}/g, ' ');
  return [...templates.matchAll(/(['"`])(.*?)\1/gs)].map(([, , quoted]) => quoted).join(' ');
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
