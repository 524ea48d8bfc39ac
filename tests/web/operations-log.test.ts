import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('should filter by process, version, kind and result, all in the address', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/operations-log' });

  // when
  await page.getByRole('combobox', { name: 'Process', exact: true }).fill('order');
  await page.getByRole('option', { name: /^Order process/ }).click();
  await page.getByLabel('Version', { exact: true }).selectOption('Version 2');
  await page.getByLabel('Entity', { exact: true }).selectOption('Resource');
  await page.getByLabel('Result', { exact: true }).selectOption('Succeeded');

  // then
  await page.waitForURL(/process=order-process.*version=2.*entity=RESOURCE.*result=SUCCESS/);
  await page.getByText('1 result', { exact: true }).waitFor();
  await page.getByText('order-process.v2.bpmn').waitFor();

  // when
  await page.getByLabel('Actor', { exact: true }).fill('nobody');

  // then
  await page.getByRole('heading', { name: 'Nothing matches the filters' }).waitFor();

  // when
  await page.getByRole('button', { name: 'Reset filters' }).click();

  // then
  await page.waitForURL((url) => url.search === '');
  expectNoErrors();
  await close();
});

test('should filter by process instance and lead to it', async () => {
  // given
  const rest = new Rest(demoServer());
  const { items } = await rest.post('/v2/audit-logs/search', {
    filter: { entityType: 'PROCESS_INSTANCE', operationType: 'CANCEL' },
    page: { limit: 1 },
  });
  const { entityKey } = items[0];
  const path = `/operate/operations-log?processInstanceKey=${entityKey}`;
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // when
  await page.locator('.log-operation', { hasText: 'Cancel' }).first().waitFor();
  await page.getByRole('link', { name: entityKey }).first().click();

  // then
  await page.waitForURL(`**/operate/processes/${entityKey}`);
  expectNoErrors();
  await close();
});

test('should show what is done while one looks', async () => {
  // given
  const rest = new Rest(demoServer());
  const path = '/operate/operations-log?operation=EVALUATE&sort=timestamp%3Adesc';
  const { page, expectNoErrors, close } = await openPage(browser, { path });
  const total = page.locator('.list-total');
  await total.getByText(/result/).waitFor();
  const before = Number.parseInt(await total.innerText(), 10);

  // when
  await rest.post('/v2/decision-definitions/evaluation', {
    decisionDefinitionId: 'discount',
    variables: { customerTier: 'gold', orderAmount: 10 },
  });

  // then
  await expect.poll(async () => Number.parseInt(await total.innerText(), 10), { timeout: 5_000 }).toBe(before + 1);
  expectNoErrors();
  await close();
});

test('should save what is filtered as a file', async () => {
  // given
  const path = '/operate/operations-log?operation=RESOLVE';
  const { page, close } = await openPage(browser, { path });
  await page.locator('.data-row').first().waitFor();

  // when
  await page.getByRole('button', { name: /export/i }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();

  // then
  expect((await download).suggestedFilename()).toBe('operations-log.csv');
  await close();
});

test('should speak German', async () => {
  // when
  const { page, close } = await openPage(browser, { path: '/operate/operations-log', language: 'de' });

  // then
  await page.getByRole('heading', { level: 1, name: 'Protokoll' }).waitFor();
  await page.getByRole('columnheader', { name: 'Gegenstand' }).waitFor();
  await close();
});
