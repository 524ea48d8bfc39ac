import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lookAt, looks, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest, totalOf } from './rest.ts';

let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
});

afterAll(() => browser?.close());

/** So many that a batch operation on them can be held before it is done. */
const JOBS = 2_000;

/** A process with as many jobs as that, which nobody works on. */
const manyJobs = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  id="definitions" targetNamespace="http://waggle.example/batch">
  <process id="${id}" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="flow" sourceRef="start" targetRef="work" />
    <serviceTask id="work">
      <extensionElements><zeebe:taskDefinition type="${id}" /></extensionElements>
      <multiInstanceLoopCharacteristics>
        <extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${JOBS} return i" /></extensionElements>
      </multiInstanceLoopCharacteristics>
    </serviceTask>
  </process>
</definitions>`;

/** Begins to change many jobs and holds that at once. @returns the key of the batch operation. */
async function suspendedUpdate(processDefinitionId: string): Promise<string> {
  await rest.deploy(manyJobs(processDefinitionId));
  const { processInstanceKey } = await rest.post('/v2/process-instances', { processDefinitionId });
  const filter = { processInstanceKey };
  await rest.searchUntil('/v2/jobs/search', { filter, page: { limit: 1 } }, (answer) => totalOf(answer) === JOBS);
  const { batchOperationKey } = await rest.post('/v2/jobs/batch-update', { filter, changeset: { retries: 5 } });
  await rest.post(`/v2/batch-operations/${batchOperationKey}/suspension`);
  await rest.getUntil(`/v2/batch-operations/${batchOperationKey}`, ({ state }) => state === 'SUSPENDED');
  return String(batchOperationKey);
}

describe.each(looks)('$name', (look) => {
  test('should list batch operations and show one', async () => {
    // when
    const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/batch-operations', look });

    // then
    await page.getByRole('heading', { level: 1, name: 'Batch operations' }).waitFor();
    const migration = page.getByRole('link', { name: 'Migrate process instances' }).first();
    await migration.waitFor();
    await lookAt(page, 'batch-operations');

    // when
    await migration.click();

    // then
    await page.getByRole('heading', { level: 1, name: 'Migrate process instances' }).waitFor();
    await page.getByRole('button', { name: 'Show the reason' }).first().click();
    await page.locator('.data-detail', { hasText: 'no mapping instruction' }).waitFor();
    await lookAt(page, 'batch-operation');
    expectNoErrors();
    await close();
  });
});

test('should keep filters and order in the address', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/batch-operations' });

  // when
  await page.getByLabel('Type', { exact: true }).selectOption('Update jobs');
  await page.getByRole('columnheader', { name: 'Start' }).getByRole('button').click();

  // then
  await page.waitForURL(/type=UPDATE_JOB.*sort=startDate%3Aasc/);
  await page.getByRole('link', { name: 'Update jobs' }).waitFor();
  await page.getByRole('link', { name: 'Cancel process instances' }).waitFor({ state: 'detached' });

  // when
  await page.getByLabel('State', { exact: true }).selectOption('Failed');

  // then
  await page.getByRole('heading', { name: 'Nothing matches the filters' }).waitFor();

  // when
  await page.getByRole('button', { name: 'Reset filters' }).click();

  // then
  await page.getByRole('link', { name: 'Cancel process instances' }).first().waitFor();
  expectNoErrors();
  await close();
});

test('should save the list as a file', async () => {
  // given
  const { page, close } = await openPage(browser, { path: '/operate/batch-operations' });
  await page.getByRole('link', { name: 'Update jobs' }).waitFor();

  // when
  await page.getByRole('button', { name: /export/i }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();

  // then
  expect((await download).suggestedFilename()).toBe('batch-operations.csv');
  await close();
});

test('should resume a suspended batch operation and show how it ends', async () => {
  // given
  const key = await suspendedUpdate('web-batch-resumed');
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/batch-operations/${key}` });
  await page.getByText('Suspended', { exact: true }).first().waitFor();

  // when
  await page.getByRole('button', { name: 'Resume' }).click();

  // then
  await page.getByText('2,000 of 2,000').waitFor();
  await page.locator('.batch-tiles').getByText('Completed', { exact: true }).waitFor();
  expect(await rest.get(`/v2/batch-operations/${key}`)).toMatchObject({
    state: 'COMPLETED',
    operationsCompletedCount: JOBS,
  });
  await page.getByRole('button', { name: 'Resume' }).waitFor({ state: 'detached' });
  expectNoErrors();
  await close();
});

test('should cancel the rest after asking', async () => {
  // given
  const key = await suspendedUpdate('web-batch-canceled');
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/batch-operations/${key}` });

  // when
  await page.getByRole('button', { name: 'Cancel the rest' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('What is done stays done').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel the rest' }).click();

  // then
  await rest.getUntil(`/v2/batch-operations/${key}`, ({ state }) => state === 'CANCELED');
  await page.locator('.batch-tiles').getByText('Canceled', { exact: true }).waitFor();
  expectNoErrors();
  await close();
});

test('should suspend one that is under way', async () => {
  // given: batch operations end within milliseconds, so the page is told of one that has not
  const key = await suspendedUpdate('web-batch-suspended');
  const { page, close } = await openPage(browser, { path: '/operate' });
  let isUnderWay = true;
  await page.route(`**/v2/batch-operations/${key}`, async (route) => {
    const answer = await route.fetch();
    const operation = await answer.json();
    await route.fulfill({ response: answer, json: isUnderWay ? { ...operation, state: 'ACTIVE' } : operation });
  });
  await page.goto(`/operate/batch-operations/${key}`);

  // when
  const asked = page.waitForRequest(`**/v2/batch-operations/${key}/suspension`);
  await page.getByRole('button', { name: 'Suspend' }).click();
  isUnderWay = false;

  // then
  expect((await asked).method()).toBe('POST');
  await close();
});

test('should say that there is no such batch operation', async () => {
  // when
  const { page, close } = await openPage(browser, { path: '/operate/batch-operations/1' });

  // then
  await page.getByRole('heading', { name: 'There is no such thing' }).waitFor();
  await close();
});
