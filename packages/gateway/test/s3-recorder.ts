/**
 * A bucket on a real socket: as much of S3's protocol as documents use. It verifies each signature by computing it anew
 * from the bytes of the request line and headers as they came, with code of its own, and refuses what does not fit.
 */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const recorderCredentials = { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret/with+signs=' };

/** Seconds a request may be old or early, as of AWS. */
const SKEW_SECONDS_MAX = 900;

interface StoredObject {
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface S3Recorder {
  /** `http://127.0.0.1:…` */
  readonly endpoint: string;
  readonly bucket: string;
  /** By their decoded names. */
  readonly objects: Map<string, StoredObject>;
  /** `PUT /bucket/key 200`, in their order. */
  readonly answered: string[];
  /** Answers the next requests with this status instead. */
  failNext(status: number, times: number): void;
  close(): Promise<void>;
}

export async function startS3Recorder(): Promise<S3Recorder> {
  const bucket = 'waggle-test';
  const objects = new Map<string, StoredObject>();
  const answered: string[] = [];
  let failure = { status: 0, times: 0 };

  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [rawPath = '', rawQuery = ''] = request.url!.split('?');
    const finish = (status: number, headers: Record<string, string | number> = {}, content: Buffer | string = '') => {
      answered.push(`${request.method} ${decodeURIComponent(rawPath)} ${status}`);
      response.writeHead(status, headers).end(request.method === 'HEAD' ? '' : content);
    };
    const refuse = (status: number, code: string) =>
      finish(status, { 'content-type': 'application/xml' }, `<Error><Code>${code}</Code></Error>`);
    if (failure.times > 0) {
      failure.times--;
      return refuse(failure.status, 'SlowDown');
    }
    const wrong = wrongSignature(request, rawPath, rawQuery, body);
    if (wrong !== undefined) return refuse(403, wrong);
    const [, inBucket, ...rest] = rawPath.split('/');
    if (inBucket !== bucket) return refuse(404, 'NoSuchBucket');
    const key = decodeURIComponent(rest.join('/'));
    if (key === '') return finish(200, { 'content-type': 'application/xml' }, listing(new URLSearchParams(rawQuery)));
    const found = objects.get(key);
    switch (request.method) {
      case 'PUT': {
        if (request.headers['if-none-match'] === '*' && found !== undefined) return refuse(412, 'PreconditionFailed');
        const kept = Object.entries(request.headers).filter(([name]) =>
          /^x-amz-meta-|^content-(type|disposition)$/.test(name),
        );
        const metadataBytes = kept
          .filter(([name]) => name.startsWith('x-amz-meta-'))
          .reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
        if (metadataBytes > 2_048) return refuse(400, 'MetadataTooLarge');
        objects.set(key, { content: body, headers: Object.fromEntries(kept) as Record<string, string> });
        return finish(200);
      }
      case 'DELETE':
        objects.delete(key);
        return finish(204);
      default: {
        if (found === undefined) return refuse(404, 'NoSuchKey');
        const range = /^bytes=(\d+)-(\d+)$/.exec(String(request.headers.range));
        const content = range === null ? found.content : found.content.subarray(Number(range[1]), Number(range[2]) + 1);
        return finish(range === null ? 200 : 206, { ...found.headers, 'content-length': content.length }, content);
      }
    }
  }

  function listing(query: URLSearchParams): string {
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? ''))
      .sort()
      .slice(0, Number(query.get('max-keys') ?? 1_000));
    const encode = (key: string) =>
      query.get('encoding-type') === 'url' ? encodeURIComponent(key).replaceAll('%2F', '/') : key;
    return `<?xml version="1.0"?><ListBucketResult>${keys.map((key) => `<Contents><Key>${encode(key)}</Key></Contents>`).join('')}</ListBucketResult>`;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    objects,
    answered,
    failNext(status, times) {
      failure = { status, times };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @returns S3's code for what is wrong; `undefined` = the signature is right. */
function wrongSignature(request: IncomingMessage, path: string, query: string, body: Buffer): string | undefined {
  const parts = query === '' ? [] : query.split('&');
  const isPresigned = parts.some((part) => part.startsWith('X-Amz-Signature='));
  const parameter = (name: string) =>
    decodeURIComponent(parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '');
  const header = request.headers.authorization ?? '';
  const claimed = isPresigned
    ? {
        credential: parameter('X-Amz-Credential'),
        names: parameter('X-Amz-SignedHeaders'),
        signature: parameter('X-Amz-Signature'),
        time: parameter('X-Amz-Date'),
      }
    : {
        credential: /Credential=([^,]+)/.exec(header)?.[1] ?? '',
        names: /SignedHeaders=([^,]+)/.exec(header)?.[1] ?? '',
        signature: /Signature=([0-9a-f]+)/.exec(header)?.[1] ?? '',
        time: String(request.headers['x-amz-date']),
      };
  const [accessKeyId = '', date = '', region = '', service = ''] = claimed.credential.split('/');
  if (accessKeyId !== recorderCredentials.accessKeyId) return 'InvalidAccessKeyId';
  const sentAt = Date.parse(claimed.time.replace(/^(....)(..)(..T..)(..)(..)Z$/, '$1-$2-$3:$4:$5Z'));
  const ageSeconds = (Date.now() - sentAt) / 1_000;
  const validSeconds = isPresigned ? Number(parameter('X-Amz-Expires')) : SKEW_SECONDS_MAX;
  if (!(ageSeconds > -SKEW_SECONDS_MAX && ageSeconds <= validSeconds))
    return isPresigned ? 'AccessDenied' : 'RequestTimeTooSkewed';
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const payloadHash = isPresigned ? 'UNSIGNED-PAYLOAD' : String(request.headers['x-amz-content-sha256']);
  if (!isPresigned && payloadHash !== bodyHash) return 'XAmzContentSHA256Mismatch';
  const names = claimed.names.split(';');
  // Every x-amz header must be signed, or somebody on the way could add one.
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (unsigned.length > 0 || !names.includes('host')) return 'AccessDenied';
  const signedQuery = parts
    .filter((part) => !part.startsWith('X-Amz-Signature='))
    .sort()
    .join('&');
  const lines = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const canonical = `${request.method}\n${path}\n${signedQuery}\n${lines}\n${claimed.names}\n${payloadHash}`;
  const text = `AWS4-HMAC-SHA256\n${claimed.time}\n${date}/${region}/${service}/aws4_request\n${createHash('sha256').update(canonical).digest('hex')}`;
  const hmac = (key: Buffer | string, value: string) => createHmac('sha256', key).update(value).digest();
  const key = hmac(
    hmac(hmac(hmac(`AWS4${recorderCredentials.secretAccessKey}`, date), region), service),
    'aws4_request',
  );
  return hmac(key, text).toString('hex') === claimed.signature ? undefined : 'SignatureDoesNotMatch';
}
