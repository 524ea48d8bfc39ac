import { describe, expect, it } from 'vitest';
import { startRest } from '../../test/rest-fixture.ts';
import { endpoints } from './endpoint-table.ts';
import { openApiDocument } from './open-api-document.ts';

type Node = { [name: string]: Node };

const document = openApiDocument(endpoints) as unknown as Node;

function* references(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === '$ref' && typeof value === 'string') yield value;
    else if (name === 'mapping') yield* Object.values(value as Record<string, string>);
    else yield* references(value);
  }
}

describe('the API document', () => {
  it('should be served', async () => {
    const rest = await startRest();
    const answer = await rest.request('GET', '/v2/openapi.json');
    await rest.close();

    expect(answer.json).toEqual(document);
    expect(document).toMatchObject({ openapi: '3.0.3', servers: [{ url: '/v2' }] });
  });

  it('should hold every schema it refers to, and no other', () => {
    const targets = new Set(references(document));
    const known = new Set(Object.keys(document.components!.schemas!).map((name) => `#/components/schemas/${name}`));

    expect(targets).toEqual(known);
  });

  it('should describe every operation once, with parameters and responses', () => {
    const operations = Object.entries(document.paths!).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'servers')
        .map(([, operation]) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);

    expect(new Set(ids).size).toBe(endpoints.length);
    for (const { path, operation } of operations) {
      const statuses = Object.keys(operation.responses!);
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      for (const status of statuses) expect(operation.responses![status]!.description).toBeTruthy();
      const parameters = (operation.parameters ?? []) as unknown as { name: string; in: string }[];
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
    }
  });

  it('should require only members it declares', () => {
    for (const [name, schema] of Object.entries(document.components!.schemas!)) {
      for (const required of (schema.required ?? []) as unknown as string[]) {
        expect(schema.properties, `${name}.${required}`).toHaveProperty([required]);
      }
    }
  });
});
