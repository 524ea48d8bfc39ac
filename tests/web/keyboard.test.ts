/** The main tasks without a mouse: nothing here clicks. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';
import { deployTaskProcess } from './task-process.ts';

/** More are between nothing on any page and what one does there most. */
const TABS_MAX = 120;

let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
});

afterAll(() => browser?.close());

test('should find an instance with an incident and retry it', async () => {
  // given
  const key = await startWithIncident('keyboard-incident');
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  await page.getByRole('button', { name: 'Search Ctrl K' }).waitFor();

  // when
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.insertText(key);
  await page.getByRole('group', { name: 'With this key' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/operate/processes/${key}`);
  const incident = page.getByRole('row').filter({ hasText: 'The keyboard did it' });
  await incident.waitFor();
  await tabTo(page, incident);
  await page.keyboard.press('r');

  // then
  await page.getByText('Incident retried').first().waitFor();
  const { items } = await rest.post(`/v2/process-instances/${key}/incidents/search`, { filter: { state: 'ACTIVE' } });
  expect(items).toEqual([]);
  expectNoErrors();
  await close();
});

test('should claim a task and complete it', async () => {
  // given
  // One of a kind on a server that has run this test before, too.
  const taskName = `Type blindly ${crypto.randomUUID().slice(0, 8)}`;
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'keyboard-task',
    taskName,
  });
  const key = await process.start();
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/tasklist', username: 'kim' });
  const search = page.locator('main [data-search-field]');
  await search.first().waitFor();

  // when
  await page.keyboard.press('/');
  await page.keyboard.type(taskName);
  const card = page.locator('.task-card-link').filter({ hasText: taskName });
  await page.waitForURL(/[?&]q=Type/);
  await card.first().waitFor();
  await tabTo(page, card);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: taskName }).first().waitFor();
  await page.keyboard.press('c');
  await expect.poll(async () => (await process.task(key)).assignee).toBe('kim');
  const complete = page.getByRole('button', { name: 'Complete task' });
  await tabTo(page, complete);
  await page.keyboard.press('Enter');

  // then
  await expect.poll(async () => (await process.task(key)).state).toBe('COMPLETED');
  expectNoErrors();
  await close();
});

test('should filter processes and open what is found', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  await page.getByRole('button', { name: 'Search Ctrl K' }).waitFor();

  // when
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/operate/processes');
  await page.locator('main [data-search-field]').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('Order process');
  await page.getByRole('option', { name: 'Order process' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL('**/operate/processes?process=order-process*');

  // when
  const instance = page.locator('.data-row').filter({ hasText: 'Order process' });
  await instance.first().waitFor();
  await tabTo(page, instance);
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL(/\/operate\/processes\/\d+$/);
  expectNoErrors();
  await close();
});

/** As people do it; the focus must be seen on all the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return undefined;
      const { width, height } = focused.getBoundingClientRect();
      return focused.matches(':focus-visible') && width > 0 && height > 0 ? undefined : focused.outerHTML.slice(0, 200);
    });
    expect(unseen, 'Expected the focus to be seen').toBeUndefined();
  }
  throw new Error(`Expected to reach ${target} within ${TABS_MAX} tabs, but the focus is elsewhere`);
}

/** @returns the key of an instance whose job has failed for good. */
async function startWithIncident(id: string): Promise<string> {
  await rest.deploy(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://waggle/test">
  <bpmn:process id="${id}" name="Keyboard" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>toWork</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="toWork" sourceRef="start" targetRef="work" />
    <bpmn:serviceTask id="work" name="Work">
      <bpmn:extensionElements><zeebe:taskDefinition type="${id}" retries="1" /></bpmn:extensionElements>
      <bpmn:incoming>toWork</bpmn:incoming>
    </bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`);
  const key = await rest.start(id);
  const { jobs } = await rest.post('/v2/jobs/activation', { type: id, timeout: 60_000, maxJobsToActivate: 10 });
  for (const { jobKey } of jobs) {
    await rest.post(`/v2/jobs/${jobKey}/failure`, { retries: 0, errorMessage: 'The keyboard did it' });
  }
  return key;
}
