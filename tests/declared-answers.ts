/**
 * Holds answers of the API against its own OpenAPI document: status, content type, and each member of the JSON. Members
 * that are not declared count as wrong, too: clients are made from the document.
 */
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

type Json = { readonly [name: string]: unknown };

export interface GivenAnswer {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly status: number;
  /** Without parameters; empty = no body. */
  readonly contentType: string;
  readonly text: string;
}

interface DeclaredOperation {
  readonly method: string;
  readonly path: RegExp;
  /** JSON pointer within the document. */
  readonly pointer: string;
  readonly responses: Readonly<Record<string, { readonly content?: Json }>>;
}

/** Can come from anywhere and are declared nowhere. */
const EVERYWHERE = [413, 415, 500];

/** One document; lines of JSON are something else. */
export const isJson = (contentType: string): boolean => /[/+]json$/.test(contentType);

/** @returns what is wrong with an answer; empty = nothing. */
export function declaredAnswers(document: Json): (answer: GivenAnswer) => readonly string[] {
  const ajv = new Ajv2019({
    strict: false,
    logger: false,
    allErrors: true,
    formats: { 'date-time': fullFormats['date-time'] },
  });
  ajv.addSchema(checkable(document) as Json, 'api');
  const operations = operationsOf(document);
  const compiled = new Map<string, ValidateFunction>();
  return ({ method, path, status, contentType, text }) => {
    const operation = operations.find((one) => one.method === method && one.path.test(path));
    if (operation === undefined) return [`${method} ${path} is not declared`];
    const where = `${method} ${path} ${status}`;
    const response = operation.responses[status];
    if (response === undefined) return EVERYWHERE.includes(status) ? [] : [`${where} is not a declared status`];
    const types = Object.keys(response.content ?? {});
    if (contentType === '') return types.length === 0 ? [] : [`${where} has no body, but ${types.join()} is declared`];
    // A file has the type it was uploaded with.
    if (!types.includes(contentType)) {
      return types.includes('application/octet-stream')
        ? []
        : [`${where} is ${contentType}, but ${types.join()} is declared`];
    }
    if (!isJson(contentType)) return [];
    const pointer = `${operation.pointer}/responses/${status}/content/${pointerPart(contentType)}/schema`;
    let validate = compiled.get(pointer);
    if (validate === undefined) {
      validate = ajv.compile({ $ref: `api#${pointer}` });
      compiled.set(pointer, validate);
    }
    if (validate(JSON.parse(text))) return [];
    return (validate.errors ?? []).map((error) => `${where}: ${errorText(error)}`);
  };
}

function operationsOf(document: Json): readonly DeclaredOperation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'servers')
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${'servers' in methods ? '' : '/v2'}${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        pointer: `/paths/${pointerPart(path)}/${method}`,
        responses: (operation as { readonly responses: DeclaredOperation['responses'] }).responses,
      })),
  );
}

/** `/v2/a` as one part of a JSON pointer in a URI. */
function pointerPart(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** From OpenAPI 3.0's dialect to JSON schema: null is a type of its own, and what is not declared is not there. */
function checkable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(checkable);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, discriminator: _discriminator, ...rest } = node as Json;
  const schema: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, checkable(value)]),
  );
  if (schema.type === 'object' && schema.properties !== undefined && schema.additionalProperties === undefined) {
    schema.additionalProperties = false;
  }
  if (typeof schema.$ref === 'string') schema.$ref = `api${schema.$ref}`;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function errorText({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === '' ? 'the body' : instancePath} ${message} ${JSON.stringify(params)}`;
}
