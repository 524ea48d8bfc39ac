import { CliError } from '../cli-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An answer of the server as named fields. @throws {CliError} when it is something else. */
export function fieldsOf(answer: unknown): Fields {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as Fields;
  throw new CliError('REQUEST_REJECTED', `Expected an object as answer, but got ${JSON.stringify(answer)}.`);
}

/** A field that holds a list of objects; empty when it is missing. */
export function listOf(answer: unknown, field: string): readonly Fields[] {
  const list = fieldsOf(answer)[field];
  return Array.isArray(list) ? list.map(fieldsOf) : [];
}
