/** Serves the built web apps: one page for all their addresses, and the files it loads. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

export interface WebApps {
  /** Absolute path of `index.html`, `icon.svg` and `assets`. */
  readonly folder: string;
}

/** First segments of the addresses that belong to the apps; what follows is theirs. */
const APPS = ['operate', 'tasklist'] as const;
/** Where the page looks for its files. */
const FILES_PREFIX = '/web/';
/** What the build writes where a nonce belongs. */
const NONCE_PLACEHOLDER = '__WAGGLE_CSP_NONCE__';
const NONCE_BYTES = 16;
/** File names under `assets` change with their content. */
const ASSETS_MAX_AGE_S = 365 * 24 * 60 * 60;

const noPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Waggle</title>
<h1>The web apps are not built</h1><p>Start the server with <code>npm start</code>, which builds them. The API works: <a href="/v2/docs">/v2/docs</a>.</p></html>
`;

/** For what a script does on its own, as a worker: its policy is that of its file, not of the page that started it. */
const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/** Only our own files run; only this server is talked to. Diagrams and editors style what they draw. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Attributes only: SVG and overlays are placed by them.
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self'",
    // Previews of documents, which inherit this policy.
    "frame-src 'self' blob:",
    // Forms show PDF documents by the browser's own viewer; what is in a blob is held by this policy, too.
    'object-src blob:',
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function registerWebApps(app: FastifyInstance, { folder }: WebApps): void {
  app.register(async (scope) => {
    // What its library refuses, folders and paths that lead out, is not there.
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      reply.callNotFound();
    });
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: FILES_PREFIX,
      index: false,
      preCompressed: true,
      decorateReply: false,
      setHeaders(reply, path) {
        const isAsset = path.includes(`${sep}assets${sep}`);
        reply.header('cache-control', isAsset ? `public, max-age=${ASSETS_MAX_AGE_S}, immutable` : 'no-cache');
        if (path.includes('.js')) reply.header('content-security-policy', WORKER_POLICY);
      },
    });
  });
  const page = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const text = readPage(folder);
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cross-origin-opener-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
      .header('content-type', 'text/html; charset=utf-8')
      .code(text === undefined ? 503 : 200)
      .send(text?.replaceAll(NONCE_PLACEHOLDER, nonce) ?? noPage);
  };
  for (const name of APPS) {
    for (const path of [`/${name}`, `/${name}/*`]) {
      app.get(path, { config: { template: path } }, (_request, reply) => page(reply));
    }
  }
}

/** Read each time: it is small, asked for seldom, and new after a build. `undefined` = there is none. */
function readPage(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
