import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each([
  ['an instance', 'process-instances', 'processInstanceKey', /\/operate\/processes\/\d+$/],
  ['a task', 'user-tasks', 'userTaskKey', /\/tasklist\/\d+$/],
  ['an incident', 'incidents', 'incidentKey', /\/operate\/processes\/\d+\?tab=incidents&element=/],
  ['a decision', 'decision-instances', 'decisionEvaluationKey', /\/operate\/decisions\/\d+-\d+/],
  ['a process', 'process-definitions', 'processDefinitionKey', /\/operate\/processes\?process=.+&version=\d+/],
])('should lead to %s by its key', async (_, collection, keyName, address) => {
  // given
  const key = await firstKey(collection, keyName);
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });

  // when
  await openPalette(page);
  await page.keyboard.insertText(` ${key} `);
  await page.getByRole('group', { name: 'With this key' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL(address);
  expectNoErrors();
  await close();
});

test('should find instances by the beginning of their business id, and tasks by a part of their name', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/tasklist' });

  // when
  await openPalette(page);
  await fieldOf(page).fill('order-100');

  // then
  await page
    .getByRole('option', { name: /^order-100/ })
    .first()
    .waitFor();

  // when
  const task = await firstTaskName();
  await fieldOf(page).fill(task.slice(1));

  // then
  await page.getByRole('group', { name: 'Open tasks' }).getByRole('option', { name: task }).first().waitFor();
  expectNoErrors();
  await close();
});

test('should do what the page has keys for, and give the focus back', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes' });
  await page.getByRole('heading', { name: 'Filters' }).waitFor();

  // when
  await openPalette(page);
  const action = page.getByRole('group', { name: 'On this page' }).getByRole('option', { name: /filter/i });
  await action.first().click();

  // then
  await page.getByRole('heading', { name: 'Filters' }).waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog').count()).toBe(0);
  expectNoErrors();
  await close();
});

test('should remember what was chosen, and say when nothing is found', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });
  await openPalette(page);
  await fieldOf(page).fill('order process');
  await page.getByRole('option', { name: /^Order process/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/operate/processes?process=order-process');

  // when
  await openPalette(page);

  // then
  await page
    .getByRole('group', { name: 'Recent' })
    .getByRole('option', { name: /^Order process/ })
    .waitFor();

  // when
  await fieldOf(page).fill('<img src=y onerror=alert(2)>');

  // then
  await page.getByText('Nothing was found for “<img src=y onerror=alert(2)>”').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expectNoErrors();
  await close();
});

test('should say that the server does not answer, and still go to pages', async () => {
  // given
  const { page, close } = await openPage(browser, { path: '/operate' });
  await openPalette(page);
  await page.route('**/v2/**', (route) => route.abort());

  // when
  await fieldOf(page).fill('decisions');

  // then
  await page.getByText(/^The server could not be asked/).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/operate/decisions');
  await close();
});

test('should show hostile names as the texts they are', async () => {
  // given
  const hostile = '<img src=x onerror="document.title=1">';
  const rest = new Rest(demoServer());
  await rest.deploy(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions" targetNamespace="http://waggle/test">
  <bpmn:process id="palette-hostile" name="${hostile.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}" isExecutable="true">
    <bpmn:startEvent id="start" />
  </bpmn:process>
</bpmn:definitions>`);
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate' });

  // when
  await openPalette(page);
  await fieldOf(page).fill('palette-hostile');

  // then
  const entry = page.getByRole('option', { name: hostile });
  await entry.waitFor();
  expect(await page.locator('dialog img').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/operate/processes?process=palette-hostile');

  // when: it is remembered
  await openPalette(page);

  // then
  await page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: hostile }).waitFor();
  expect(await page.title()).not.toBe('1');
  expectNoErrors();
  await close();
});

test('should speak German', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate', language: 'de' });

  // when
  await page.getByRole('button', { name: 'Suchen' }).click();
  await fieldOf(page).fill('ubersicht');

  // then
  await page.getByRole('option', { name: /^Übersicht/ }).waitFor();
  expectNoErrors();
  await close();
});

async function openPalette(page: Page): Promise<void> {
  // The keys work as soon as the frame is there.
  await page.getByRole('button', { name: 'Search Ctrl K' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find pages, instances and actions' }).waitFor();
}

function fieldOf(page: Page): Locator {
  return page.getByRole('dialog').getByRole('combobox');
}

async function firstKey(collection: string, name: string): Promise<string> {
  return (await firstOf(collection, {}))[name] as string;
}

async function firstTaskName(): Promise<string> {
  return (await firstOf('user-tasks', { filter: { state: 'CREATED' } })).name as string;
}

async function firstOf(collection: string, query: object): Promise<Readonly<Record<string, unknown>>> {
  const { items } = await new Rest(demoServer()).post(`/v2/${collection}/search`, { ...query, page: { limit: 1 } });
  return items[0];
}
