import { parseKey } from '@waggle/protocol';
import { CliError } from '../cli-error.ts';

/** @param name how the user knows the argument, for the message. @throws {CliError} INVALID_ARGUMENT */
export function keyArgument(name: string): (text: string) => string {
  return (text) => {
    if (parseKey(text) === undefined) {
      throw new CliError(
        'INVALID_ARGUMENT',
        `Expected ${name} to be a key such as 2251799813685249, but it is "${text}".`,
      );
    }
    return text;
  };
}

/** @param min smallest value allowed. @throws {CliError} INVALID_ARGUMENT */
export function integerArgument(name: string, min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value) || value < min) {
      throw new CliError(
        'INVALID_ARGUMENT',
        `Expected ${name} to be a whole number of at least ${min}, but it is "${text}".`,
      );
    }
    return value;
  };
}

/** Reads a JSON object of variables. @throws {CliError} INVALID_ARGUMENT */
export function variablesArgument(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CliError('INVALID_ARGUMENT', `${expectedVariables}, but it is no JSON: ${text}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CliError('INVALID_ARGUMENT', `${expectedVariables}, but it is ${text}`);
  }
  return value as Record<string, unknown>;
}

const expectedVariables = `Expected --variables to be a JSON object such as '{"orderId": "order-1"}'`;

/** Names separated by commas. */
export function nameListArgument(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}
