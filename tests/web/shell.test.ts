import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('should speak German', async () => {
  // when
  const { page, close } = await openPage(browser, { path: '/operate', language: 'de' });

  // then
  await page.getByRole('link', { name: 'Prozesse' }).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await close();
});

test('should list the keys and go to pages by them', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  await page.getByRole('link', { name: 'Processes' }).first().waitFor();

  // when
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.focus();
  await page.keyboard.press('?');

  // then
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor();
  await expectAccessible(page);

  // when
  await page.keyboard.press('Escape');

  // then
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => settings.evaluate((button) => button === document.activeElement)).toBe(true);

  // when
  await page.keyboard.press('g');
  await page.keyboard.press('p');

  // then
  await page.waitForURL(/\/operate\/processes/);
  expectNoErrors();
  await close();
});

test('should keep keys for a dialog that is on its way', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/web/icon.svg' });
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/keys-dialog-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/operate');
  await page.locator('.dashboard-count').first().waitFor();

  // when
  for (const key of ['?', 'Escape', 'g', 'p']) await page.keyboard.press(key);

  // then
  await page.waitForURL(/\/operate\/processes/);

  // when
  for (const key of ['?', 'g', 'o']) await page.keyboard.press(key);
  release();

  // then
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/operate/processes');
  expectNoErrors();
  await close();
});

test('should say that an address leads nowhere', async () => {
  // when
  const { page, close } = await openPage(browser, { path: '/operate/nowhere' });

  // then
  await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  await close();
});
