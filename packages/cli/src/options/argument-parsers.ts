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
export const variablesArgument = objectArgument('--variables', '{"orderId": "order-1"}');

/** @param name of the option, for the message. @throws {CliError} INVALID_ARGUMENT */
export function objectArgument(name: string, example: string): (text: string) => Readonly<Record<string, unknown>> {
  const expected = `Expected ${name} to be a JSON object such as '${example}'`;
  return (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new CliError('INVALID_ARGUMENT', `${expected}, but it is no JSON: ${text}`, { cause });
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new CliError('INVALID_ARGUMENT', `${expected}, but it is ${text}`);
    }
    return value as Record<string, unknown>;
  };
}

/** Fields separated by commas, each with `:desc` behind it when the largest comes first. */
export function sortArgument(text: string): readonly { readonly field: string; readonly order: string }[] {
  return nameListArgument(text).map((part) => {
    const [field = '', order = 'asc'] = part.split(':');
    if (field === '' || !/^(asc|desc)$/i.test(order)) {
      throw new CliError('INVALID_ARGUMENT', `Expected --sort to be fields such as startDate:desc, but got "${part}".`);
    }
    return { field, order: order.toUpperCase() };
  });
}

/** Names separated by commas. */
export function nameListArgument(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}
