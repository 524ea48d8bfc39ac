/** Writes docs/bpmn-coverage.md from the scenarios. */
import { allScenarios } from './all-scenarios.ts';
import { type CoverageItem, coverageTable } from './coverage-items.ts';
import type { Scenario } from './scenario.ts';
import { waiting, withoutScenario } from './waiting.ts';

export function coverageDocument(): string {
  return [
    '# What is executed, and which scenarios show it',
    '',
    '<!-- Generated from tests/scenarios by `npm run scenarios -- --update`; do not edit. -->',
    '',
    'Each number is a scenario in `tests/scenarios`: a small model with what is done and what must be seen, run against the',
    'engine in process, again with the log folded into a new engine behind every step, and, through the official clients,',
    'against a server. Its records are in `tests/scenarios/testdata`. "since" is the release of Camunda that brought the row.',
    'A number in brackets is written down but does not run yet.',
    ...Object.entries(coverageTable).flatMap(([heading, items]) => section(heading, items)),
    '',
    '## Scenarios',
    '',
    ...table(['no.', 'what it shows', 'runs'], allScenarios.map(scenarioRow)),
    '',
    '## Later',
    '',
    ...table(
      ['numbers', 'wait for'],
      withoutScenario.map(({ numbers, reason }) => [numbers.join(', '), reason]),
    ),
    '',
  ].join('\n');
}

function section(heading: string, items: Readonly<Record<string, string>>): readonly string[] {
  const rows = Object.entries(items).map(([item, since]) => {
    const scenarios = allScenarios.filter(({ covers }) => covers.includes(item as CoverageItem));
    return [item, since, scenarios.map(numberText).join(', '), stateOf(scenarios)];
  });
  return ['', `## ${heading}`, '', ...table(['', 'since', 'scenarios', 'state'], rows)];
}

function numberText({ number }: Scenario): string {
  return waiting.has(number) ? `(${number})` : String(number);
}

function stateOf(scenarios: readonly Scenario[]): string {
  const running = scenarios.filter(({ number }) => !waiting.has(number)).length;
  if (running === 0) return 'later';
  return running === scenarios.length ? 'executed' : 'in part';
}

function scenarioRow({ number, title, inProcessOnly, shownBy }: Scenario): readonly string[] {
  const reason = waiting.get(number);
  if (reason !== undefined) return [String(number), title, `later: ${reason}`];
  if (shownBy !== undefined) return [String(number), title, `in \`${shownBy.file}\``];
  return [String(number), title, inProcessOnly === undefined ? 'everywhere' : `in process: ${inProcessOnly}`];
}

/** Columns as wide as their widest cell, as the formatter of the repository's other documents has them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
