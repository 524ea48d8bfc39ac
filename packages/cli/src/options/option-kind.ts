import { FOR_EVER, parseRetention } from '@waggle/exporters';

/** How a value is read, wherever it comes from: text from a flag or the environment, anything from YAML. */
export interface OptionKind<Value> {
  /** What a valid value looks like, behind "Expected X to be …". */
  readonly expected: string;
  /** Placeholder in the help; `undefined` for a switch that needs no value. */
  readonly placeholder: string | undefined;
  /** Several values: the flag may be repeated, the environment variable is split at commas, YAML has a list. */
  readonly isList: boolean;
  /** Messages do not show what was given. Default `false`. */
  readonly isSecret?: true;
  /** @returns `undefined` when the value is not valid. */
  parse(value: unknown): Value | undefined;
}

const PORT_MAX = 65_535;

export const portOption: OptionKind<number> = {
  expected: `a port number from 0 to ${PORT_MAX} (0 = any free port)`,
  placeholder: 'PORT',
  isList: false,
  parse: (value) => parseInteger(value, 0, PORT_MAX),
};

export function integerOption(min: number, max: number): OptionKind<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    placeholder: 'N',
    isList: false,
    parse: (value) => parseInteger(value, min, max),
  };
}

export function textOption(placeholder: string): OptionKind<string> {
  return {
    expected: 'a text that is not empty',
    placeholder,
    isList: false,
    parse: (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
  };
}

/** Where the secondary storage is. A URL may hold a password, so messages never show what was given. */
export const databaseOption: OptionKind<string> = {
  expected: 'sqlite, none, or a URL such as postgres://user@host:5432/database',
  placeholder: 'sqlite|none|URL',
  isList: false,
  isSecret: true,
  parse: (value) => {
    if (value === 'sqlite' || value === 'none') return value;
    return typeof value === 'string' && /^postgres(ql)?:\/\/\S+$/.test(value) && URL.canParse(value)
      ? value
      : undefined;
  },
};

/** A file that may be left out; empty text takes back what a weaker source names. */
export const optionalFileOption: OptionKind<string> = {
  expected: 'a path, or empty for none',
  placeholder: 'FILE',
  isList: false,
  parse: (value) => (typeof value === 'string' ? value.trim() : undefined),
};

/** The same for folders. */
export const optionalFolderOption: OptionKind<string> = { ...optionalFileOption, placeholder: 'DIR' };

/** Milliseconds; Infinity = for ever. */
export const retentionOption: OptionKind<number> = {
  expected: `a duration such as P30D or PT12H, or ${FOR_EVER}`,
  placeholder: 'DURATION',
  isList: false,
  parse: (value) => (typeof value === 'string' ? parseRetention(value) : undefined),
};

export const switchOption: OptionKind<boolean> = {
  expected: 'true or false',
  placeholder: undefined,
  isList: false,
  parse: (value) => {
    if (value === true || value === 'true') return true;
    return value === false || value === 'false' ? false : undefined;
  },
};

export function choiceOption<const Choice extends string>(choices: readonly Choice[]): OptionKind<Choice> {
  return {
    expected: `one of ${choices.join(', ')}`,
    placeholder: choices.join('|'),
    isList: false,
    parse: (value) => choices.find((choice) => choice === value),
  };
}

/** @param pattern each value must match it as a whole. */
export function textListOption(placeholder: string, pattern: RegExp, expected: string): OptionKind<readonly string[]> {
  const isEntry = (entry: unknown): entry is string => typeof entry === 'string' && pattern.test(entry);
  return {
    expected,
    placeholder,
    isList: true,
    parse: (value) => {
      const entries = typeof value === 'string' ? value.split(',') : value;
      return Array.isArray(entries) && entries.every(isEntry) ? entries : undefined;
    },
  };
}

function parseInteger(value: unknown, min: number, max: number): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max ? number : undefined;
}
