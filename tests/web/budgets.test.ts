/** What the first load costs: bytes, jumps, requests. Times are reported in docs/performance.md, not asserted. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks, openBrowser, openPage } from './browser.ts';
import { untilDrawn } from './until-drawn.ts';

const paths = ['/operate', '/operate/processes', '/tasklist'] as const;
/**
 * Of script and style, compressed with gzip, heads of answers apart, until the page and all that it first shows is there.
 * What opens on demand is apart: diagrams, forms, editors.
 */
const BYTES_MAX = 300_000;
/** Of script and style. More would wait for each other: a browser asks one server for few things at once. */
const FILES_MAX = 25;
/** Beyond it people notice that things jump. */
const LAYOUT_SHIFT_MAX = 0.05;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe.each(paths)('%s', (path) => {
  test('should load little at first, from its own server only', async () => {
    // given
    const { page, expectNoErrors, close } = await openPage(browser, { path: '/web/icon.svg' });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
    const files = new Map<
      string,
      { readonly url: string; readonly type: string; readonly encoding: string; bytes: number }
    >();
    session.on('Network.responseReceived', ({ requestId, response, type }) =>
      files.set(requestId, {
        url: response.url,
        type,
        encoding: response.headers['content-encoding'] ?? 'none',
        bytes: 0,
      }),
    );
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      const file = files.get(requestId);
      if (file !== undefined) file.bytes += encodedDataLength;
    });

    // when
    await page.goto(path);
    await untilDrawn(page);

    // then
    const code = [...files.values()].filter(({ type }) => type === 'Script' || type === 'Stylesheet');
    const bytes = code.reduce((sum, file) => sum + file.bytes, 0);
    const largest = code
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, 5)
      .map((file) => `${new URL(file.url).pathname} ${file.bytes}`);
    expect(code.length).toBeGreaterThan(2);
    expect(code.length).toBeLessThanOrEqual(FILES_MAX);
    expect(bytes, `Expected the first load of ${path} to be small; the largest: ${largest}`).toBeLessThanOrEqual(
      BYTES_MAX,
    );
    expect(new Set(code.map(({ encoding }) => encoding))).toEqual(new Set(['gzip', 'none']));
    const { origin } = new URL(page.url());
    const foreign = [...files.values()].filter(
      ({ url }) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin,
    );
    expect(foreign).toEqual([]);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    expectNoErrors();
    await close();
  });

  test.each(looks)('should not jump while it loads ($name)', async (look) => {
    // given
    const { page, expectNoErrors, close } = await openPage(browser, { path: '/web/icon.svg', look });
    await page.addInitScript(() => {
      const shifts: { value: number; sources: string }[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as readonly LayoutShift[]) {
          if (entry.hadRecentInput) continue;
          const sources = entry.sources.map(({ node }) => (node as Element | null)?.className).join(', ');
          shifts.push({ value: entry.value, sources });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });

    // when
    await page.goto(path);
    await untilDrawn(page);

    // then
    const shifts = await page.evaluate(
      () => (globalThis as unknown as { shifts: readonly { value: number; sources: string }[] }).shifts,
    );
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    expect(sum, `Expected ${path} not to jump: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(LAYOUT_SHIFT_MAX);
    expectNoErrors();
    await close();
  });
});

interface LayoutShift {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}
