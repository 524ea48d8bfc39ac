import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, narrow, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { instanceModels } from './instance-models.ts';
import { Rest } from './rest.ts';
import { moveFingers } from './touch.ts';

const ID = 'web-instance';
/** Of instances that nobody works on. */
const variables = { total: 12, items: ['a', 'b', 'c'], run: 'idle' };
/** Machines that do other work are slow. */
const WAIT = { timeout: 10_000 };
let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
  await rest.deploy(...instanceModels(ID));
});

afterAll(() => browser?.close());

const pathOf = (key: string) => `/operate/processes/${key}`;
const element = (page: Page, id: string) => page.locator(`.djs-element[data-element-id="${id}"]`);
const row = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name });

/** An instance whose charge has failed for good. */
async function withIncident(run: string): Promise<string> {
  const key = await rest.start(ID, { ...variables, run });
  await rest.failJob(`charge-${run}`, 'Card <b>declined</b>: no cover');
  return key;
}

test('should start with a part that can be read on a phone, and follow fingers', async () => {
  // given
  const key = await withIncident('touch');
  const { page, close } = await openPage(browser, { path: pathOf(key), look: narrow });
  await page.locator('.count-pill').first().waitFor();
  const boxOfTask = async () => (await element(page, 'Charge').locator('.djs-visual rect').first().boundingBox())!;
  const atFirst = await boxOfTask();
  expect(atFirst.width).toBeGreaterThan(50);
  const finger = { x: 195, y: 650 };

  // when
  await moveFingers(page, { from: finger, to: { x: 145, y: 690 } });

  // then
  const moved = await boxOfTask();
  expect(moved.x - atFirst.x).toBeCloseTo(-50, 0);
  expect(moved.y - atFirst.y).toBeCloseTo(40, 0);

  // when
  const second = { x: finger.x + 50, y: finger.y };
  await moveFingers(page, { from: finger, to: finger }, { from: second, to: { x: finger.x + 100, y: finger.y } });

  // then
  expect((await boxOfTask()).width / moved.width).toBeCloseTo(2, 1);
  await close();
});

test('should keep diagram, history and details on the same element', async () => {
  // given
  const key = await withIncident('selection');
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });

  // when
  await row(page, 'Charge card').click();

  // then
  await page.locator('.djs-element.is-selected[data-element-id="Charge"]').waitFor();
  await page.getByRole('heading', { name: 'Charge card' }).waitFor();
  await page.getByText('Card <b>declined</b>: no cover').first().waitFor();
  expect(new URL(page.url()).searchParams.get('element')).toBe('Charge');

  // when
  await element(page, 'Ship').click();

  // then
  await expect.poll(() => row(page, 'Ship').getAttribute('aria-selected'), WAIT).toBe('true');
  await page.getByRole('link', { name: /^Called \d+$/ }).waitFor();

  // when
  await page.reload();

  // then
  await expect.poll(() => row(page, 'Ship').getAttribute('aria-selected'), WAIT).toBe('true');

  // when
  await page.getByRole('link', { name: /^Called \d+$/ }).click();

  // then
  await page.getByRole('heading', { level: 1, name: 'Called' }).waitFor();
  await page.getByRole('navigation', { name: 'Called from' }).getByRole('link', { name: 'Fulfil order' }).waitFor();
  expectNoErrors();
  await close();
});

test('should walk the history by keys, open iterations and find elements', async () => {
  // given
  const key = await rest.start(ID, variables);
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  await row(page, 'Pack items').waitFor();
  await page.getByText('3×, 3 active').waitFor();

  // when
  await row(page, 'Pack items').focus();
  await page.keyboard.press('ArrowRight');

  // then
  await row(page, '#3').waitFor();

  // when
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await page.locator('[role=treeitem][aria-level="4"]').filter({ hasText: 'Pack item' }).waitFor();
  await page.keyboard.press('Enter');

  // then
  await expect.poll(() => new URL(page.url()).searchParams.get('element'), WAIT).toBe('Each');
  await page.getByRole('tab', { name: 'Variables' }).click();
  await page.getByRole('row').filter({ hasText: '"a"' }).waitFor();

  // when
  await page.getByRole('treeitem').first().focus();
  await page.keyboard.press('/');
  await page.keyboard.type('charge');

  // then
  await expect.poll(() => page.getByRole('treeitem').count(), WAIT).toBe(2);
  await row(page, 'Charge card').waitFor();
  expectNoErrors();
  await close();
});

test('should keep the middle of a long hierarchy in a menu', async () => {
  // given
  const chain = await rest.post('/v2/process-instances/search', {
    filter: { processDefinitionId: 'call-chain' },
    sort: [{ field: 'processInstanceKey', order: 'DESC' }],
    page: { limit: 1 },
  });
  const key = chain.items[0]!.processInstanceKey;
  const hierarchy = await rest.get(`/v2/process-instances/${key}/call-hierarchy`);
  expect(hierarchy.length).toBeGreaterThan(5);
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  const breadcrumb = page.getByRole('navigation', { name: 'Called from' });

  // when
  await breadcrumb.getByRole('button', { name: /Show \d+ more/ }).focus();
  await page.keyboard.press('Enter');

  // then
  const levels = page.getByRole('menuitem');
  await expect.poll(() => levels.count(), WAIT).toBe(hierarchy.length - 4);
  await page.locator('[role=menuitem]:focus').waitFor();
  await expectNoSidewaysScroll(page);

  // when
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL(`**${pathOf(hierarchy[2].processInstanceKey)}`);
  expectNoErrors();
  await close();
});

test('should show a whole incident and retry it', async () => {
  // given
  const key = await withIncident('retried');
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  const incident = page.getByRole('row').filter({ hasText: 'Charge card' });
  await incident.click();
  await page.getByRole('dialog').getByText('Card <b>declined</b>: no cover').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // when
  await incident.focus();
  await page.keyboard.press('r');

  // then
  await page.getByText('Incident retried').first().waitFor();
  await page.locator('.incident-banner').waitFor({ state: 'detached' });
  const { items } = await rest.post(`/v2/process-instances/${key}/incidents/search`, {
    filter: { state: 'ACTIVE' },
  });
  expect(items).toEqual([]);
  expect(await rest.activateJob('charge-retried')).toMatch(/^\d+$/);
  expectNoErrors();
  await close();
});

test('should change the variables of an incident and retry it at once', async () => {
  // given
  const key = await withIncident('changed');
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  await page.getByRole('row').filter({ hasText: 'Charge card' }).click();
  await page.getByRole('button', { name: 'Change variables, then retry' }).click();

  // when
  await page.getByRole('row').filter({ hasText: 'total' }).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Value of total, JSON' }).fill('3');
  await page.getByRole('button', { name: 'Save and retry the incident' }).click();

  // then
  await page.locator('.incident-banner').waitFor({ state: 'detached' });
  const [{ value }] = await rest.search('/v2/variables/search', { scopeKey: key, name: 'total' });
  expect(value).toBe('3');
  await rest.activateJob('charge-changed');
  expectNoErrors();
  await close();
});

test('should follow the instance without being loaded again', async () => {
  // given
  const key = await rest.start(ID, { ...variables, items: [], run: 'followed' });
  const jobKey = await rest.activateJob('charge-followed');
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  await row(page, 'Charge card').getByRole('img', { name: 'Active' }).waitFor();

  // when
  await rest.post(`/v2/jobs/${jobKey}/completion`, {});

  // then
  await row(page, 'Charge card').getByRole('img', { name: 'Completed' }).waitFor();
  expectNoErrors();
  await close();
});

test('should suspend, resume, cancel and delete', async () => {
  // given
  const key = await rest.start(ID, variables);
  const { page, expectNoErrors, close } = await openPage(browser, {
    path: pathOf(key),
    // What is deleted is asked for once more before the page is left.
    allowedErrors: [/status of 404/],
  });

  // when
  await page.getByRole('button', { name: 'Suspend' }).click();

  // then
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  expect((await rest.instance(key)).state).toBe('SUSPENDED');

  // when
  await page.getByRole('button', { name: 'Resume' }).click();

  // then
  await page.getByRole('button', { name: 'Suspend' }).waitFor();
  expect((await rest.instance(key)).state).toBe('ACTIVE');

  // when
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByText(`Process instance ${key} and the 1 instance that it called`).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel the instance' }).click();

  // then
  await page.getByRole('button', { name: 'Delete' }).waitFor();
  expect((await rest.instance(key)).state).toBe('TERMINATED');

  // when
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the instance' }).click();

  // then
  await page.waitForURL('**/operate/processes?**');
  await expect.poll(() => rest.status(`/v2/process-instances/${key}`), WAIT).toBe(404);
  expectNoErrors();
  await close();
});

test('should offer the root of a called instance in place of its cancellation', async () => {
  // given
  const key = await rest.start(ID, variables);
  const [called] = await rest.search('/v2/process-instances/search', { parentProcessInstanceKey: key });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(called.processInstanceKey) });

  // when
  await page.getByRole('button', { name: 'Cancel at the root' }).click();

  // then
  await page.waitForURL(`**${pathOf(key)}`);
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
  expectNoErrors();
  await close();
});

test('should give a business id once, and a job other retries', async () => {
  // given
  const key = await rest.start(ID, variables);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `${pathOf(key)}?element=Charge` });

  // when
  await page.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(`order-${key}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();

  // then
  await page.getByText('Business ID order-').first().waitFor();
  expect((await rest.instance(key)).businessId).toBe(`order-${key}`);

  // when
  await page.getByRole('spinbutton', { name: 'Retries' }).fill('7');
  await page.getByRole('button', { name: 'Set retries' }).click();

  // then
  await page.getByText('Job changed').first().waitFor();
  const [job] = await rest.search('/v2/jobs/search', {
    processInstanceKey: key,
    elementId: 'Charge',
  });
  expect(job.retries).toBe(7);
  expectNoErrors();
  await close();
});

test('should show mappings, jobs and the log', async () => {
  // given
  const key = await rest.start(ID, variables);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `${pathOf(key)}?element=Charge` });

  // when
  await page.getByRole('tab', { name: 'Mappings' }).click();

  // then
  await page.getByRole('row').filter({ hasText: '=total' }).waitFor();

  // when
  await page.getByRole('tab', { name: 'Jobs' }).click();
  await page.getByRole('row').filter({ hasText: 'charge-idle' }).click();

  // then
  await page.getByRole('dialog').getByRole('spinbutton', { name: 'Retries' }).waitFor();
  await page.keyboard.press('Escape');

  // when
  await page.getByRole('tab', { name: 'Log' }).click();

  // then
  await page.getByRole('row').filter({ hasText: 'Create' }).first().waitFor();
  await expectAccessible(page);
  expectNoErrors();
  await close();
});

test('should say what an address leads to when there is no such instance', async () => {
  const { page, close } = await openPage(browser, { path: pathOf('2251799813000001') });
  await page.getByRole('heading', { name: 'There is no process instance 2251799813000001' }).waitFor();
  await expectAccessible(page);
  await close();
});

test('should say that an instance was deleted while it was looked at', async () => {
  // given
  const key = await rest.start(ID, variables);
  const { page, close } = await openPage(browser, { path: pathOf(key) });
  await row(page, 'Charge card').waitFor();

  // when
  await rest.post(`/v2/process-instances/${key}/cancellation`, {});
  await rest.post(`/v2/process-instances/${key}/deletion`, {});

  // then
  await page.getByRole('heading', { name: 'This process instance has been deleted meanwhile' }).waitFor();
  await close();
});
