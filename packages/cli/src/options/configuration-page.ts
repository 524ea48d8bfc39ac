import { environmentVariableOf, flagOf, yamlKeyOf } from './option-name.ts';
import { type StartOption, startOptionNames, startOptions } from './start-options.ts';

/** The table of docs/configuration.md. */
export function configurationTable(): string {
  const rows = startOptionNames.map((name) => {
    const option: StartOption<unknown> = startOptions[name];
    const { placeholder } = option.kind;
    const flag = placeholder === undefined ? flagOf(name) : `${flagOf(name)} ${placeholder.replaceAll('|', '\\|')}`;
    return `| \`${flag}\` | \`${environmentVariableOf(name)}\` | \`${yamlKeyOf(name)}\` | ${defaultTextOf(option)} | ${asOnThePage(option.description)} |`;
  });
  return [
    '| Flag | Environment variable | YAML key | Default | What it does |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The help names pages by their path; on the page itself they are links, or a place further down. */
function asOnThePage(description: string): string {
  return description
    .replaceAll('docs/configuration.md', 'below')
    .replaceAll(/docs\/([a-z-]+\.md)/g, (_path, page: string) => `[${page}](${page})`);
}

/** A default as documentation and help show it. */
export function defaultTextOf(option: StartOption<unknown>): string {
  return option.defaultText ?? `\`${String(option.default)}\``;
}
