/** Signatures of requests to S3 and what speaks its protocol: AWS Signature Version 4. */
import { createHash, createHmac } from 'node:crypto';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string | undefined;
}

interface SignedScope {
  readonly credentials: S3Credentials;
  readonly region: string;
  readonly nowMs: number;
}

export interface SignOptions extends SignedScope {
  readonly method: string;
  readonly url: URL;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, hexadecimal. */
  readonly payloadHash: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** SHA-256 of nothing. */
export const EMPTY_PAYLOAD_HASH = createHash('sha256').digest('hex');

/** @returns the headers to send: those given, and those that prove who sends them. */
export function signRequest(options: SignOptions): Record<string, string> {
  const { credentials, url, payloadHash, nowMs } = options;
  const headers: Record<string, string> = {
    ...options.headers,
    host: url.host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': timestampOf(nowMs),
    ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
  };
  const signature = signatureOf(options, canonicalRequest({ ...options, headers, query: url.searchParams }));
  const authorization = `${ALGORITHM} Credential=${credentials.accessKeyId}/${scopeOf(options)},SignedHeaders=${signedNames(headers)},Signature=${signature}`;
  const { host: _sentByFetch, ...sent } = headers;
  return { ...sent, authorization };
}

export interface PresignOptions extends SignedScope {
  readonly url: URL;
  readonly expiresInSeconds: number;
}

/** A URL by which anyone can GET for a while. */
export function presignedUrl(options: PresignOptions): string {
  const { credentials, url, nowMs, expiresInSeconds } = options;
  const signed = new URL(url);
  const headers = { host: url.host };
  const parameters: Record<string, string> = {
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${credentials.accessKeyId}/${scopeOf(options)}`,
    'X-Amz-Date': timestampOf(nowMs),
    'X-Amz-Expires': String(expiresInSeconds),
    'X-Amz-SignedHeaders': signedNames(headers),
    ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
  };
  for (const [name, value] of Object.entries(parameters)) signed.searchParams.set(name, value);
  const request = { method: 'GET', url: signed, headers, payloadHash: 'UNSIGNED-PAYLOAD', query: signed.searchParams };
  const signature = signatureOf(options, canonicalRequest(request));
  return `${url.origin}${url.pathname}?${canonicalQuery(signed.searchParams)}&X-Amz-Signature=${signature}`;
}

interface CanonicalOptions {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly payloadHash: string;
  readonly query: URLSearchParams;
}

function canonicalRequest({ method, url, headers, payloadHash, query }: CanonicalOptions): string {
  const names = Object.keys(headers).sort();
  return [
    method,
    // Of S3, unlike of other services, paths are encoded once.
    url.pathname,
    canonicalQuery(query),
    ...names.map((name) => `${name}:${headers[name]!.trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .sort()
    .join('&');
}

/** As `encodeURIComponent`, and the characters that it leaves alone though RFC 3986 reserves them. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function signatureOf(options: SignedScope, request: string): string {
  const { credentials, region, nowMs } = options;
  const hash = createHash('sha256').update(request).digest('hex');
  const text = [ALGORITHM, timestampOf(nowMs), scopeOf(options), hash].join('\n');
  let key: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  for (const part of [dateOf(nowMs), region, 's3', 'aws4_request'])
    key = createHmac('sha256', key).update(part).digest();
  return createHmac('sha256', key).update(text).digest('hex');
}

const signedNames = (headers: Readonly<Record<string, string>>): string => Object.keys(headers).sort().join(';');

const scopeOf = ({ region, nowMs }: SignedScope): string => `${dateOf(nowMs)}/${region}/s3/aws4_request`;

/** `20260131T120000Z` */
const timestampOf = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

const dateOf = (ms: number): string => timestampOf(ms).slice(0, 8);
