import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { exporterPlans } from './exporter-plans.ts';

test('should give exporters of one kind ids that stay the same at the next start', () => {
  const { definitions } = exporterPlans(['json-lines=a.jsonl', 'json-lines=b=c.jsonl'], []);
  expect(definitions.map(({ id, configuration }) => [id, configuration])).toEqual([
    ['json-lines', { path: resolve('a.jsonl') }],
    ['json-lines-2', { path: resolve('b=c.jsonl') }],
  ]);
});

test('should take the arguments that Camunda knows, by exporter', () => {
  // when
  const { searchIndices } = exporterPlans(
    ['elasticsearch=http://a:9200,http://b:9200/', 'elasticsearch=https://c', 'opensearch=http://d:9200'],
    [
      'elasticsearch.index.prefix=acme',
      'elasticsearch.bulk.memory-limit=1000000',
      'elasticsearch.index.numberOfShards=1',
      'elasticsearch-2.bulk.delay=2',
      'opensearch.retention.enabled=true',
      'opensearch.authentication.username=admin',
      'opensearch.authentication.password=a=b',
    ],
  );

  // then
  expect(searchIndices).toMatchObject([
    {
      id: 'elasticsearch',
      urls: ['http://a:9200', 'http://b:9200'],
      index: { prefix: 'acme', numberOfShards: 1, numberOfReplicas: 0, suffixDatePattern: 'yyyy-MM-dd' },
      bulk: { delayMs: 5_000, size: 1_000, memoryLimit: 1_000_000 },
      retention: { isEnabled: false },
    },
    { id: 'elasticsearch-2', urls: ['https://c'], bulk: { delayMs: 2_000 } },
    {
      id: 'opensearch',
      product: 'opensearch',
      retention: { isEnabled: true, minimumAge: '30d' },
      authentication: { username: 'admin', password: 'a=b' },
    },
  ]);
});

test.each([
  [['elasticsearch=nowhere'], [], 'Expected the argument url of the exporter "elasticsearch" to be one or more URLs'],
  [
    ['elasticsearch=http://a'],
    ['elasticsearch.bulk.size=0'],
    'bulk.size of the exporter "elasticsearch" to be a whole number',
  ],
  [['elasticsearch=http://a'], ['elasticsearch.index.prefix=a_b'], 'to be lower case letters, digits, dots and dashes'],
  [['elasticsearch=http://a'], ['elasticsearch.index.index-suffix-date-pattern=QQ'], 'to be a pattern of dates'],
  [
    ['elasticsearch=http://a'],
    ['elasticsearch.bulk.sise=5'],
    'Expected only known arguments of the exporter "elasticsearch", but found bulk.sise',
  ],
  [
    ['elasticsearch=http://a'],
    ['opensearch.bulk.size=5'],
    'begin with the id of an exporter (elasticsearch), but it begins with "opensearch"',
  ],
  [['json-lines=a'], ['json-lines.path=b'], 'Expected no arguments of the exporter "json-lines", but found path'],
])('should refuse %s with %s', (exporters, given, message) => {
  expect(() => exporterPlans(exporters, given)).toThrow(message);
});
