import { RadioButton, RadioButtonGroup, Select, SelectItem, TextInput } from '@carbon/react';
import { useState } from 'react';
import { type Language, languages } from '../../texts/language.ts';
import { useLanguage } from '../../texts/use-texts.ts';
import { useSession, workAs } from '../session.ts';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../theme.ts';

const themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** Who works here, theme and language. */
export function SettingsPanel() {
  const {
    language,
    texts: { shell },
    choose,
  } = useLanguage();
  const { username } = useSession();
  const theme = useThemeChoice();
  return (
    <section className="header-menu" aria-label={shell.settings}>
      <UsernameField username={username} />
      <RadioButtonGroup
        legendText={shell.theme}
        name="theme"
        orientation="vertical"
        valueSelected={theme}
        onChange={(value) => chooseTheme(value as ThemeChoice)}
      >
        {themes.map((choice) => (
          <RadioButton key={choice} id={`theme-${choice}`} value={choice} labelText={shell.themes[choice]} />
        ))}
      </RadioButtonGroup>
      <Select
        id="language"
        labelText={shell.language}
        value={language}
        onChange={({ target }) => choose(target.value as Language)}
      >
        {languages.map((one) => (
          <SelectItem key={one.language} value={one.language} text={one.name} />
        ))}
      </Select>
      <a href="/v2/docs">{shell.apiDocs}</a>
    </section>
  );
}

function UsernameField({ username }: { readonly username: string }) {
  const { texts } = useLanguage();
  const [text, setText] = useState(username);
  const isEmpty = text.trim() === '';
  return (
    <TextInput
      id="username"
      labelText={texts.shell.you}
      helperText={texts.shell.youHelp}
      value={text}
      invalid={isEmpty}
      invalidText={texts.shell.youNeeded}
      autoComplete="username"
      maxLength={256}
      onChange={({ target }) => {
        setText(target.value);
        if (target.value.trim() !== '') workAs(target.value.trim());
      }}
    />
  );
}
