import { describe, expect, it } from 'vitest';
import { EMPTY_PAYLOAD_HASH, presignedUrl, signRequest } from './sign-request.ts';

/** The examples of AWS's documentation of Signature Version 4 for S3. */
const scope = {
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  region: 'us-east-1',
  nowMs: Date.UTC(2013, 4, 24),
};
const host = 'https://examplebucket.s3.amazonaws.com';

const signatureOf = (headers: Record<string, string>) => /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1];

describe('a signature', () => {
  it('should be the one of a GET with a range', () => {
    const signed = signRequest({
      ...scope,
      method: 'GET',
      url: new URL(`${host}/test.txt`),
      headers: { range: 'bytes=0-9' },
      payloadHash: EMPTY_PAYLOAD_HASH,
    });
    expect(signatureOf(signed)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  it('should be the one of a PUT with reserved characters', () => {
    const signed = signRequest({
      ...scope,
      method: 'PUT',
      url: new URL(`${host}/test%24file.text`),
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      payloadHash: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    });
    expect(signatureOf(signed)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
  });

  it('should be the one of a listing', () => {
    const signed = signRequest({
      ...scope,
      method: 'GET',
      url: new URL(`${host}/?max-keys=2&prefix=J`),
      headers: {},
      payloadHash: EMPTY_PAYLOAD_HASH,
    });
    expect(signatureOf(signed)).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
  });

  it('should be the one of a link that holds for a day', () => {
    const url = presignedUrl({ ...scope, url: new URL(`${host}/test.txt`), expiresInSeconds: 86_400 });
    expect(url).toContain('X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  });

  it('should cover the token of temporary credentials', () => {
    const credentials = { ...scope.credentials, sessionToken: 'token' };
    const url = new URL(`${host}/test.txt`);
    const signed = signRequest({
      ...scope,
      credentials,
      method: 'GET',
      url,
      headers: {},
      payloadHash: EMPTY_PAYLOAD_HASH,
    });
    expect(signed).toMatchObject({ 'x-amz-security-token': 'token' });
    expect(signed.authorization).toContain('x-amz-security-token');
    expect(presignedUrl({ ...scope, credentials, url, expiresInSeconds: 60 })).toContain('X-Amz-Security-Token=token');
  });
});
