import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { recorderCredentials, startS3Recorder } from '../../test/s3-recorder.ts';
import { Documents, FileDocumentStore, S3Client, S3DocumentStore } from '../documents/index.ts';

const BYTES_MAX = 1_000;
const NOW = Date.UTC(2026, 0, 31);

let folder: string;
let nowMs: number;
let rest: RestFixture;
let documents: Documents;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waggle-documents-'));
  nowMs = NOW;
  documents = new Documents({
    stores: { local: new FileDocumentStore(folder) },
    documentBytesMax: BYTES_MAX,
    now: () => nowMs,
  });
  rest = await startRest({ documents });
});
afterEach(async () => {
  await rest.close();
  await rm(folder, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function form(parts: Readonly<Record<string, string | Blob | readonly (string | Blob)[]>>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(parts)) {
    for (const value of Array.isArray(values) ? values : [values]) data.append(name, value as string | Blob);
  }
  return data;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers without declaring them once more.
type Answer = any;

async function upload(content = 'content', metadata?: object, query = ''): Promise<Answer> {
  const parts = { file: new File([content], 'offer.txt', { type: 'text/plain' }) };
  const described = metadata === undefined ? parts : { ...parts, metadata: JSON.stringify(metadata) };
  return (await rest.request('POST', `/v2/documents${query}`, form(described))).json;
}

const incoming = () => readdir(join(folder, 'incoming')).catch(() => []);
const pathOf = ({ documentId, contentHash }: Answer) => `/v2/documents/${documentId}?contentHash=${contentHash}`;

describe('POST /v2/documents', () => {
  it('should keep a file and say what it knows of it', async () => {
    const answer = await rest.request(
      'POST',
      '/v2/documents',
      form({ file: new File(['content'], 'offer.txt', { type: 'text/plain' }) }),
    );

    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      'camunda.document.type': 'camunda',
      storeId: 'local',
      documentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      contentHash: sha256('content'),
      metadata: {
        contentType: 'text/plain',
        fileName: 'offer.txt',
        expiresAt: null,
        size: 7,
        processDefinitionId: null,
        processInstanceKey: null,
        customProperties: {},
      },
    });
    expect(await incoming()).toEqual([]);
  });

  it('should believe what the client says of it but its size', async () => {
    const reference = await upload('content', {
      contentType: 'application/pdf',
      fileName: 'ü.pdf',
      expiresAt: '2026-02-01T00:00:00+01:00',
      size: 5_000_000_000,
      processDefinitionId: 'order',
      processInstanceKey: '2251799813685249',
      customProperties: { pages: [1, { two: null }] },
    });

    expect(reference.metadata).toEqual({
      contentType: 'application/pdf',
      fileName: 'ü.pdf',
      expiresAt: '2026-01-31T23:00:00.000Z',
      size: 7,
      processDefinitionId: 'order',
      processInstanceKey: '2251799813685249',
      customProperties: { pages: [1, { two: null }] },
    });
  });

  it('should keep the digits of custom properties', async () => {
    const metadata = '{"customProperties": {"large": 12345678901234567890.50}}';
    const answer = await rest.request('POST', '/v2/documents', form({ file: new Blob(['x']), metadata }));
    expect(answer.text).toContain('{"large":12345678901234567890.50}');
  });

  it('should take metadata before or behind the file, as text or as a file, and content as text', async () => {
    const metadata = '{"fileName":"named.txt"}';
    for (const data of [
      form({ metadata, file: new Blob(['x']) }),
      form({ file: new Blob(['x']), metadata }),
      form({ file: 'x', metadata: new Blob([metadata], { type: 'application/json' }) }),
    ]) {
      const answer = await rest.request('POST', '/v2/documents', data);
      expect(answer.json).toMatchObject({ contentHash: sha256('x'), metadata: { fileName: 'named.txt' } });
    }
  });

  it('should use the id it is given, once', async () => {
    expect(await upload('first', undefined, '?documentId=order%2F1&storeId=local')).toMatchObject({
      documentId: 'order/1',
    });
    const answer = await rest.request(
      'POST',
      '/v2/documents?documentId=order%2F1',
      form({ file: new Blob(['second']) }),
    );
    expect(answer.json).toEqual(
      problem(409, 'ALREADY_EXISTS', "Document with id 'order/1' already exists", '/v2/documents'),
    );
    expect(await incoming()).toEqual([]);
  });

  it('should refuse a file beyond the limit and take one at it', async () => {
    const answer = await rest.request('POST', '/v2/documents', form({ file: new Blob(['x'.repeat(BYTES_MAX + 1)]) }));
    expect(answer.status).toBe(413);
    expect(await incoming()).toEqual([]);
    expect((await upload('x'.repeat(BYTES_MAX))).metadata.size).toBe(BYTES_MAX);
  });

  it.each([
    [{ metadata: '{' }, 'Failed to read request'],
    [{ metadata: '{"unknown": 1}' }, 'Request property [metadata.unknown] cannot be parsed'],
    [
      { metadata: '{"expiresAt": "tomorrow"}' },
      "The provided metadata.expiresAt 'tomorrow' cannot be parsed as a date",
    ],
    [{ metadata: '{"expiresAt": "2020-01-01T00:00:00Z"}' }, 'Expected metadata.expiresAt to lie in the future'],
    [{ metadata: '{"contentType": "text/html\\r\\nx: y"}' }, 'metadata.contentType contains illegal characters'],
    [{ metadata: '{"processInstanceKey": "x"}' }, "The provided metadata.processInstanceKey 'x' is not a valid key"],
    [
      { metadata: `{"customProperties": {"a": "${'x'.repeat(65_536)}"}}` },
      'metadata.customProperties exceeds the limit',
    ],
    [{ metadata: ['{}', '{}'] }, 'Expected one file and its metadata, but got 1 and 2'],
    [{ file: [new Blob(['a']), new Blob(['b'])] }, 'Expected one file and its metadata, but got 2 and 0'],
  ])('should refuse metadata and files that do not fit: %#', async (parts, detail) => {
    const answer = await rest.request('POST', '/v2/documents', form({ file: new Blob(['x']), ...parts }));
    expect(answer.status).toBe(400);
    expect(answer.json?.detail).toContain(detail);
    expect(await incoming()).toEqual([]);
  });

  it('should refuse a request without a file, an unknown store, and an id with control characters', async () => {
    const without = await rest.request('POST', '/v2/documents', form({ metadata: '{}' }));
    expect(without.json?.detail).toBe("Required part 'file' is not present.");
    const elsewhere = await rest.request('POST', '/v2/documents?storeId=nowhere', form({ file: new Blob(['x']) }));
    expect([elsewhere.status, elsewhere.json?.detail]).toEqual([
      400,
      "Expected one of the document stores local, but there is no 'nowhere'",
    ]);
    const control = await rest.request('POST', '/v2/documents?documentId=%00', form({ file: new Blob(['x']) }));
    expect([control.status, control.json?.title]).toEqual([400, 'INVALID_ARGUMENT']);
    expect((await rest.request('POST', '/v2/documents', '{}')).status).toBe(415);
  });

  it('should leave nothing behind when the client goes away in the middle', async () => {
    // given
    const { hostname, port } = new URL(rest.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');

    // when
    socket.write(
      'POST /v2/documents HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 900\r\n\r\n' +
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
    );
    await vi.waitFor(async () => expect(await incoming()).toHaveLength(1));
    socket.destroy();

    // then
    await vi.waitFor(async () => expect(await incoming()).toEqual([]));
  });
});

describe('POST /v2/documents/batch', () => {
  it('should keep all files with their metadata, however it is sent', async () => {
    const files = [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')];
    for (const metadataList of ['[{"fileName":"1"}, {"fileName":"2"}]', ['{"fileName":"1"}', '{"fileName":"2"}']]) {
      const answer = await rest.request('POST', '/v2/documents/batch', form({ files, metadataList }));
      expect(answer.status).toBe(201);
      expect(answer.json).toMatchObject({
        failedDocuments: [],
        createdDocuments: [
          { contentHash: sha256('a'), metadata: { fileName: '1' } },
          { contentHash: sha256('b'), metadata: { fileName: '2' } },
        ],
      });
    }
  });

  it('should keep what it can and say what it cannot', async () => {
    const files = [
      new File(['a'], 'a.txt'),
      new File(['x'.repeat(BYTES_MAX + 1)], 'large.txt'),
      new File(['c'], 'c.txt'),
    ];
    const answer = await rest.request('POST', '/v2/documents/batch', form({ files }));
    expect(answer.status).toBe(207);
    expect(answer.json).toMatchObject({
      failedDocuments: [
        {
          fileName: 'large.txt',
          status: 413,
          title: 'Payload Too Large',
          detail: 'Expected a document of at most 1000 bytes, but got more',
        },
      ],
      createdDocuments: [{ metadata: { fileName: 'a.txt' } }, { metadata: { fileName: 'c.txt' } }],
    });
    expect(await incoming()).toEqual([]);
  });

  it('should refuse metadata that does not belong to the files', async () => {
    for (const metadataList of ['[{}]', '[{}, {}, {}]', '[1, 2]', '[{', '{"fileName": 1}']) {
      const files = [new Blob(['a']), new Blob(['b'])];
      const answer = await rest.request('POST', '/v2/documents/batch', form({ files, metadataList }));
      expect(answer.status, metadataList).toBe(400);
    }
    expect(await incoming()).toEqual([]);
  });

  it('should name the document whose metadata is wrong', async () => {
    const files = [new Blob(['a']), new Blob(['b'])];
    const metadataList = '[{}, {"expiresAt": "soon"}]';
    const answer = await rest.request('POST', '/v2/documents/batch', form({ files, metadataList }));
    expect(answer.json?.detail).toContain("The provided metadataList[1].expiresAt 'soon' cannot be parsed as a date");
  });

  it('should refuse more files than a batch has', async () => {
    const files = Array.from({ length: 101 }, () => new Blob(['a']));
    const answer = await rest.request('POST', '/v2/documents/batch', form({ files }));
    expect([answer.status, answer.json?.detail]).toEqual([
      400,
      'Expected at most 100 files in one request, but got more',
    ]);
    expect(await incoming()).toEqual([]);
  });
});

describe('GET /v2/documents/{documentId}', () => {
  it('should give the content, to be saved and not to be run', async () => {
    const reference = await upload('<script>alert(1)</script>', {
      contentType: 'text/html',
      fileName: 'a"b\r\nü.html',
    });
    const answer = await rest.request('GET', pathOf(reference));

    expect(answer.text).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': '25',
      'content-disposition': 'attachment; filename="a_b___.html"; filename*=UTF-8\'\'a%22b%0D%0A%C3%BC.html',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${reference.contentHash}"`,
    });
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-500', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-500', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=3-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
  ])('should answer the range %s with %d', async (range, status, text, contentRange) => {
    const reference = await upload('0123456789');
    const answer = await rest.request('GET', pathOf(reference), undefined, { range });
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([status, text, contentRange]);
    expect(answer.headers.get('content-length')).toBe(String(text.length));
  });

  it('should refuse a range behind the end', async () => {
    const reference = await upload('0123456789');
    for (const range of ['bytes=10-', 'bytes=-0']) {
      const answer = await rest.request('GET', pathOf(reference), undefined, { range });
      expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    }
  });

  it('should want the hash of the content', async () => {
    const { documentId, contentHash } = await upload();
    const path = `/v2/documents/${documentId}`;
    expect((await rest.request('GET', path)).json).toMatchObject({
      status: 400,
      detail: `No contentHash provided for document '${documentId}'`,
    });
    expect((await rest.request('GET', `${path}?contentHash=${sha256('another')}`)).status).toBe(400);
    expect((await rest.request('GET', `${path}?contentHash=${contentHash.toUpperCase()}`)).status).toBe(200);
  });

  it('should know nothing of what expired, before the clean-up and after it', async () => {
    // given
    const reference = await upload('content', { expiresAt: '2026-01-31T01:00:00Z' });
    expect((await rest.request('GET', pathOf(reference))).status).toBe(200);

    // when
    nowMs += 3_600_000;

    // then
    expect((await rest.request('GET', pathOf(reference))).status).toBe(404);
    expect((await rest.request('DELETE', `/v2/documents/${reference.documentId}`)).status).toBe(404);
    expect(await documents.removeExpired()).toBe(1);
    expect((await rest.request('GET', pathOf(reference))).status).toBe(404);
  });

  it('should not leave its folder', async () => {
    for (const id of ['..%2F..%2Fetc%2Fpasswd', '%2Fetc%2Fpasswd', '....%2F%2F', '%00', 'incoming']) {
      const answer = await rest.request('GET', `/v2/documents/${id}?contentHash=x`);
      expect([400, 404]).toContain(answer.status);
    }
  });
});

describe('DELETE /v2/documents/{documentId}', () => {
  it('should delete it once', async () => {
    const { documentId } = await upload();
    expect((await rest.request('DELETE', `/v2/documents/${documentId}`)).status).toBe(204);
    expect((await rest.request('DELETE', `/v2/documents/${documentId}`)).json).toEqual(
      problem(404, 'NOT_FOUND', `Document with id '${documentId}' not found`, `/v2/documents/${documentId}`),
    );
  });
});

describe('POST /v2/documents/{documentId}/links', () => {
  it('should say that a store in a folder has none', async () => {
    const { documentId, contentHash } = await upload();
    const answer = await rest.request('POST', `/v2/documents/${documentId}/links?contentHash=${contentHash}`);
    expect([answer.status, answer.json?.title]).toEqual([403, 'FORBIDDEN']);
  });

  it('should make one to S3, for as long as is asked for', async () => {
    // given
    const { endpoint, bucket, close } = await startS3Recorder();
    const client = new S3Client({ endpoint, bucket, region: 'us-east-1', credentials: recorderCredentials });
    const s3 = await startRest({
      documents: new Documents({ stores: { archive: new S3DocumentStore(client) }, now: () => nowMs }),
    });
    const uploaded = await s3.request('POST', '/v2/documents', form({ file: new File(['linked'], 'a.txt') }));
    const { documentId, contentHash } = uploaded.json as Answer;
    const path = `/v2/documents/${documentId}/links?storeId=archive&contentHash=${contentHash}`;

    // when
    const answer = await s3.request('POST', path, { timeToLive: 60_000 });
    const byDefault = await s3.request('POST', path);

    // then
    expect(answer.status).toBe(201);
    expect(answer.json?.expiresAt).toBe('2026-01-31T00:01:00.000Z');
    expect(byDefault.json?.expiresAt).toBe('2026-01-31T01:00:00.000Z');
    expect(await (await fetch(String(answer.json?.url))).text()).toBe('linked');
    for (const timeToLive of [0, -1, 7 * 24 * 3_600_000 + 1]) {
      expect((await s3.request('POST', path, { timeToLive })).status).toBe(400);
    }
    expect((await s3.request('POST', path.replace(contentHash, 'x'))).status).toBe(400);
    await s3.close();
    await close();
  });
});

describe('a server without documents', () => {
  it('should say so', async () => {
    const documentless = await startRest({ documents: 'none' });
    const answer = await documentless.request('GET', '/v2/documents/a?contentHash=x');
    await documentless.close();
    expect([answer.status, answer.json?.detail]).toEqual([
      403,
      'Expected a store of documents, but this server was started without one',
    ]);
  });
});
