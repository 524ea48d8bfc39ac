/** Says what ajv found in the words clients know. */
import type { ErrorObject } from 'ajv';
import { badRequest, unknownEnumValue, unreadableProperty } from './errors.ts';
import { quotedText } from './quoted-text.ts';
import type { RestProblem } from './rest-problem.ts';
import { KEY_PATTERN } from './schemas/key-pattern.ts';

/** @param error of a schema made by `toShapeSchema`. */
export function shapeProblem(error: ErrorObject): RestProblem {
  const path = memberPath(error.instancePath);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'membersByKind':
      return unreadableProperty(joinPath(path, quotedText(String(params.additionalProperty))));
    case 'enumAnyCase':
      return unknownEnumValue(path, quotedText(String(error.data)), params.values as readonly string[]);
    default:
      return path === '' ? badRequest('Failed to read request') : unreadableProperty(path);
  }
}

/** @param error of a value that can be read. */
export function violationMessage(error: ErrorObject): string {
  const path = memberPath(error.instancePath);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'provided':
      return `No ${joinPath(path, String(params.name))} provided`;
    case 'atLeastOneOf':
      return `At least one of [${choices(path, params)}] is required`;
    case 'exactlyOneOf':
      return `Only one of [${choices(path, params)}] is allowed`;
    case 'minLength':
      return `No ${path} provided`;
    case 'maxLength':
      return tooLong(path, Number(params.limit));
    case 'pattern':
      return patternViolation(path, String(error.data), String(params.pattern));
    case 'int64Text':
      return invalidKey(path, String(error.data));
    case 'minimum':
      return invalidValue(path, error.data, `greater than ${Number(params.limit) - 1}`);
    case 'maximum':
      return invalidValue(path, error.data, `at most ${String(params.limit)}`);
    case 'minItems':
      return `No ${path} provided`;
    case 'dateTimeOrEmpty':
      return invalidDate(path, String(error.data));
    case 'maxItems':
      return invalidValue(
        path,
        `${(error.data as readonly unknown[]).length} items`,
        `at most ${String(params.limit)} items`,
      );
    case 'uniqueItems':
      return invalidValue(path, `item ${String(params.i)} again as item ${String(params.j)}`, 'free of duplicates');
    default:
      return invalidValue(path, '', `valid: it ${error.message ?? error.keyword}`);
  }
}

/** Clients know the bare names; in a list they would not say which item is meant. */
function choices(path: string, { names }: Record<string, unknown>): string {
  const isInList = path.includes('[');
  return (names as readonly string[]).map((name) => (isInList ? joinPath(path, name) : name)).join(', ');
}

function patternViolation(path: string, value: string, pattern: string): string {
  return pattern === KEY_PATTERN ? invalidKey(path, value) : illegalCharacters(path, pattern);
}

export function illegalCharacters(path: string, pattern: string): string {
  return `The provided ${path} contains illegal characters. It must match the pattern '${pattern}'`;
}

export function tooLong(path: string, lengthMax: number): string {
  return `The provided ${path} exceeds the limit of ${lengthMax} characters`;
}

export function invalidKey(name: string, value: string): string {
  return (
    `The provided ${name} '${quotedText(value)}' is not a valid key. Expected a numeric value. ` +
    'Did you pass an entity id instead of an entity key?'
  );
}

export function invalidDate(path: string, value: string): string {
  return `The provided ${path} '${quotedText(value)}' cannot be parsed as a date according to RFC 3339, section 5.6`;
}

export function invalidValue(path: string, value: unknown, constraint: string): string {
  return `The value for ${path} is '${quotedText(String(value))}' but must be ${constraint}`;
}

/** From a JSON pointer, `/changeset/retries` or `/tags/0`, to `changeset.retries` or `tags[0]`. */
function memberPath(pointer: string): string {
  let path = '';
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    path = /^[0-9]+$/.test(name) ? `${path}[${name}]` : joinPath(path, quotedText(name));
  }
  return path;
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
