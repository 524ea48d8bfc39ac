import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recorderCredentials, type S3Recorder, startS3Recorder } from '../../test/s3-recorder.ts';
import type { DocumentEntry } from './document.ts';
import type { DocumentStore } from './document-store.ts';
import { FileDocumentStore } from './file-document-store.ts';
import { EXPIRY_GROUP_MS } from './limits.ts';
import { MemoryDocumentStore } from './memory-document-store.ts';
import { S3Client } from './s3/s3-client.ts';
import { S3DocumentStore } from './s3/s3-document-store.ts';

/** Ids that lead elsewhere where a store takes them for paths or markup. */
const HOSTILE_IDS = [
  '../../etc/passwd',
  '..',
  '.',
  '/',
  'a/b',
  'a\\b',
  '%2e%2e%2f',
  "'",
  '<Key>',
  '🐝 ü',
  'x'.repeat(255),
  'CON',
  '*',
  '?a=b#c',
  '+ +',
];

let folder: string;
let recorder: S3Recorder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-documents-'));
  recorder = await startS3Recorder();
});
afterEach(async () => {
  await recorder.close();
  await rm(folder, { recursive: true, force: true });
});

function s3Store(): S3DocumentStore {
  const { endpoint, bucket } = recorder;
  return new S3DocumentStore(
    new S3Client({ endpoint, bucket, region: 'eu-central-1', credentials: recorderCredentials }),
    'some/prefix/',
  );
}

const stores: readonly (readonly [string, () => DocumentStore])[] = [
  ['in memory', () => new MemoryDocumentStore()],
  ['in files', () => new FileDocumentStore(join(folder, 'store'))],
  ['in S3', s3Store],
];

async function fileWith(content: Buffer): Promise<string> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  return path;
}

function entryOf(documentId: string, content: Buffer, expiresAt?: number): DocumentEntry {
  return {
    documentId,
    contentHash: createHash('sha256').update(content).digest('hex'),
    metadata: {
      fileName: 'an "offer" ü 🐝.pdf',
      contentType: 'application/pdf',
      expiresAt,
      size: content.length,
      processDefinitionId: 'order',
      processInstanceKey: '2251799813685249',
      customProperties: '{"n":9007199254740993}',
    },
  };
}

const text = async (content: Readable) => (await buffer(content)).toString('utf8');

describe.each(stores)('a store %s', (_name, create) => {
  let store: DocumentStore;
  beforeEach(() => {
    store = create();
  });

  async function keep(documentId: string, content = 'content', expiresAt?: number): Promise<DocumentEntry> {
    const entry = entryOf(documentId, Buffer.from(content), expiresAt);
    await store.create(entry, await fileWith(Buffer.from(content)));
    return entry;
  }

  it('should give back what it was given', async () => {
    const entry = await keep('a');
    expect(await store.find('a')).toMatchObject(JSON.parse(JSON.stringify(entry)));
    expect(await text(await store.read('a'))).toBe('content');
  });

  it('should give a range', async () => {
    await keep('a', '0123456789');
    expect(await text(await store.read('a', { first: 3, last: 5 }))).toBe('345');
    expect(await text(await store.read('a', { first: 9, last: 9 }))).toBe('9');
  });

  it('should keep nothing twice', async () => {
    await keep('a', 'first');
    await expect(keep('a', 'second')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await text(await store.read('a'))).toBe('first');
  });

  it('should keep one of several that come at once', async () => {
    const outcomes = await Promise.allSettled(['1', '2', '3', '4'].map((content) => keep('a', content)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await text(await store.read('a'))).length).toBe(1);
  });

  it('should keep an empty one', async () => {
    await keep('a', '');
    expect((await store.find('a'))?.metadata.size).toBe(0);
    expect(await text(await store.read('a'))).toBe('');
  });

  it('should know nothing of what it never got', async () => {
    expect(await store.find('a')).toBeUndefined();
    expect(await store.delete('a')).toBe(false);
    await expect(store.read('a')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('should forget what is deleted and take it anew', async () => {
    await keep('a', 'first');
    expect(await store.delete('a')).toBe(true);
    expect(await store.find('a')).toBeUndefined();
    expect(await store.delete('a')).toBe(false);
    await keep('a', 'second');
    expect(await text(await store.read('a'))).toBe('second');
  });

  it('should take any id as a name and nothing else', async () => {
    for (const id of HOSTILE_IDS) await keep(id, `content of ${id}`);
    for (const id of HOSTILE_IDS) {
      expect((await store.find(id))?.documentId).toBe(id);
      expect(await text(await store.read(id))).toBe(`content of ${id}`);
    }
    for (const id of HOSTILE_IDS) expect(await store.delete(id)).toBe(true);
  });

  it('should delete what has expired and nothing else', async () => {
    // given
    const now = Date.UTC(2026, 0, 31);
    await keep('over', 'x', now - 1);
    await keep('../over', 'x', now - 5 * EXPIRY_GROUP_MS);
    await keep('later', 'x', now + 1);
    await keep('never', 'x');
    await keep('again', 'x', now - 1);
    await store.delete('again');
    await keep('again', 'x', now + 10 * EXPIRY_GROUP_MS);

    // when
    const removed = await store.removeExpired(now + EXPIRY_GROUP_MS - 1);

    // then
    expect(removed).toBeGreaterThanOrEqual(2);
    expect(await store.find('over')).toBeUndefined();
    expect(await store.find('../over')).toBeUndefined();
    expect(await store.find('never')).toBeDefined();
    expect(await store.find('again')).toBeDefined();
    expect(await store.removeExpired(now - 1)).toBe(0);

    // and later
    await store.removeExpired(now + 100 * EXPIRY_GROUP_MS);
    expect(await store.find('later')).toBeUndefined();
    expect(await store.find('again')).toBeUndefined();
    expect(await store.find('never')).toBeDefined();
  });
});

describe('a store in files', () => {
  it('should write nothing outside its folder', async () => {
    const store = new FileDocumentStore(join(folder, 'store'));
    for (const id of HOSTILE_IDS) await store.create(entryOf(id, Buffer.from('x')), await fileWith(Buffer.from('x')));
    expect((await readdir(folder)).sort()).toEqual(['store']);
    expect((await readdir(join(folder, 'store'))).sort()).toEqual(['contents', 'entries', 'incoming']);
  });

  it('should open what another process kept', async () => {
    await new FileDocumentStore(folder).create(entryOf('a', Buffer.from('x')), await fileWith(Buffer.from('x')));
    expect(await text(await new FileDocumentStore(folder).read('a'))).toBe('x');
  });

  it('should leave no content behind when an id is taken', async () => {
    const store = new FileDocumentStore(folder);
    await store.create(entryOf('a', Buffer.from('x')), await fileWith(Buffer.from('x')));
    await expect(store.create(entryOf('a', Buffer.from('y')), await fileWith(Buffer.from('y')))).rejects.toThrow();
    const contents = await readdir(join(folder, 'contents'), { recursive: true, withFileTypes: true });
    expect(contents.filter((entry) => entry.isFile())).toHaveLength(1);
  });

  it('should remove what a crash left of uploads, and nothing that still comes', async () => {
    // given
    const store = new FileDocumentStore(folder);
    await mkdir(store.incomingFolder);
    for (const name of ['forgotten', 'coming']) await writeFile(join(store.incomingFolder, name), 'half');
    await utimes(join(store.incomingFolder, 'forgotten'), 0, 0);

    // when
    await store.removeExpired(Date.now());

    // then
    expect(await readdir(store.incomingFolder)).toEqual(['coming']);
  });

  it('should say that its folder cannot be written', async () => {
    await writeFile(join(folder, 'contents'), 'no folder');
    const store = new FileDocumentStore(folder);
    const file = await fileWith(Buffer.from('x'));
    await expect(store.create(entryOf('a', Buffer.from('x')), file)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a store in S3', () => {
  it('should keep its objects below its prefix', async () => {
    const store = s3Store();
    await store.create(entryOf('a.b/c', Buffer.from('x'), Date.UTC(2026, 0, 1)), await fileWith(Buffer.from('x')));
    expect([...recorder.objects.keys()].sort()).toEqual([
      'some/prefix/documents/a%2Eb%2Fc',
      'some/prefix/expiring/001767225600000/a%2Eb%2Fc',
    ]);
    expect(recorder.objects.get('some/prefix/documents/a%2Eb%2Fc')?.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="/),
    });
  });

  it('should make links that anyone can follow, unchanged', async () => {
    // given
    const store = s3Store();
    await store.create(entryOf('a/ü', Buffer.from('linked')), await fileWith(Buffer.from('linked')));

    // when
    const url = store.link('a/ü', 60_000);

    // then
    expect(await (await fetch(url)).text()).toBe('linked');
    expect((await fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'))).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });

  it('should be refused with another secret', async () => {
    const { endpoint, bucket } = recorder;
    const credentials = { ...recorderCredentials, secretAccessKey: 'another' };
    const store = new S3DocumentStore(new S3Client({ endpoint, bucket, region: 'us-east-1', credentials }));
    await expect(store.find('a')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('403'),
    });
  });

  it('should send a large file without having it in memory', async () => {
    // given
    const content = Buffer.alloc(24 * 1024 * 1024, 'honey');
    const file = await fileWith(content);

    // when
    await s3Store().create(entryOf('large', content), file);

    // then
    expect(recorder.objects.get('some/prefix/documents/large')?.content.equals(content)).toBe(true);
    expect((await readFile(file)).length).toBe(content.length);
  });

  it('should say so when it is damaged on its way', async () => {
    const file = await fileWith(Buffer.from('damaged'));
    await expect(s3Store().create(entryOf('a', Buffer.from('whole')), file)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('XAmzContentSHA256Mismatch'),
    });
  });

  it('should refuse more metadata than S3 keeps', async () => {
    const entry = entryOf('a', Buffer.from('x'));
    const metadata = { ...entry.metadata, customProperties: JSON.stringify({ long: 'x'.repeat(2_000) }) };
    const file = await fileWith(Buffer.from('x'));
    await expect(s3Store().create({ ...entry, metadata }, file)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('should try again when it is busy, but send a document once', async () => {
    // given
    const file = await fileWith(Buffer.from('x'));
    recorder.failNext(503, 1);
    await expect(s3Store().create(entryOf('a', Buffer.from('x')), file)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await s3Store().create(entryOf('a', Buffer.from('x')), file);

    // when
    recorder.failNext(503, 2);
    const found = await s3Store().find('a');
    recorder.failNext(500, 2);
    const content = await text(await s3Store().read('a'));

    // then
    expect([found?.documentId, content]).toEqual(['a', 'x']);
  });

  it('should tell that it cannot be reached or is busy', async () => {
    recorder.failNext(503, 10);
    await expect(s3Store().find('a')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('503'),
    });
    const client = new S3Client({
      endpoint: 'http://127.0.0.1:1',
      bucket: 'b',
      region: 'r',
      credentials: recorderCredentials,
    });
    await expect(new S3DocumentStore(client).find('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
