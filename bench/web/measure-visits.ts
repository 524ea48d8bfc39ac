import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Request } from 'playwright-core';
import { Rest } from '../../tests/web/rest.ts';
import type { MeasuredServer } from './servers.ts';
import type { Visit } from './visits.ts';

export interface VisitResult {
  readonly name: string;
  /** Milliseconds from the request for the page, with nothing kept by the browser, until it can be used; each time. */
  readonly usableMs: readonly number[];
  /** Milliseconds between frames while it was used. */
  readonly frameMs: readonly number[];
  readonly requests: readonly MeasuredRequest[];
}

export interface MeasuredRequest {
  /** `POST /v2/process-instances/search`, keys and ids left out. */
  readonly name: string;
  /** From sending to the end of the answer, as the browser sees it. */
  readonly ms: number;
}

/** Nothing asked for so long, and the page has all it wants. */
const QUIET_MS = 300;
const VIEWPORT = { width: 1440, height: 900 };

/** Each visit so often, all in turn, each with an empty cache. */
export async function measureVisits(
  browser: Browser,
  server: MeasuredServer,
  visits: readonly Visit[],
  repetitions: number,
): Promise<readonly VisitResult[]> {
  const rest = new Rest(server.rest);
  const results = visits.map(({ name }) => ({ name, usableMs: [], frameMs: [], requests: [] }) as Collected);
  // The first time also warms the server up, as it is when somebody works with it.
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    for (const [index, visit] of visits.entries()) {
      const into = repetition === 0 ? { name: '', usableMs: [], frameMs: [], requests: [] } : results[index]!;
      await measureVisit(browser, server, visit, await visit.path(rest), into);
    }
    process.stderr.write(`${repetition} of ${repetitions} rounds\n`);
  }
  return results;
}

interface Collected {
  readonly name: string;
  readonly usableMs: number[];
  readonly frameMs: number[];
  readonly requests: MeasuredRequest[];
}

async function measureVisit(
  browser: Browser,
  server: MeasuredServer,
  visit: Visit,
  path: string,
  into: Collected,
): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT, baseURL: server.rest, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (isMeasured(request)) open.add(request);
  });
  page.on('requestfailed', (request) => open.delete(request));
  page.on('requestfinished', (request) => {
    if (!open.delete(request)) return;
    const { pathname } = new URL(request.url());
    const { requestStart, responseEnd } = request.timing();
    into.requests.push({
      name: `${request.method()} ${pathname.replaceAll(/\/\d{6,}(-\d+)?/g, '/…')}`,
      ms: responseEnd - requestStart,
    });
  });
  try {
    const startMs = performance.now();
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator(visit.ready).first().waitFor();
    into.usableMs.push(performance.now() - startMs);
    await untilAnswered(open);
    if (visit.use !== undefined) {
      await watchFrames(page);
      await visit.use(page);
      await untilAnswered(open);
      into.frameMs.push(...(await watchedFrames(page)));
    }
  } catch (error) {
    throw new Error(`Expected ${visit.name} to be shown, but it was not`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Of the interface; the stream of changes never ends. */
function isMeasured(request: Request): boolean {
  const { pathname } = new URL(request.url());
  return /^\/(v2|waggle)\//.test(pathname) && !pathname.endsWith('/changes');
}

async function untilAnswered(open: ReadonlySet<Request>): Promise<void> {
  for (let quietMs = 0; quietMs < QUIET_MS; quietMs = open.size === 0 ? quietMs + 50 : 0) await sleep(50);
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { frames });
    let last = performance.now();
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

async function watchedFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (globalThis as unknown as { frames: readonly number[] }).frames);
}
