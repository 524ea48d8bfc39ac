/** One property of a search filter: a bare value, or operators that all have to hold. */
import { RejectionType } from '@waggle/protocol';
import { RejectCommand, Rejection } from '../rejection.ts';
import { matchesPattern } from './like-pattern.ts';

/** What a property has; `undefined` = it has none. Keys are texts, as in filters. */
export type PropertyValue = string | number | boolean | undefined;
export type PropertyTest = (value: PropertyValue) => boolean;

type Operand = string | number | boolean;

/** Operators and types of the properties that the published API has. */
const PROPERTY_KINDS = {
  key: { type: 'string', operators: ['$eq', '$neq', '$exists', '$in', '$notIn'] },
  text: { type: 'string', operators: ['$eq', '$neq', '$exists', '$in', '$notIn', '$like'] },
  enumeration: { type: 'string', operators: ['$eq', '$neq', '$exists', '$in', '$like'] },
  integer: { type: 'number', operators: ['$eq', '$neq', '$exists', '$gt', '$gte', '$lt', '$lte', '$in'] },
  flag: { type: 'boolean', operators: ['$eq'] },
} as const;
export type PropertyKind = keyof typeof PROPERTY_KINDS;

/** Values of one list. A filter with more would be looked through for every instance. */
const LIST_MAX = 1000;

/** @throws {RejectCommand} it is no filter of this kind; names `path`. */
export function compileProperty(kind: PropertyKind, filter: unknown, path: string): PropertyTest {
  const { type } = PROPERTY_KINDS[kind];
  if (!isObject(filter)) {
    const expected = operand(filter, type, path);
    return (value) => value === expected;
  }
  const tests = Object.entries(filter).map(([name, given]) => compileOperator(kind, name, given, path));
  return (value) => tests.every((test) => test(value));
}

/** The values that alone can match, when the filter lists them. */
export function listedValues(filter: unknown): readonly string[] | undefined {
  if (typeof filter === 'string') return [filter];
  if (!isObject(filter)) return undefined;
  if (typeof filter.$eq === 'string') return [filter.$eq];
  const listed = filter.$in;
  return Array.isArray(listed) && listed.every((each) => typeof each === 'string') ? listed : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A filter's conditions; one that is null is none. @throws {RejectCommand} it is no filter. */
export function conditionsOf(filter: unknown, what: string): Readonly<Record<string, unknown>> {
  if (!isObject(filter)) return refuseFilter(`Expected ${what}, but it is not`);
  return Object.fromEntries(Object.entries(filter).filter(([, condition]) => condition !== null));
}

export function refuseFilter(reason: string): never {
  throw new RejectCommand(new Rejection(RejectionType.INVALID_ARGUMENT, reason));
}

function compileOperator(kind: PropertyKind, name: string, given: unknown, path: string): PropertyTest {
  const { type, operators } = PROPERTY_KINDS[kind];
  if (!operators.some((operator) => operator === name)) {
    refuseFilter(`Expected the filter '${path}' to use ${operators.join(', ')}, but it has '${name}'`);
  }
  const place = `${path}.${name}`;
  switch (name) {
    case '$exists': {
      if (typeof given !== 'boolean') refuseFilter(`Expected '${place}' to be true or false, but it is not`);
      return (value) => (value !== undefined) === given;
    }
    case '$in':
    case '$notIn': {
      const listed = new Set<PropertyValue>(operands(given, type, place));
      const isWanted = name === '$in';
      return (value) => listed.has(value) === isWanted;
    }
    case '$like': {
      const pattern = String(operand(given, type, place));
      return (value) => typeof value === 'string' && matchesPattern(value, pattern);
    }
  }
  const expected = operand(given, type, place);
  switch (name) {
    case '$eq':
      return (value) => value === expected;
    case '$neq':
      return (value) => value !== expected;
    case '$gt':
      return (value) => value !== undefined && value > expected;
    case '$gte':
      return (value) => value !== undefined && value >= expected;
    case '$lt':
      return (value) => value !== undefined && value < expected;
    default:
      return (value) => value !== undefined && value <= expected;
  }
}

function operands(given: unknown, type: string, path: string): readonly Operand[] {
  if (!Array.isArray(given)) return refuseFilter(`Expected '${path}' to be a list, but it is not`);
  if (given.length > LIST_MAX) {
    refuseFilter(`Expected '${path}' to list at most ${LIST_MAX} values, but it lists ${given.length}`);
  }
  return given.map((each) => operand(each, type, path));
}

function operand(given: unknown, type: string, path: string): Operand {
  if (typeof given !== type) return refuseFilter(`Expected '${path}' to be a ${type}, but it is not`);
  return given as Operand;
}
