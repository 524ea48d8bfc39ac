/**
 * Values that a schema refuses, made from the schema: one thing is wrong with each, everywhere it can be wrong, and it is
 * known what the answer has to name. What is checked with a new schema is covered without a new test.
 */
import { KEY_PATTERN } from '../src/rest/schemas/key-pattern.ts';
import { type CheckedSchema, isNamedSchema, type Schema } from '../src/rest/schemas/schema.ts';

export interface WrongValue {
  /** What is wrong, for the message of a test that fails. */
  readonly what: string;
  readonly value: unknown;
  /** What the answer must name: the path of the wrong member. */
  readonly names: string;
  /** `unreadable`: it cannot be read as the type; `invalid`: it can, but breaks a rule. */
  readonly problem: 'unreadable' | 'invalid';
}

const samples = { string: 'x', integer: 7, number: 1.5, boolean: true, array: [], object: {} } as const;

/** Names of members that no schema has, some of which a JavaScript program might stumble over. */
const UNKNOWN_NAMES = ['noSuchMember', '$noSuchOperator', 'constructor', 'a.b', '🐝', "'; DROP TABLE job; --"];

const BAD_DATES = [
  'yesterday',
  '2026-01-31',
  '2026-01-31T12:00:00',
  '2026-02-30T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '2026-01-31T24:00:00Z',
  '2026-01-31T12:60:00Z',
  '2026-01-31 12:00:00Z',
  '+275760-09-13T00:00:00Z',
  '1767225600000',
  "2026-01-31T12:00:00Z' OR '1'='1",
  '２０２６-01-31T12:00:00Z',
];

const NOT_MATCHING = [
  '',
  ' ',
  'a b',
  '💥',
  '1 OR 1=1',
  "';--",
  '§',
  '-',
  '\u0000',
  '\ud800',
  '\n',
  '{}',
  '9'.repeat(30),
];

/** Items of a list that is too long; longer ones say nothing new and take their time. */
const LIST_LENGTH_MAX = 10_001;

/** A value the schema takes, as small as it may be. */
export function fittingValue(schema: Schema): unknown {
  const definition = definitionOf(schema);
  if (definition.enum !== undefined) return definition.enum[0];
  switch (definition.type) {
    case 'object':
      return fittingObject(definition);
    case 'array':
      return Array.from({ length: definition.minItems ?? 0 }, () => fittingValue(definition.items!));
    case 'integer':
    case 'number':
      return definition.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return fittingText(definition);
    case undefined:
      return null;
  }
}

/** @param member that shall be possible in it: some are for objects of one kind only. */
function fittingObject(definition: CheckedSchema, member?: string): Record<string, unknown> {
  const { properties = {}, required = [], exactlyOneOf, atLeastOneOf, membersByKind } = definition;
  const names = new Set(required);
  const choices = exactlyOneOf ?? atLeastOneOf;
  if (choices !== undefined) names.add(member !== undefined && choices.includes(member) ? member : choices[0]!);
  const value = Object.fromEntries([...names].map((name) => [name, fittingValue(properties[name]!)]));
  if (membersByKind === undefined) return value;
  const { by, kinds } = membersByKind;
  const kind =
    Object.keys(kinds).find((name) => member === undefined || member === by || kinds[name]!.includes(member)) ?? '';
  for (const name of Object.keys(value)) if (name !== by && !kinds[kind]?.includes(name)) delete value[name];
  return { ...value, [by]: kind };
}

function fittingText({ pattern, minLength = 0, format, maxLength }: CheckedSchema): string {
  if (format === 'date-time') return '2026-01-31T12:00:00Z';
  const candidates = ['x'.repeat(Math.max(minLength, 1)), '1', 'AAAA', '<default>'];
  const found = candidates.find(
    (text) =>
      (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
      (maxLength === undefined || text.length <= maxLength),
  );
  if (found === undefined) throw new Error(`Expected a text for the pattern ${pattern}: add one to the candidates`);
  return found;
}

/**
 * Every wrong value for a schema.
 * @param path of the value within the body; empty for the body itself.
 * @param tried objects within whose members were tried; of those only wrong types are. Others are added.
 */
export function* wrongValues(schema: Schema, path = '', tried: Set<object> = new Set()): Generator<WrongValue> {
  const definition = definitionOf(schema);
  yield* wrongTypes(definition, path);
  if (path !== '' && isNamedSchema(schema) && definition.properties !== undefined) {
    if (tried.has(definition.properties)) return;
    tried.add(definition.properties);
  }
  yield* wrongTexts(definition, path);
  yield* wrongNumbers(definition, path);
  yield* wrongLists(definition, path, tried);
  yield* wrongObjects(definition, path, tried);
}

function* wrongTypes({ type, orType, enum: values }: CheckedSchema, path: string): Generator<WrongValue> {
  if (type === undefined || path === '') return;
  for (const [sampleType, value] of Object.entries(samples)) {
    const isRight = sampleType === type || sampleType === orType || (type === 'number' && sampleType === 'integer');
    if (!isRight) yield { what: `${sampleType} for ${type}`, value, names: path, problem: 'unreadable' };
  }
  if (values === undefined) return;
  for (const value of ['NO_SUCH_VALUE', '', ' ', '💥', "' OR 1=1 --"]) {
    yield { what: `no such value: ${value}`, value, names: path, problem: 'unreadable' };
  }
}

function* wrongTexts(definition: CheckedSchema, path: string): Generator<WrongValue> {
  const { type, minLength = 0, maxLength, pattern, format } = definition;
  if (type !== 'string') return;
  if (minLength > 0) yield { what: 'empty text', value: '', names: path, problem: 'invalid' };
  if (maxLength !== undefined) {
    yield { what: 'too long', value: 'x'.repeat(maxLength + 1), names: path, problem: 'invalid' };
  }
  if (format === 'date-time') {
    for (const value of BAD_DATES) yield { what: `date ${value}`, value, names: path, problem: 'invalid' };
  }
  if (pattern === undefined) return;
  if (pattern === KEY_PATTERN) {
    for (const value of ['9223372036854775808', '-9223372036854775809', '9'.repeat(22)]) {
      yield { what: `beyond 64 bits: ${value}`, value, names: path, problem: 'invalid' };
    }
  }
  const regExp = new RegExp(pattern, 'u');
  for (const value of NOT_MATCHING) {
    if (!regExp.test(value)) yield { what: `not of the pattern: ${value}`, value, names: path, problem: 'invalid' };
  }
}

function* wrongNumbers({ type, minimum, maximum, format }: CheckedSchema, path: string): Generator<WrongValue> {
  if (type !== 'integer' && type !== 'number') return;
  if (minimum !== undefined) yield { what: 'too small', value: minimum - 1, names: path, problem: 'invalid' };
  if (maximum !== undefined) yield { what: 'too large', value: maximum + 1, names: path, problem: 'invalid' };
  if (format === undefined) return;
  const bound = format === 'int32' ? 2 ** 31 : 2 ** 64;
  for (const value of [bound, -bound * 2, 1e300]) {
    yield { what: `beyond ${format}: ${value}`, value, names: path, problem: 'unreadable' };
  }
}

function* wrongLists(definition: CheckedSchema, path: string, tried: Set<object>): Generator<WrongValue> {
  const { type, items, minItems = 0, maxItems, uniqueItems } = definition;
  if (type !== 'array' || items === undefined) return;
  if (minItems > 0) yield { what: 'empty list', value: [], names: path, problem: 'invalid' };
  if (maxItems !== undefined && maxItems < LIST_LENGTH_MAX) {
    const value = Array.from({ length: maxItems + 1 }, () => fittingValue(items));
    yield { what: 'too many items', value, names: path, problem: 'invalid' };
  }
  if (uniqueItems === true) {
    const value = [fittingValue(items), fittingValue(items)];
    yield { what: 'an item twice', value, names: path, problem: 'invalid' };
  }
  if (definitionOf(items).type !== undefined) {
    yield { what: 'null as an item', value: [null], names: `${path}[0]`, problem: 'unreadable' };
  }
  for (const wrong of wrongValues(items, `${path}[0]`, tried)) yield { ...wrong, value: [wrong.value] };
}

function* wrongObjects(definition: CheckedSchema, path: string, tried: Set<object>): Generator<WrongValue> {
  const { type, orType, properties, additionalProperties, required = [] } = definition;
  if ((type !== 'object' && orType !== 'object') || properties === undefined) return;
  if (additionalProperties === false) {
    for (const name of UNKNOWN_NAMES) {
      const value = { ...fittingObject(definition), [name]: 1 };
      yield { what: `unknown member ${name}`, value, names: joined(path, name), problem: 'unreadable' };
    }
  }
  for (const name of required) {
    yield* missingMember(definition, path, name);
  }
  yield* wrongChoices(definition, path);
  for (const [name, schema] of Object.entries(properties)) {
    for (const wrong of wrongValues(schema, joined(path, name), tried)) {
      yield { ...wrong, value: { ...fittingObject(definition, name), [name]: wrong.value } };
    }
  }
}

function* missingMember(definition: CheckedSchema, path: string, name: string): Generator<WrongValue> {
  const names = joined(path, name);
  const { [name]: _left, ...rest } = fittingObject(definition, name);
  yield { what: 'left out', value: rest, names, problem: 'invalid' };
  yield { what: 'null', value: { ...rest, [name]: null }, names, problem: 'invalid' };
  const { type, enum: values } = definitionOf(definition.properties![name]!);
  if (type !== 'string' || values !== undefined) return;
  yield { what: 'empty', value: { ...rest, [name]: '' }, names, problem: 'invalid' };
  yield { what: 'blank', value: { ...rest, [name]: ' \t\n' }, names, problem: 'invalid' };
}

function* wrongChoices(definition: CheckedSchema, path: string): Generator<WrongValue> {
  const { properties = {}, exactlyOneOf, atLeastOneOf, membersByKind } = definition;
  const choices = exactlyOneOf ?? atLeastOneOf;
  if (choices !== undefined) {
    const value = fittingObject(definition);
    for (const name of choices) delete value[name];
    yield { what: 'none of several', value, names: choices[0]!, problem: 'invalid' };
  }
  // Where kinds have members of their own, the second is told as one of another kind.
  if (exactlyOneOf !== undefined && membersByKind === undefined) {
    const all = Object.fromEntries(exactlyOneOf.map((name) => [name, fittingValue(properties[name]!)]));
    yield {
      what: 'two of one',
      value: { ...fittingObject(definition), ...all },
      names: exactlyOneOf[1]!,
      problem: 'invalid',
    };
  }
  if (membersByKind === undefined) return;
  const { by, kinds } = membersByKind;
  for (const [kind, members] of Object.entries(kinds)) {
    const foreign = Object.keys(properties).find((name) => name !== by && !members.includes(name));
    if (foreign === undefined) continue;
    const value = {
      ...fittingObject(definition, members[0] ?? by),
      [by]: kind,
      [foreign]: fittingValue(properties[foreign]!),
    };
    yield { what: `${foreign} for ${kind}`, value, names: joined(path, foreign), problem: 'unreadable' };
  }
}

/** Where texts go in a body of the schema: each as a function that puts one there, all else fitting. */
export function* textPlaces(schema: Schema): Generator<(text: string) => unknown> {
  const definition = definitionOf(schema);
  const { type, orType, properties, items, enum: values } = definition;
  if (type === 'string' && values === undefined) yield (text) => text;
  if (type === 'array' && items !== undefined) for (const put of textPlaces(items)) yield (text) => [put(text)];
  if (type !== 'object' && orType !== 'object') return;
  for (const [name, member] of Object.entries(properties ?? {})) {
    for (const put of textPlaces(member)) {
      yield (text) => ({ ...fittingObject(definition, name), [name]: put(text) });
    }
  }
}

export function definitionOf(schema: Schema): CheckedSchema {
  const definition: CheckedSchema = isNamedSchema(schema) ? (schema.checked ?? schema.definition) : schema;
  return definition.allOf === undefined ? definition : definitionOf(definition.allOf[0]);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
