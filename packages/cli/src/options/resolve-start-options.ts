import { CliError } from '../cli-error.ts';
import type { OptionKind } from './option-kind.ts';
import { environmentVariableOf, flagOf, yamlKeyOf } from './option-name.ts';
import { type StartOptionName, type StartOptionValues, startOptionNames, startOptions } from './start-options.ts';

/** Where values come from, strongest first. */
export interface OptionSources {
  /** Texts of the flags that were given, by option name; a list for one that may be repeated; `true` for a switch. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The configuration file, parsed; `undefined` without one. */
  readonly file: { readonly path: string; readonly content: Readonly<Record<string, unknown>> } | undefined;
}

interface Candidate {
  /** How the user knows it, for messages. */
  readonly source: string;
  readonly value: unknown;
}

/**
 * The value of every option: flag, else environment variable, else configuration file, else default.
 * @throws {CliError} INVALID_OPTION or INVALID_CONFIGURATION_FILE, naming what to change.
 */
export function resolveStartOptions(sources: OptionSources): StartOptionValues {
  refuseUnknownKeys(sources.file);
  return Object.fromEntries(
    startOptionNames.map((name) => [name, resolveOption(name, candidates(name, sources))]),
  ) as StartOptionValues;
}

/** Strongest first. */
function candidates(name: StartOptionName, { flags, environment, file }: OptionSources): readonly Candidate[] {
  return [
    { source: flagOf(name), value: flags[name] },
    { source: `environment variable ${environmentVariableOf(name)}`, value: environment[environmentVariableOf(name)] },
    { source: `${yamlKeyOf(name)} in ${file?.path}`, value: file?.content[yamlKeyOf(name)] },
  ].filter(({ value }) => value !== undefined && value !== null);
}

/** Weaker values are checked too: a mistake that a flag happens to hide is still a mistake. */
function resolveOption(name: StartOptionName, given: readonly Candidate[]): unknown {
  const definition = startOptions[name];
  const [value] = given.map((candidate) => {
    const parsed = definition.kind.parse(candidate.value);
    if (parsed === undefined) {
      throw new CliError(
        'INVALID_OPTION',
        `Expected ${candidate.source} to be ${definition.kind.expected}, but it is ${shown(definition.kind, candidate.value)}.`,
      );
    }
    return parsed;
  });
  return value ?? definition.default;
}

function shown({ isSecret }: OptionKind<unknown>, value: unknown): string {
  return isSecret ? 'another text, not shown as it may hold a password' : JSON.stringify(value);
}

function refuseUnknownKeys(file: OptionSources['file']): void {
  if (file === undefined) return;
  const known = startOptionNames.map(yamlKeyOf);
  const unknown = Object.keys(file.content).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw new CliError(
      'INVALID_CONFIGURATION_FILE',
      `Expected only known keys in ${file.path}, but found ${unknown.join(', ')}. Known keys: ${known.join(', ')}.`,
    );
  }
}
