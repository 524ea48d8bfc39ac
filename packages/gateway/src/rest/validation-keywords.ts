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

export const validationKeywords: readonly FuncKeywordDefinition[] = [provided, exactlyOneOf, atLeastOneOf, enumAnyCase];

const INT32_MAX = 2 ** 31 - 1;
const INT64_MAX = 2 ** 63;

function integerFormat(min: number, max: number): FormatDefinition<number> {
  return { type: 'number', validate: (value) => value >= min && value <= max };
}

/** The other formats are only written down, for readers of the API document. */
export const validationFormats: Readonly<Record<string, FormatDefinition<number> | true>> = {
  int32: integerFormat(-INT32_MAX - 1, INT32_MAX),
  int64: integerFormat(-INT64_MAX, INT64_MAX),
  'date-time': true,
};

function isProvided(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}
