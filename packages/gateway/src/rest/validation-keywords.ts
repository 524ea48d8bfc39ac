import { parseKey } from '@waggle/protocol';
import type { FormatDefinition, FuncKeywordDefinition, SchemaValidateFunction } from 'ajv';

/** Missing members are told before wrong ones: rules on the body as a whole run first. */
type Members = Readonly<Record<string, unknown>>;

/** Members that must be there: not absent, null or blank. */
const provided: FuncKeywordDefinition = {
  keyword: 'provided',
  type: 'object',
  before: 'properties',
  schemaType: 'array',
  errors: true,
  compile(names: readonly string[]) {
    const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data: Members) => {
      const missing = names.filter((name) => !isProvided(data[name]));
      if (missing.length === 0) return true;
      validate.errors = missing.map((name) => ({ keyword: 'provided', params: { name } }));
      return false;
    };
    return validate;
  },
};

const exactlyOneOf: FuncKeywordDefinition = {
  keyword: 'exactlyOneOf',
  type: 'object',
  before: 'properties',
  schemaType: 'array',
  errors: true,
  compile(names: readonly string[]) {
    const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data: Members) => {
      const count = names.filter((name) => isProvided(data[name])).length;
      if (count === 1) return true;
      validate.errors = [{ keyword: count === 0 ? 'atLeastOneOf' : 'exactlyOneOf', params: { names } }];
      return false;
    };
    return validate;
  },
};

const atLeastOneOf: FuncKeywordDefinition = {
  keyword: 'atLeastOneOf',
  type: 'object',
  before: 'properties',
  schemaType: 'array',
  errors: true,
  compile(names: readonly string[]) {
    const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data: Members) => {
      if (names.some((name) => isProvided(data[name]))) return true;
      validate.errors = [{ keyword: 'atLeastOneOf', params: { names } }];
      return false;
    };
    return validate;
  },
};

/** One of the values in any letter case; the value is replaced by its canonical spelling. */
const enumAnyCase: FuncKeywordDefinition = {
  keyword: 'enumAnyCase',
  type: 'string',
  schemaType: 'array',
  errors: true,
  modifying: true,
  compile(values: readonly string[]) {
    const canonical = new Map(values.map((value) => [value.toUpperCase(), value]));
    const validate: SchemaValidateFunction = (data: string, context) => {
      const value = canonical.get(data.toUpperCase());
      if (value === undefined) {
        validate.errors = [{ keyword: 'enumAnyCase', params: { values } }];
        return false;
      }
      if (context !== undefined) context.parentData[context.parentDataProperty] = value;
      return true;
    };
    return validate;
  },
};

export interface MembersByKind {
  /** Member that names the kind. */
  readonly by: string;
  /** The kind of an object that names none. */
  readonly otherwise?: string;
  /** Members each kind may have beside the one that names it. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

/** Members of one kind of object in another one are unknown there, as clients of the original know it. */
const membersByKind: FuncKeywordDefinition = {
  keyword: 'membersByKind',
  type: 'object',
  before: 'properties',
  schemaType: 'object',
  errors: true,
  compile({ by, otherwise, kinds }: MembersByKind) {
    const membersOf = new Map(Object.entries(kinds).map(([kind, members]) => [kind.toUpperCase(), new Set(members)]));
    const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (data: Members) => {
      const kind = data[by] ?? otherwise;
      const members = typeof kind === 'string' ? membersOf.get(kind.toUpperCase()) : undefined;
      // What an unknown kind is told is the enum's business.
      if (members === undefined) return true;
      const foreign = Object.keys(data).find((name) => name !== by && !members.has(name) && data[name] !== null);
      if (foreign === undefined) return true;
      validate.errors = [{ keyword: 'membersByKind', params: { additionalProperty: foreign } }];
      return false;
    };
    return validate;
  },
};

/** A date-time as Camunda reads it: RFC 3339, seconds optional, a zone name allowed behind the offset. */
const DATE_TIME =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})(?:\[[\w/+-]+\])?$/;

/** Empty text is allowed: it clears what was set before. */
const dateTimeOrEmpty: FuncKeywordDefinition = {
  keyword: 'dateTimeOrEmpty',
  type: 'string',
  schemaType: 'boolean',
  validate: (_isWanted: boolean, text: string) => text === '' || isDateTime(text),
};

export function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isInCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isInCalendar && hour <= 23 && minute <= 59 && second <= 59;
}

/** Digits that are a 64-bit integer; other texts are for the pattern to tell. */
const int64Text: FuncKeywordDefinition = {
  keyword: 'int64Text',
  type: 'string',
  schemaType: 'boolean',
  validate: (_isWanted: boolean, text: string) => !/^-?[0-9]+$/.test(text) || parseKey(text) !== undefined,
};

export const validationKeywords: readonly FuncKeywordDefinition[] = [
  provided,
  exactlyOneOf,
  atLeastOneOf,
  enumAnyCase,
  membersByKind,
  dateTimeOrEmpty,
  int64Text,
];

const INT32_MAX = 2 ** 31 - 1;
const INT64_MAX = 2 ** 63;

function integerFormat(min: number, max: number): FormatDefinition<number> {
  return { type: 'number', validate: (value) => value >= min && value <= max };
}

/** `date-time` is a rule of its own (`dateTimeOrEmpty`); others do not occur in requests. */
export const validationFormats: Readonly<Record<string, FormatDefinition<number>>> = {
  int32: integerFormat(-INT32_MAX - 1, INT32_MAX),
  // 2^63 is what JSON.parse makes of the highest one.
  int64: integerFormat(-INT64_MAX, INT64_MAX),
};

function isProvided(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}
