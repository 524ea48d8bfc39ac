import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { exporterDefinitions } from './exporter-definitions.ts';

test('should give exporters of one kind ids that stay the same at the next start', () => {
  const definitions = exporterDefinitions(['json-lines=a.jsonl', 'json-lines=b=c.jsonl']);
  expect(definitions.map(({ id, configuration }) => [id, configuration])).toEqual([
    ['json-lines', { path: resolve('a.jsonl') }],
    ['json-lines-2', { path: resolve('b=c.jsonl') }],
  ]);
});
