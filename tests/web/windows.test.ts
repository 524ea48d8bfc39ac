/** Many windows of one browser, which has six connections to a server for all of them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newContext, openBrowser } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

const WINDOWS = 8;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('should keep more windows fresh than there are connections, whichever of them goes', {
  timeout: 60_000,
}, async () => {
  // given
  const rest = new Rest(demoServer());
  const instances = [await rest.start('order-process'), await rest.start('order-process')];
  const context = await newContext(browser, {});
  const windows = await Promise.all(Array.from({ length: WINDOWS }, () => context.newPage()));
  for (const window of windows) {
    await window.goto(`/operate/processes?states=all&keys=${instances.join(',')}`);
    await window.locator('[data-connection=live]').waitFor();
  }

  // when
  await rest.post(`/v2/process-instances/${instances[0]}/cancellation`);

  // then
  await expectCanceled(windows, 1);
  const asked = windows.map((window) => window.evaluate(() => fetch('/v2/topology').then(({ ok }) => ok)));
  expect(await Promise.all(asked)).toEqual(windows.map(() => true));

  // when
  const [first, ...others] = windows;
  await first!.close();
  await rest.post(`/v2/process-instances/${instances[1]}/cancellation`);

  // then
  await expectCanceled(others, 2);
  await context.close();
});

async function expectCanceled(windows: readonly Page[], count: number): Promise<void> {
  for (const window of windows) {
    await expect.poll(() => window.getByRole('row', { name: /Canceled/ }).count(), { timeout: 10_000 }).toBe(count);
  }
}
