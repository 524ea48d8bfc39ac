import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Look, lookAt, newContext, openBrowser } from './browser.ts';
import { type DemoKeys, findDemoKeys } from './demo-keys.ts';
import { demoServer } from './demo-server.ts';
import { pageStates } from './page-states.ts';

/** Tests that look at every page, in both themes. What pages do is tested page by page; most pictures of the documentation are taken here. */
export function lookAtAllPages({ look, language }: { readonly look: Look; readonly language: 'en' | 'de' }): void {
  let browser: Browser;
  let context: BrowserContext;
  let demo: DemoKeys;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await newContext(browser, { look, language, username: 'demo' });
    demo = await findDemoKeys(demoServer());
  });

  afterAll(() => browser?.close());

  test.each(pageStates)('should show $name', async (state) => {
    // given
    const page = await context.newPage();
    onTestFinished(() => page.close());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && state.allowed?.test(message.text()) !== true) errors.push(message.text());
    });

    // when
    await page.goto(state.path(demo));
    await page.locator(state.ready).first().waitFor();
    if (look.name === 'wide' && state.hasDiagram === true) await page.locator('.djs-shape').first().waitFor();
    await state.prepare?.(page);

    // then
    expect(await page.locator('h1').count(), 'Expected one heading of the whole page').toBe(1);
    expect(await page.title()).toMatch(/\S · Waggle$/);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await lookAt(page, `page-${state.name}`);
    expect(errors).toEqual([]);
  });
}
