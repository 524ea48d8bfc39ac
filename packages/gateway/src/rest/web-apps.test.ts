import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';

const script = 'console.log("here");\n'.repeat(100);

let folder: string;
let rest: RestFixture;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waggle-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<script src="/web/assets/a.js" nonce="__WAGGLE_CSP_NONCE__"></script>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets/a.js'), script);
  writeFileSync(join(folder, 'assets/a.js.gz'), gzipSync(script));
  rest = await startRest({ webApps: { folder } });
});

afterAll(async () => {
  await rest?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As it is on the wire: `fetch` would tidy the path up and unpack the body. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(rest.url);
    const sent = request({ hostname, port, path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the page of the web apps', () => {
  it.each(['/operate', '/operate/processes/2251799813685251', '/tasklist', '/tasklist/processes'])(
    'should be at %s',
    async (path) => {
      // when
      const answer = await raw(path);

      // then
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    },
  );

  it('should let nothing run and nothing in but our own files', async () => {
    // when
    const { headers, body } = await raw('/operate');

    // then
    const nonce = /nonce="([^"]+)"/.exec(body.toString())?.[1];
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; ` +
        "connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self'; " +
        "frame-src 'self' blob:; object-src blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('should have another nonce each time', async () => {
    // when
    const [one, other] = [await raw('/operate'), await raw('/operate')];

    // then
    expect(one.body.toString()).not.toContain('__WAGGLE');
    expect(one.body.toString()).not.toBe(other.body.toString());
  });

  it('should be where the bare address leads', async () => {
    // when
    const { status, headers } = await raw('/');

    // then
    expect(status).toBe(302);
    expect(headers.location).toBe('/operate');
  });

  it('should leave other addresses to the API', async () => {
    // when
    const { status, headers } = await raw('/operation');

    // then
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('should say what to do when the apps are not built', async () => {
    // given
    const empty = mkdtempSync(join(tmpdir(), 'waggle-web-'));
    const server = await startRest({ webApps: { folder: empty } });

    // when
    const answer = await fetch(`${server.url}/tasklist`);

    // then
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('<code>npm start</code>');
    await server.close();
    rmSync(empty, { recursive: true, force: true });
  });
});

describe('files of the web apps', () => {
  it('should let scripts that run as workers talk to this server and to nobody else', async () => {
    // when
    const { headers } = await raw('/web/assets/a.js');

    // then
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
    );
  });

  it('should be kept by browsers, since their names change with their content', async () => {
    // when
    const { status, headers, body } = await raw('/web/assets/a.js');

    // then
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain('javascript');
    expect(body.toString()).toBe(script);
  });

  it('should come compressed to those who can unpack them', async () => {
    // when
    const { headers, body } = await raw('/web/assets/a.js', { 'accept-encoding': 'gzip' });

    // then
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(script);
  });

  it('should be asked for again when their names stay', async () => {
    // given
    const { headers } = await raw('/web/icon.svg');
    expect(headers['cache-control']).toBe('no-cache');

    // when
    const again = await raw('/web/icon.svg', { 'if-none-match': String(headers.etag) });

    // then
    expect(again.status).toBe(304);
  });

  it('should be told of without their content', async () => {
    // when
    const { status, body } = await raw('/web/assets/a.js', {}, 'HEAD');

    // then
    expect(status).toBe(200);
    expect(body).toHaveLength(0);
  });

  it.each([
    '/web/none.js',
    '/web/',
    '/web/assets',
    '/web/../package.json',
    '/web/%2e%2e/%2e%2e/etc/passwd',
    '/web/..%2fpackage.json',
  ])('should not be found at %s', async (path) => {
    // when
    const { status, body } = await raw(path);

    // then
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('"dependencies"');
  });
});
