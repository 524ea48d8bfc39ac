import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageDocument, type PageElement } from '../../test/page-document.ts';
import { type RestFixture, startRest } from '../../test/rest-fixture.ts';
import { apiDocument } from './api-document.ts';
import { endpoints } from './endpoint-table.ts';

/** How deep schemas are opened: some hold themselves. */
const OPENED_DEPTH = 4;
/** As long as the page listens to what has no end. */
const LISTENED_MS = 3_000;

/** WCAG 2.2, 1.4.3. */
const CONTRAST_MIN = 4.5;

function colour(css: string, name: string, theme: number): string {
  const value = new RegExp(`--${name}: (?:light-dark\\()?(#\\w{6})(?:, (#\\w{6}))?`).exec(css);
  return value![theme + 1] ?? value![1]!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

let rest: RestFixture;
beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());

describe('the files of the page about the API', () => {
  it('should be served with a policy that lets nothing in from elsewhere', async () => {
    // when
    const answer = await rest.request('GET', '/v2/docs');

    // then
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    // A policy without 'unsafe-inline' would stop them silently.
    expect(answer.text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect(answer.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('should all be served, each with its type', async () => {
    for (const name of readdirSync(new URL('./api-page', import.meta.url))) {
      if (name === 'page.html') continue;
      const answer = await rest.request('GET', `/v2/docs/${name}`);
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(name.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
    }
  });

  it('should have texts one can read, light and dark', () => {
    const css = readFileSync(new URL('./api-page/page.css', import.meta.url), 'utf8');
    for (const theme of [0, 1]) {
      for (const text of ['text', 'text-quiet', 'link', 'get', 'post', 'put', 'delete']) {
        for (const ground of ['background', 'layer', 'layer-hover']) {
          const ratio = contrast(colour(css, text, theme), colour(css, ground, theme));
          expect(ratio, `${text} on ${ground}, ${['light', 'dark'][theme]}`).toBeGreaterThanOrEqual(CONTRAST_MIN);
        }
      }
    }
  });

  it('should be found from the root and where Camunda has its page', async () => {
    for (const path of ['/', '/swagger', '/swagger-ui/index.html']) {
      const answer = await rest.request('GET', path);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/v2/docs']);
    }
  });
});

describe('the page about the API', () => {
  let document: PageDocument;
  let modules: Promise<unknown> | undefined;
  let onHashChange: (() => void) | undefined;
  const location = { hash: '', href: '' };

  beforeEach(async () => {
    document = new PageDocument();
    Object.assign(location, { hash: '', href: `${rest.url}/v2/docs#` });
    vi.stubGlobal('document', document);
    vi.stubGlobal('location', location);
    vi.stubGlobal('addEventListener', (_name: string, listener: () => void) => {
      onHashChange = listener;
    });
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
      url === 'openapi.json' ? Promise.resolve(Response.json(apiDocument())) : fetch(url, init),
    );
    vi.resetModules();
    const script = './api-page/page.js';
    modules = import(script);
    await modules;
    await vi.waitFor(() => expect(document.title).not.toBe(''));
  });
  afterEach(() => vi.unstubAllGlobals());

  function open(hash: string): PageElement {
    location.hash = `#${hash}`;
    onHashChange?.();
    return document.getElementById('operation');
  }

  it('should list every operation', () => {
    const links = [...document.getElementById('list').within(({ tagName }) => tagName === 'A')];
    expect(links.map((link) => link.attributes.get('href')).sort()).toEqual(
      endpoints.map(({ operationId }) => `#${operationId}`).sort(),
    );
  });

  it('should find operations by words of their path and name', async () => {
    const search = document.getElementById('search');
    search.value = 'jobs post FAIL';
    await search.fire('input');
    const links = [...document.getElementById('list').within((part) => part.tagName === 'A' && !part.hidden)];
    expect(links.map((link) => link.attributes.get('href'))).toEqual(['#failJob']);
  });

  it('should show every operation with all that its schemas say', async () => {
    for (const { operationId, path, parameters = {}, errors } of endpoints) {
      const shown = open(operationId);
      for (let depth = 0; depth < OPENED_DEPTH; depth++) {
        for (const details of [...shown.within(({ tagName }) => tagName === 'DETAILS')]) await details.fire('toggle');
      }
      const text = shown.textContent;
      for (const part of [operationId, path, ...Object.keys(parameters), ...errors.map(String)])
        expect(text).toContain(part);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  it('should show a schema of its own', () => {
    expect(open('schema/ProblemDetail').textContent).toContain('instance');
  });

  it('should say so when nothing is called as asked for', () => {
    expect(open('nothing').textContent).toContain('Nothing here is called nothing');
  });

  it('should send a request and show the answer as text', async () => {
    // given
    const shown = open('updateJob');
    const input = (id: string) => [...shown.within((part) => part.attributes.get('id') === id)][0]!;
    input('in-jobKey').value = 'a/b';
    input('in-body').value = '{"changeset": {"retries": 3}}';

    // when
    await [...shown.within(({ tagName }) => tagName === 'FORM')][0]!.fire('submit');

    // then
    expect(shown.textContent).toContain('HTTP 400');
    expect(shown.textContent).toContain("The provided jobKey 'a/b' is not a valid key");
    expect(shown.textContent).toContain('/v2/jobs/a%2Fb');
  });

  it('should listen for a while to an answer without an end', async () => {
    // given
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const shown = open('watchChanges');

    // when
    const sent = [...shown.within(({ tagName }) => tagName === 'FORM')][0]!.fire('submit');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    vi.advanceTimersByTime(LISTENED_MS);
    await sent;
    vi.useRealTimers();

    // then
    expect(shown.textContent).toContain('HTTP 200');
    expect(shown.textContent).toContain('{"isLive":false}');
  });
});
