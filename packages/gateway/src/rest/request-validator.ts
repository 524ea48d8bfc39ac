/**
 * Checks request bodies against their schemas.
 *
 * 1. One compiled function answers the usual case, a valid body, and stops at the first error.
 * 2. Only for an invalid body others find out how to say it: what cannot be read is told first and alone, as a client
 *    with a wrong type cannot use hints on ranges; otherwise all broken rules are told at once.
 * 3. Each function is compiled when it is first needed: all of them at the start would cost a third of it.
 */
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { invalidArgument } from './errors.ts';
import type { JsonBody } from './json-body.ts';
import { ALL_VIOLATIONS_BODY_LENGTH_MAX, VIOLATIONS_MAX } from './limits.ts';
import type { RestProblem } from './rest-problem.ts';
import type { NamedSchema } from './schemas/schema.ts';
import { validationFormats, validationKeywords } from './validation-keywords.ts';
import { type AjvSchema, toShapeSchema, toValidationSchema } from './validation-schema.ts';
import { shapeProblem, violationMessage } from './violation.ts';

const first = createAjv({ allErrors: false });
const all = createAjv({ allErrors: true });

export class RequestValidator<Type> {
  /** Members of free JSON, whose content is not checked. */
  readonly freeMembers: ReadonlySet<string>;
  readonly #schema: AjvSchema;
  #isValid: ValidateFunction | undefined;
  #findShapeError: ValidateFunction | undefined;
  #findViolations: ValidateFunction | undefined;

  constructor(schema: NamedSchema<Type>) {
    this.#schema = toValidationSchema(schema);
    const properties = Object.entries((this.#schema.properties ?? {}) as Record<string, AjvSchema>);
    this.freeMembers = new Set(properties.filter(([, property]) => isFreeObject(property)).map(([name]) => name));
  }

  /** @throws {RestProblem} the body cannot be read as the type or breaks its rules. */
  check(body: JsonBody): Type {
    this.#isValid ??= first.compile(this.#schema);
    if (!this.#isValid(body.value)) throw this.#problem(body, this.#isValid);
    return body.value as Type;
  }

  #problem(body: JsonBody, isValid: ValidateFunction): RestProblem {
    this.#findShapeError ??= first.compile(toShapeSchema(this.#schema));
    if (!this.#findShapeError(body.value)) return shapeProblem(this.#findShapeError.errors![0]!);
    const isSmall = body.length <= ALL_VIOLATIONS_BODY_LENGTH_MAX;
    if (isSmall) this.#findViolations ??= all.compile(this.#schema);
    const find = isSmall ? this.#findViolations! : isValid;
    find(body.value);
    const messages = new Set((find.errors ?? []).map(violationMessage));
    return invalidArgument([...messages].slice(0, VIOLATIONS_MAX));
  }
}

function isFreeObject(schema: AjvSchema): boolean {
  return typeof schema.additionalProperties === 'object' && schema.properties === undefined;
}

function createAjv(options: { readonly allErrors: boolean }): Ajv2019 {
  const ajv = new Ajv2019({
    ...options,
    verbose: true,
    allowUnionTypes: true,
    formats: { ...validationFormats },
    keywords: [...validationKeywords],
  });
  return ajv;
}
