/** Writes the TypeScript of the API that the web apps call, from the same document that describes it to everyone. */

interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly description?: string;
  readonly format?: string;
}

interface ParameterNode {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: SchemaNode;
}

interface ContentNode {
  readonly schema: SchemaNode;
}

interface OperationNode {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly ParameterNode[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, ContentNode>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, ContentNode>> }>>;
}

export interface OpenApiNode {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, SchemaNode>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** @param document an OpenAPI 3.0 document as {@link apiDocument} of the gateway makes it. @returns a module's text. */
export function webApiTypes(document: OpenApiNode): string {
  const types = Object.entries(document.components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `export type ${typeName(name)} = ${typeOf(schema)};`);
  return [
    '// Made by `npm run web-api` from the OpenAPI document. Not edited by hand.',
    "import type { Operation } from '../operation.ts';",
    ...types,
    ...operationTexts(document),
    '',
  ].join('\n\n');
}

function operationTexts(document: OpenApiNode): readonly string[] {
  const prefix = document.servers[0]?.url ?? '';
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as OperationNode | undefined;
      return operation === undefined
        ? []
        : [operationText(operation, method.toUpperCase(), 'servers' in item ? path : `${prefix}${path}`)];
    }),
  );
}

function operationText(operation: OperationNode, method: string, path: string): string {
  const { answer, type } = answerOf(operation);
  const value = `{ method: '${method}', path: '${path}', answer: '${answer}' }`;
  return `/** ${operation.summary}. */\nexport const ${operation.operationId}: Operation<${inputOf(operation)}, ${type}> = ${value};`;
}

function inputOf({ parameters = [], requestBody }: OperationNode): string {
  const members = (['path', 'query'] as const).flatMap((place) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    if (own.length === 0) return [];
    const isRequired = own.some(({ required }) => required === true);
    const fields = own.map(({ name, required, schema }) => member(name, schema, required === true));
    return [`${place}${isRequired ? '' : '?'}: { ${fields.join('; ')} }`];
  });
  const json = requestBody?.content['application/json'];
  if (json !== undefined) members.push(`body${requestBody!.required ? '' : '?'}: ${typeOf(json.schema)}`);
  else if (requestBody !== undefined) members.push('body: FormData');
  return members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`;
}

function answerOf({ responses }: OperationNode): { readonly answer: string; readonly type: string } {
  const content = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content;
  if (content === undefined) return { answer: 'none', type: 'undefined' };
  const json = content['application/json'];
  if (json !== undefined) return { answer: 'json', type: typeOf(json.schema) };
  const isBinary = Object.values(content).some(({ schema }) => schema.format === 'binary');
  return isBinary ? { answer: 'binary', type: 'Blob' } : { answer: 'text', type: 'string' };
}

function typeOf(schema: SchemaNode): string {
  const type = bareTypeOf(schema);
  return schema.nullable === true && type !== 'unknown' ? `${type} | null` : type;
}

function bareTypeOf(schema: SchemaNode): string {
  if (schema.$ref !== undefined) return typeName(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
  if (schema.oneOf !== undefined) return `(${schema.oneOf.map(typeOf).join(' | ')})`;
  if (schema.enum !== undefined) {
    return `(${schema.enum
      .filter((value) => value !== null)
      .map((value) => JSON.stringify(value))
      .join(' | ')})`;
  }
  const parts = [...(schema.allOf ?? []).map(typeOf), ...ownShape(schema)];
  return parts.length === 0 ? 'unknown' : parts.length === 1 ? parts[0]! : `(${parts.join(' & ')})`;
}

function ownShape(schema: SchemaNode): readonly string[] {
  if (schema.type === 'array' || schema.items !== undefined) return [`readonly (${typeOf(schema.items ?? {})})[]`];
  if (schema.type === 'integer' || schema.type === 'number') return ['number'];
  if (schema.type === 'string') return [schema.format === 'binary' ? 'Blob' : 'string'];
  if (schema.type === 'boolean') return ['boolean'];
  if (schema.type !== 'object' && schema.properties === undefined) return [];
  const members = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    member(name, property, schema.required?.includes(name) === true),
  );
  const { additionalProperties } = schema;
  if (members.length > 0) return [`{ ${members.join('; ')} }`];
  return [
    typeof additionalProperties === 'object'
      ? `{ readonly [name: string]: ${typeOf(additionalProperties)} }`
      : additionalProperties === false
        ? 'Record<never, never>'
        : '{ readonly [name: string]: unknown }',
  ];
}

function member(name: string, schema: SchemaNode, isRequired: boolean): string {
  const text = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `readonly ${text}${isRequired ? '' : '?'}: ${typeOf(schema)}`;
}

/** Schema names may hold what no identifier may. */
function typeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_$]/g, '_');
}
