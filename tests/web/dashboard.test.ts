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

test('should lead to the instances behind each number', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  const rest = new Rest(demoServer());
  const { page: found } = await rest.post('/v2/process-instances/search', {
    filter: { state: 'ACTIVE', hasIncident: true },
    page: { limit: 1 },
  });

  // when
  await page.getByRole('link', { name: `${found.totalItems} with an incident` }).click();

  // then
  await page.waitForURL('**/operate/processes?states=incident');
  await page.getByText(`${found.totalItems} results`).waitFor();

  // when
  await page.goBack();
  await page.getByRole('button', { name: 'Versions of Order process' }).click();
  await page.getByRole('link', { name: 'Version 2' }).click();

  // then
  await page.waitForURL('**/operate/processes?process=order-process&version=2');
  await page.getByRole('button', { name: 'Remove filter: Version: 2' }).waitFor();
  expectNoErrors();
  await close();
});

test('should lead from an error to the instances it stopped', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  const rest = new Rest(demoServer());
  const { items } = await rest.post('/v2/incidents/statistics/process-instances-by-error', {
    sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }],
  });
  const { errorMessage, activeInstancesWithErrorCount } = items[0];
  const [message] = errorMessage.split('\n');

  // when
  const errors = page.getByRole('region', { name: 'Incidents by error' });
  await errors.getByRole('button', { name: `Processes with: ${message}` }).click();
  await errors
    .getByText(/affected/)
    .first()
    .waitFor();
  await errors.getByRole('link', { name: message }).first().click();

  // then
  await page.waitForURL(/errorHash=/);
  await page
    .getByText(activeInstancesWithErrorCount === 1 ? '1 result' : `${activeInstancesWithErrorCount} results`)
    .waitFor();
  expect(await page.locator('.filter-error-message').textContent()).toBe(errorMessage);
  expectNoErrors();
  await close();
});
