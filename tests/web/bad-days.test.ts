/** What people see when something around the pages is not as it should be. */
import { createServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { waggle } from '../waggle-command.ts';
import { expectAccessible, lookAt, looks, openBrowser, openPage, picture } from './browser.ts';
import { findDemoKeys } from './demo-keys.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';
import { untilDrawn } from './until-drawn.ts';

/** What a browser says by itself about requests that are not answered. */
const FAILED_REQUESTS = [/^said Failed to load resource/, /^said .*net::ERR_/, /dynamically imported module/];

let browser: Browser;
const running = new Set<ServerProcess>();

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running.clear();
});

afterAll(() => browser?.close());

test('should keep what is shown while the server is away, and go on by itself when it is back', async () => {
  // given
  const ports = { rest: await freePort(), grpc: 0, management: 0 };
  const first = await started({ ports });
  await waggle(first, 'deploy', 'examples/demo/order-process.v1.bpmn');
  const { page, close } = await openPage(browser, {
    server: first.rest,
    path: '/operate/processes?states=all',
    allowedErrors: FAILED_REQUESTS,
  });
  await new Rest(first.rest).start('order-process');
  const rows = page.getByRole('row', { name: /Order process/ });
  await rows.first().waitFor();
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

  // when
  await first.kill();
  running.delete(first);

  // then
  await page.getByText(/^Server unreachable since/).waitFor();
  expect(await rows.count()).toBe(1);
  await picture(page, 'bad-days-offline');
  await expectAccessible(page);

  // when: a page that was not loaded before
  await page.getByRole('link', { name: 'Operations log' }).first().click();

  // then
  await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();

  // when
  const second = await started({ ports, dataFolder: first.dataFolder });
  await page.getByRole('heading', { level: 1, name: 'Operations log' }).waitFor();
  await page.getByRole('link', { name: 'Processes' }).first().click();
  await page.getByText(/^Server unreachable since/).waitFor({ state: 'hidden' });
  await page.goBack();
  await page.goBack();
  await new Rest(second.rest).start('order-process');

  // then
  await expect.poll(() => rows.count()).toBe(2);
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  await close();
});

test.each(looks)('should say that a server has nothing to search ($name)', async (look) => {
  // given
  const server = await started({ flags: ['--database', 'none'] });

  // when
  const { page, close } = await openPage(browser, { server: server.rest, path: '/operate/processes', look });

  // then
  await page.getByRole('heading', { name: 'This server keeps nothing to search' }).waitFor();
  await page.getByText('waggle start --database sqlite').waitFor();
  await lookAt(page, 'bad-days-no-search');

  // when
  await page.goto('/tasklist');

  // then
  await page.getByRole('heading', { name: 'This server keeps nothing to search' }).waitFor();
  await close();
});

test('should name the permission that is missing where it is missing', async () => {
  // given
  const { page, close } = await openBlank();
  await page.route('**/v2/process-instances/search', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'FORBIDDEN',
        status: 403,
        detail:
          "Insufficient permissions to perform operation 'READ_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION'",
      }),
    }),
  );

  // when
  await page.goto('/operate/processes');

  // then
  await page.getByRole('heading', { name: 'This is not permitted' }).waitFor();
  await page.getByText('You may not see process instances. Ask an administrator for READ_PROCESS_INSTANCE').waitFor();
  await expectAccessible(page);
  await close();
});

test('should say what is missing of a page that shows the rest', async () => {
  // given
  const { page, close } = await openBlank();
  let isProxyBroken = true;
  await page.route('**/v2/process-definitions/search', (route) =>
    isProxyBroken ? route.fulfill({ status: 200, contentType: 'text/html', body: '<html>Sign in' }) : route.continue(),
  );

  // when
  await page.goto('/operate/processes');

  // then
  const notice = page.getByText('Not all of this page could be shown');
  await notice.waitFor();
  await page.getByText(/^The answer cannot be read/).waitFor();
  await page.locator('.data-row').first().waitFor();
  await picture(page, 'bad-days-partial');
  await expectAccessible(page);

  // when
  isProxyBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();

  // then
  await notice.waitFor({ state: 'hidden' });
  await close();
});

test('should keep the frame around a page that throws, and try again', async () => {
  // given
  const { page, close } = await openBlank();
  const { batchOperation } = await findDemoKeys(demoServer());
  let isOdd = true;
  await page.route(`**/v2/batch-operations/${batchOperation}`, (route) =>
    isOdd ? route.fulfill({ status: 200, contentType: 'application/json', body: '{}' }) : route.continue(),
  );

  // when
  await page.goto(`/operate/batch-operations/${batchOperation}`);

  // then
  const failed = page.getByRole('heading', { level: 1, name: 'This page could not be shown' });
  await failed.waitFor();
  await page.getByRole('button', { name: 'Copy details' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Error');
  await picture(page, 'bad-days-page-threw');
  await expectAccessible(page);

  // when
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor({ state: 'attached' });
  await page.goBack();
  await failed.waitFor();
  isOdd = false;
  await page.getByRole('button', { name: 'Try again' }).click();

  // then
  await page.locator('.data-row').first().waitFor();
  await close();
});

test('should say that the server is catching up, until it has', async () => {
  // given
  const { page, close } = await openBlank();
  let isStale = true;
  await page.route('**/v2/process-instances/search', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), ...(isStale ? { 'waggle-freshness': 'stale' } : {}) },
    });
  });

  // when
  await page.goto('/operate/processes');

  // then
  const notice = page.getByText('The server is still catching up');
  await notice.waitFor();
  await expectAccessible(page);

  // when
  isStale = false;

  // then
  await notice.waitFor({ state: 'hidden' });
  await close();
});

test('should not blink when the server is quick, and say that it is slow when it is', async () => {
  // given
  const { page, close } = await openBlank();
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/v2/process-instances/search', async (route) => {
    await slow;
    await route.continue();
  });

  // when
  await page.goto('/operate/processes');

  // then
  const skeleton = page.locator('.cds--skeleton__text').first();
  const delay = () => skeleton.evaluate((element) => getComputedStyle(element).animationDelay);
  await expect.poll(delay).toContain('0.15s');
  await picture(page, 'bad-days-slow');

  // when
  answer();

  // then
  await skeleton.waitFor({ state: 'detached' });
  await close();
});

test('should say that a newer version is there when parts of this one are gone', async () => {
  // given
  const { page, close } = await openBlank();
  await page.goto('/operate');
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await page.route('**/web/assets/operations-log-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.route('**/operate', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replaceAll(/assets\/index-[^"]+\.js/g, 'assets/index-newer.js') });
  });

  // when
  await page.getByRole('link', { name: 'Operations log' }).first().click();

  // then
  await page.getByRole('heading', { name: 'A newer version is on the server' }).waitFor();
  await page.getByRole('button', { name: 'Load again' }).first().waitFor();
  await picture(page, 'bad-days-new-version');
  await expectAccessible(page);

  // when
  await page.getByRole('link', { name: 'Dashboard' }).first().click();

  // then: what was loaded goes on
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await close();
});

test('should work where the browser remembers nothing', async () => {
  // given
  const { page, expectNoErrors, close } = await openBlank();
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    }
  });

  // when
  for (const path of ['/operate', '/operate/processes', '/operate/decisions', '/operate/operations-log', '/tasklist']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    expect(await page.getByText('This page could not be shown').count(), path).toBe(0);
  }

  // then: choices last as long as the page
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
  expectNoErrors();
  await close();
});

test.each([
  '/operate/processes?version=x&states=nonsense&sort=no&variables=%7B&keys=abc&startedFrom=yesterday',
  '/operate/processes?process=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  '/operate/processes/2251799813685999?tab=nope&elementInstance=x&replay=never',
  '/operate/processes/not-a-key',
  '/operate/decisions?state=x&sort=y&version=-1',
  '/operate/decisions/not-a-key?tab=x',
  '/operate/batch-operations?state=x',
  '/operate/batch-operations/not-a-key',
  '/operate/operations-log?from=never&result=x',
  '/tasklist?queue=x&where=%7B%22a%22&sort=z',
  '/tasklist/not-a-key',
  '/tasklist/processes/%3Cscript%3E/start',
])('should make the best of the address %s', async (path) => {
  // given
  const { page, close } = await openBlank();

  // when
  await page.goto(path);

  // then
  await untilDrawn(page);
  expect(await page.getByText('This page could not be shown').count()).toBe(0);
  await close();
});

test('should show the same person and theme in all tabs', async () => {
  // given
  const { page, context, close } = await openPage(browser, { path: '/operate' });
  const other = await context.newPage();
  await other.goto('/tasklist');
  await other.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });

  // when
  await page.bringToFront();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('Dark', { exact: true }).click();

  // then
  await expect.poll(() => other.locator('html').getAttribute('data-theme')).toBe('dark');
  await close();
});

async function openBlank() {
  return openPage(browser, { path: '/web/icon.svg', allowedErrors: FAILED_REQUESTS });
}

async function started(options: Parameters<typeof startServerProcess>[0]): Promise<ServerProcess> {
  const server = await startServerProcess(options);
  running.add(server);
  return server;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
