import { readFileSync } from 'node:fs';
import {
  GLOBAL_LISTENER_ID,
  GLOBAL_LISTENERS_MAX,
  type GlobalListenerDescription,
  globalListenerDefaults,
  globalListenerEventTypes,
  IDENTIFIER_LENGTH_MAX,
} from '@waggle/protocol';
import { CliError } from '../cli-error.ts';

/** What records hold: integers of 32 bits. */
const INTEGER_MAX = 2 ** 31 - 1;

/** A field of an entry: what a valid value looks like, and whether one is. */
interface Field {
  readonly expected: string;
  readonly isRequired: boolean;
  isValid(value: unknown): boolean;
}

const eventTypes: readonly unknown[] = globalListenerEventTypes;

const fields: Readonly<Record<string, Field>> = {
  id: {
    expected: `1 to ${IDENTIFIER_LENGTH_MAX} letters, digits and "_~@.+-"`,
    isRequired: true,
    isValid: (value) => typeof value === 'string' && GLOBAL_LISTENER_ID.test(value),
  },
  type: {
    expected: `a job type of 1 to ${IDENTIFIER_LENGTH_MAX} characters`,
    isRequired: true,
    isValid: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= IDENTIFIER_LENGTH_MAX,
  },
  eventTypes: {
    expected: `a list of ${globalListenerEventTypes.join(', ')}`,
    isRequired: true,
    isValid: (value) => Array.isArray(value) && value.length > 0 && value.every((each) => eventTypes.includes(each)),
  },
  retries: {
    expected: 'a whole number of at least 1',
    isRequired: false,
    isValid: (value) => isInteger(value) && value >= 1,
  },
  afterNonGlobal: { expected: 'true or false', isRequired: false, isValid: (value) => typeof value === 'boolean' },
  priority: { expected: 'a whole number', isRequired: false, isValid: isInteger },
};

/** An entry whose fields are valid. */
interface Entry {
  readonly id: string;
  readonly type: string;
  readonly eventTypes: readonly string[];
  readonly retries?: number;
  readonly afterNonGlobal?: boolean;
  readonly priority?: number;
}

/**
 * Reads the listeners for the user tasks of every process.
 * @param path of a JSON file with a list of `{id, type, eventTypes, retries?, afterNonGlobal?, priority?}`; empty = none.
 * @throws {CliError} INVALID_CONFIGURATION_FILE, naming the entry and the field.
 */
export function readGlobalListeners(path: string): readonly GlobalListenerDescription[] {
  if (path === '') return [];
  const entries = parseList(path, readText(path));
  if (entries.length > GLOBAL_LISTENERS_MAX) {
    throw invalid(`Expected at most ${GLOBAL_LISTENERS_MAX} listeners in ${path}, but it has ${entries.length}.`);
  }
  const numbers = new Map<string, number>();
  return entries.map((entry, index) => {
    const number = index + 1;
    const { afterNonGlobal, ...described } = checkedEntry(path, number, entry);
    const first = numbers.get(described.id);
    if (first !== undefined) {
      const where = `id of listener ${number} in ${path}`;
      throw invalid(`Expected ${where} to be its own, but listener ${first} has "${described.id}" as well.`);
    }
    numbers.set(described.id, number);
    return {
      ...globalListenerDefaults,
      ...described,
      ...(afterNonGlobal !== undefined && { isAfterNonGlobal: afterNonGlobal }),
    };
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw invalid(
      `Expected to read the global task listeners of ${path}, but that failed: ${messageOf(cause)}.`,
      cause,
    );
  }
}

function parseList(path: string, text: string): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw invalid(`Expected ${path} to be JSON, but: ${messageOf(cause)}.`, cause);
  }
  if (Array.isArray(content)) return content;
  throw invalid(`Expected ${path} to hold a list of listeners, but it holds ${kindOf(content)}.`);
}

/** @param number of the entry, from 1, for messages. */
function checkedEntry(path: string, number: number, entry: unknown): Entry {
  const where = `listener ${number} in ${path}`;
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw invalid(`Expected ${where} to be an object with id, type and eventTypes, but it is ${kindOf(entry)}.`);
  }
  const names = Object.keys(fields);
  const unknown = Object.keys(entry).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw invalid(`Expected ${where} to have only ${names.join(', ')}, but found ${unknown.join(', ')}.`);
  }
  const values: Readonly<Record<string, unknown>> = { ...entry };
  for (const [name, { expected, isRequired, isValid }] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined) {
      if (isRequired) throw invalid(`Expected ${name} of ${where} to be ${expected}, but it is missing.`);
    } else if (!isValid(value)) {
      throw invalid(`Expected ${name} of ${where} to be ${expected}, but it is ${JSON.stringify(value)}.`);
    }
  }
  // Every field was checked above, which the compiler cannot follow through the table.
  return entry as Entry;
}

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= INTEGER_MAX;
}

function kindOf(value: unknown): string {
  return value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function invalid(message: string, cause?: unknown): CliError {
  return new CliError('INVALID_CONFIGURATION_FILE', message, { cause });
}
