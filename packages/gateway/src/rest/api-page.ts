/** The page about the API, `/v2/docs`: plain files that read `openapi.json` in the browser, nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { API_PREFIX } from './route-templates.ts';

/** Where the page is; its files lie below. */
export const API_PAGE_PATH = `${API_PREFIX}/docs`;

/** Where people who know Camunda look for it. */
const ELSEWHERE = ['/swagger', '/swagger-ui', '/swagger-ui/index.html'];

const contentTypes = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const;

const page = 'page.html';
const assets = [
  'page.css',
  'page.js',
  'element.js',
  'example-of.js',
  'operation-view.js',
  'request.js',
  'schema-view.js',
  'theme.js',
  'try-view.js',
] as const;

/**
 * Only our own files run and are applied, and only this server is talked to. `blob:` is for answers that are saved as
 * files.
 */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
};

/** @param start where the bare address leads. */
export function registerApiPage(app: FastifyInstance, { start }: { readonly start: string }): void {
  serve(app, API_PAGE_PATH, page);
  for (const name of assets) serve(app, `${API_PAGE_PATH}/${name}`, name);
  app.get('/', { config: { template: '/' } }, (_request, reply) => reply.redirect(start));
  for (const path of ELSEWHERE) {
    app.get(path, { config: { template: path } }, (_request, reply) => reply.redirect(API_PAGE_PATH));
  }
}

/** Files are read when first asked for: most servers never are. */
function serve(app: FastifyInstance, path: string, name: string): void {
  const contentType = `${contentTypes[name.slice(name.lastIndexOf('.') + 1) as keyof typeof contentTypes]}; charset=utf-8`;
  let text: string | undefined;
  app.get(path, { config: { template: path } }, (_request, reply) => {
    text ??= readFileSync(new URL(`./api-page/${name}`, import.meta.url), 'utf8');
    return reply.headers(pageHeaders).header('content-type', contentType).send(text);
  });
}
