import { environmentVariableOf, flagOf, yamlKeyOf } from './option-name.ts';
import { type StartOption, startOptionNames, startOptions } from './start-options.ts';

/** The table of docs/configuration.md. */
export function configurationTable(): string {
  const rows = startOptionNames.map((name) => {
    const option: StartOption<unknown> = startOptions[name];
    const { placeholder } = option.kind;
    const flag = placeholder === undefined ? flagOf(name) : `${flagOf(name)} ${placeholder.replaceAll('|', '\\|')}`;
    return `| \`${flag}\` | \`${environmentVariableOf(name)}\` | \`${yamlKeyOf(name)}\` | ${defaultTextOf(option)} | ${option.description} |`;
  });
  return [
    '| Flag | Environment variable | YAML key | Default | What it does |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** A default as documentation and help show it. */
export function defaultTextOf(option: StartOption<unknown>): string {
  return option.defaultText ?? `\`${String(option.default)}\``;
}
