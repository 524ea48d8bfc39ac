import { languages } from '../../texts/language.ts';
import type { LanguageSetting } from '../../texts/use-texts.ts';
import type { KeyBinding } from '../keys.ts';
import { pages } from '../pages.ts';
import { chooseTheme, type ThemeChoice } from '../theme.ts';
import type { PaletteEntry } from './palette-entry.ts';

const themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];

export function pageEntries({ texts }: LanguageSetting): readonly PaletteEntry[] {
  return pages.map((page) => ({
    id: `page ${page.to}`,
    kind: texts.palette.kinds.page,
    title: page.title(texts),
    detail: texts.shell[page.app],
    ...(page.keys === undefined ? {} : { keys: page.keys }),
    target: { href: page.to },
  }));
}

/** What the page that is shown can do: whatever it has a key for. */
export function actionEntries(bindings: readonly KeyBinding[], { texts }: LanguageSetting): readonly PaletteEntry[] {
  const byKeys = new Map<string, KeyBinding>();
  for (const binding of bindings) {
    // What was registered last goes first, here as with the key itself.
    if (binding.isMove !== true && !byKeys.has(binding.keys)) byKeys.set(binding.keys, binding);
  }
  return [...byKeys.values()].map((binding) => ({
    id: `action ${binding.keys}`,
    kind: texts.palette.kinds.action,
    title: binding.text,
    keys: binding.keys,
    target: { run: () => binding.run(new KeyboardEvent('keydown', { key: binding.keys })) },
  }));
}

export function settingEntries({ texts, choose }: LanguageSetting): readonly PaletteEntry[] {
  const { shell, palette } = texts;
  return [
    ...themes.map((theme) => ({
      id: `theme ${theme}`,
      kind: palette.kinds.setting,
      title: palette.chooseTheme(shell.themes[theme]),
      target: { run: () => chooseTheme(theme) },
    })),
    ...languages.map(({ language, name }) => ({
      id: `language ${language}`,
      kind: palette.kinds.setting,
      title: palette.chooseLanguage(name),
      target: { run: () => choose(language) },
    })),
  ];
}
