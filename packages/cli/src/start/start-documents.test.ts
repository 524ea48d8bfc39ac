import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DocumentSettings, startDocuments } from './start-documents.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const credentials = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

function start(stores: readonly string[], settings: Partial<DocumentSettings> = {}) {
  return startDocuments({
    stores,
    documentBytesMax: 1_000,
    dataFolder: folder,
    environment: credentials,
    logger: pino({ level: 'silent' }),
    ...settings,
  });
}

async function keep(documents: ReturnType<typeof start>): Promise<string> {
  const file = await documents.receive(undefined, Readable.from([Buffer.from('x')]));
  const metadata = {
    fileName: 'x',
    contentType: 'text/plain',
    expiresAt: undefined,
    processDefinitionId: undefined,
    processInstanceKey: undefined,
    customProperties: '{}',
  };
  const { storeId } = await documents.create(undefined, { documentId: 'a', file, metadata });
  documents.close();
  return storeId;
}

test('should keep documents in the data folder unless told otherwise', async () => {
  expect(await keep(start([]))).toBe('local');
  expect(await readdir(join(folder, 'documents'))).toContain('entries');
});

test('should keep documents in memory when the server does', async () => {
  expect(await keep(start([], { dataFolder: undefined }))).toBe('in-memory');
  expect(await readdir(folder)).toEqual([]);
});

test('should use the first of several stores when a request names none', async () => {
  expect(await keep(start([`files=${join(folder, 'elsewhere')}`, 'trial=memory']))).toBe('files');
  expect(await readdir(folder)).toEqual(['elsewhere']);
});

test('should read where the bucket is', () => {
  const documents = start([
    'a=s3://bucket',
    'b=s3://bucket/some/prefix/?region=eu-central-1&endpoint=http://minio:9000',
  ]);
  documents.close();
});

test.each([
  [['a=memory', 'a=memory'], '"a" comes twice'],
  [['a=s3://'], 'Expected a document store such as s3://bucket/prefix'],
  [['a=s3://bucket?endpoint=minio'], 'Expected a document store such as s3://bucket/prefix'],
  [['a=s3://bucket?secret=x'], 'Expected a document store such as s3://bucket/prefix'],
])('should refuse %j', (stores, message) => {
  expect(() => start(stores)).toThrow(message);
});

test('should name the credentials that are missing', () => {
  expect(() => start(['a=s3://bucket'], { environment: { AWS_ACCESS_KEY_ID: 'id' } })).toThrow('AWS_SECRET_ACCESS_KEY');
});
