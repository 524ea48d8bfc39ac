import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, narrow, openBrowser, openPage, picture } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { deployTaskProcess } from './task-process.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('should go through tasks by keys, and take one', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-keys', candidateGroups: 'keys' });
  const keys = [await process.start(), await process.start(), await process.start()];
  const { page, expectNoErrors, close } = await openPage(browser, {
    path: `/tasklist?where={"process":"tl-keys"}&sort=creationDate`,
    username: 'kim',
  });
  await expect.poll(() => cards(page).count()).toBe(3);

  // when
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL(`**/tasklist/${keys[1]}?**`);
  await page.getByRole('button', { name: 'Assign to me' }).waitFor();

  // when
  await page.keyboard.press('c');

  // then
  await page.getByRole('button', { name: 'Unassign' }).waitFor();
  expect(await process.task(keys[1]!)).toMatchObject({ assignee: 'kim' });
  await page.locator(`[data-index="1"] [data-assignee="me"]`).waitFor();

  // when
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then: the next one
  await page.getByText('“Do it” completed').first().waitFor();
  await page.waitForURL(`**/tasklist/${keys[2]}?**`);
  await expect.poll(() => cards(page).count()).toBe(2);
  expectNoErrors();
  await close();
});

test('should hand a task to somebody, change it, and show both in its history', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-assign' });
  const key = await process.start();
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/tasklist/${key}`, username: 'kim' });

  // when
  await page.getByRole('button', { name: 'Assign to …' }).click();
  await page.getByRole('combobox', { name: 'Assignee' }).fill('someone.new');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();

  // then
  await expect.poll(async () => (await process.task(key)).assignee).toBe('someone.new');
  await page.getByText('The task is assigned to someone.new.').waitFor();

  // when
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Due date').fill('2030-12-24T18:00');
  await page.getByLabel('Priority').fill('90');
  await page.getByLabel('Candidate groups').fill('sales, support');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();

  // then
  await expect
    .poll(() => process.task(key))
    .toMatchObject({ dueDate: '2030-12-24T17:00:00.000Z', priority: 90, candidateGroups: ['sales', 'support'] });

  // when
  await page.getByRole('tab', { name: 'History' }).click();

  // then
  await page.getByRole('cell', { name: 'Assigned' }).waitFor();
  await page.getByRole('cell', { name: 'Changed' }).first().waitFor();
  expectNoErrors();
  await close();
});

test('should complete a task with variables, old and new', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-variables', assignee: 'vera' });
  const key = await process.start({ amount: 5, text: '<img src=x onerror="globalThis.harm = 1">' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/tasklist/${key}`, username: 'vera' });
  await page.getByText('<img src=x').waitFor();

  // when
  await page.getByRole('button', { name: 'Edit amount' }).click();
  await page.locator('.variable-table textarea, .variable-table .data-row input').first().fill('12345678901234567890');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then
  await page.getByText('“Do it” completed').waitFor();
  const { items } = await process.rest.post('/v2/variables/search', {
    filter: { processInstanceKey: (await process.task(key)).processInstanceKey, name: 'amount' },
  });
  expect(items).toMatchObject([{ value: '12345678901234567890' }]);
  expect(await page.evaluate(() => 'harm' in globalThis)).toBe(false);
  expectNoErrors();
  await close();
});

test('should say why a listener refused, and that one takes its time', async () => {
  // given
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'tl-listener',
    assignee: 'lea',
    completionListener: 'tl-check',
  });
  const key = await process.start();
  const { page, close } = await openPage(browser, {
    path: `/tasklist/${key}`,
    username: 'lea',
    allowedErrors: [/409/],
  });

  // when
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then
  await page.getByText('A listener is still busy').waitFor();

  // when
  const [job] = (
    (await process.rest.post('/v2/jobs/activation', {
      type: 'tl-check',
      timeout: 60_000,
      maxJobsToActivate: 1,
    })) as { readonly jobs: readonly { readonly jobKey: string }[] }
  ).jobs;
  await process.rest.post(`/v2/jobs/${job!.jobKey}/completion`, {
    result: { type: 'userTask', denied: true, deniedReason: "It's <b>too</b> early" },
  });

  // then
  await page.getByText('The completion was refused').waitFor();
  await page.getByText("It's <b>too</b> early").waitFor();
  expect(await process.task(key)).toMatchObject({ state: 'CREATED' });
  await close();
});

test('should say that somebody else was faster, and keep the input', async () => {
  // given
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'tl-conflict',
    form: { components: [{ id: 'f1', type: 'textfield', key: 'answer', label: 'Answer' }] },
    assignee: 'cora',
  });
  const key = await process.start();
  const { page, close } = await openPage(browser, { path: `/tasklist/${key}`, username: 'cora' });
  await page.getByLabel('Answer').fill('mine');
  // The page hears nothing of it.
  await page.route('**/v2/user-tasks/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await process.rest.post(`/v2/user-tasks/${key}/completion`, {});

  // when
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then
  await page.getByText('Somebody else was faster').waitFor();
  expect(await page.getByLabel('Answer').inputValue()).toBe('mine');
  await page.getByRole('button', { name: 'Copy my input' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('"answer": "mine"');
  await close();
});

test('should filter, save the filter, share it, change and delete it', { timeout: 60_000 }, async () => {
  // given
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'tl-filter',
    name: 'Filtered',
    candidateGroups: 'filter-group',
  });
  const key = await process.start({ region: 'north', amount: 7 });
  await process.start({ region: 'south', amount: 8 });
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/tasklist', username: 'fay' });

  // when
  await page.getByRole('button', { name: 'New filter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Candidate group').fill('filter-group');
  await dialog.getByLabel('Process').selectOption('tl-filter');
  await dialog.getByRole('button', { name: 'Add condition' }).click();
  await dialog.locator('#condition-name-0').fill('region');
  await dialog.locator('#condition-value-0').fill('north');
  await picture(page, 'tasklist-filter');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click();

  // then
  await page.getByRole('heading', { name: 'Unsaved filter' }).waitFor();
  await expect.poll(() => cards(page).count()).toBe(1);
  expect(await cards(page).first().locator('a').getAttribute('href')).toContain(key);

  // when
  await page.getByRole('button', { name: 'Unsaved filter' }).click();
  await dialog.getByRole('button', { name: 'Save and apply' }).click();
  await dialog.getByText('Enter a name to save the filter under.').waitFor();
  await dialog.getByLabel('Name of the filter').fill('North <i>only</i>');
  await dialog.getByRole('switch', { name: 'Share with everybody' }).press('Space');
  await dialog.getByRole('button', { name: 'Save and apply' }).click();

  // then
  await page.getByRole('heading', { name: 'North <i>only</i>' }).waitFor();
  await page.waitForURL('**/tasklist?filter=*');
  await expect.poll(() => cards(page).count()).toBe(1);

  // when: a colleague follows the link
  const other = await openPage(browser, { path: page.url(), username: 'gus' });

  // then
  await other.page.getByRole('heading', { name: 'North <i>only</i>' }).waitFor();
  await expect.poll(() => cards(other.page).count()).toBe(1);
  await other.page.getByRole('heading', { name: 'Shared filters' }).waitFor();
  await other.close();

  // when
  await page.getByRole('button', { name: 'Actions for North <i>only</i>' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();

  // then
  await page.getByText('This filter does not exist any more').waitFor();
  expectNoErrors();
  await close();
});

test('should search in names and sort', async () => {
  // given
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'tl-search',
    taskName: 'Paint the fence',
  });
  const key = await process.start();
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/tasklist' });

  await cards(page).first().waitFor();

  // when
  await page.keyboard.press('/');
  await page.keyboard.type('paint the');

  // then
  await expect.poll(() => cards(page).count()).toBe(1);
  expect(await cards(page).first().locator('a').getAttribute('href')).toContain(key);
  await page.waitForURL('**q=paint*');

  // when
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Sort by').selectOption('priority');

  // then
  await page.waitForURL('**sort=priority*');
  await expect.poll(() => page.locator('.task-card .priority').first().innerText()).toBe('Critical');
  expectNoErrors();
  await close();
});

test('should do the same with many tasks, say what was left out, and take it back', { timeout: 60_000 }, async () => {
  // given
  const server = demoServer();
  const plain = await deployTaskProcess({ server, id: 'tl-bulk', candidateGroups: 'bulk' });
  const asking = await deployTaskProcess({
    server,
    id: 'tl-bulk-form',
    form: { components: [{ id: 'f', type: 'textfield', key: 'a', label: 'A', validate: { required: true } }] },
    candidateGroups: 'bulk',
  });
  const keys = [await plain.start(), await plain.start(), await asking.start()];
  const { page, expectNoErrors, close } = await openPage(browser, {
    path: '/tasklist?where={"candidateGroup":"bulk"}&sort=creationDate',
    username: 'bo',
  });
  await expect.poll(() => cards(page).count()).toBe(3);

  // when
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: 'Actions for the selected tasks' });
  await bar.getByRole('checkbox', { name: 'Select all loaded tasks' }).check({ force: true });
  await bar.getByText('3 selected').waitFor();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Assign to me' }).click();

  // then
  await bar.getByText('3 tasks assigned to you').waitFor();
  for (const key of keys) expect(await plain.task(key)).toMatchObject({ assignee: 'bo' });

  // when
  await bar.getByRole('button', { name: 'Undo' }).click();

  // then
  await bar.getByText('3 tasks unassigned').waitFor();
  for (const key of keys) expect(await plain.task(key)).toMatchObject({ assignee: null });

  // when
  await bar.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('x');
  await bar.getByRole('checkbox', { name: 'Select all loaded tasks' }).check({ force: true });
  await bar.getByRole('button', { name: 'Assign to me' }).click();
  await bar.getByText('3 tasks assigned to you').waitFor();
  await bar.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('x');
  await bar.getByRole('checkbox', { name: 'Select all loaded tasks' }).check({ force: true });
  await bar.getByRole('button', { name: 'Complete' }).click();

  // then
  await bar.getByText('2 tasks completed').waitFor();
  await bar.getByText('1 task left out').click();
  await bar.getByText('Its form asks for something').waitFor();
  expect(await plain.task(keys[0]!)).toMatchObject({ state: 'COMPLETED' });
  expect(await plain.task(keys[2]!)).toMatchObject({ state: 'CREATED' });
  expectNoErrors();
  await close();
});

test('should claim all results of a search, whether they are loaded or not, and say why some failed', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-bulk-all', candidateGroups: 'bulk-all' });
  const keys: string[] = [];
  // A busy server takes only so many commands at once.
  while (keys.length < 60) keys.push(...(await Promise.all(Array.from({ length: 10 }, () => process.start()))));
  const { page, close } = await openPage(browser, {
    path: '/tasklist?where={"candidateGroup":"bulk-all"}&sort=creationDate',
    username: 'bo',
  });
  await page.route(`**/v2/user-tasks/${keys[7]}/assignment`, (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'FORBIDDEN',
        status: 403,
        detail: "Insufficient permissions to perform operation 'CLAIM' on resource 'USER_TASK'",
      }),
    }),
  );
  await cards(page).first().waitFor();

  // when
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: 'Actions for the selected tasks' });
  await bar.getByRole('button', { name: 'Select all 60 results' }).click();
  await bar.getByText('60 selected').waitFor();
  await bar.getByRole('button', { name: 'Assign to me' }).click();

  // then
  await bar.getByText('59 tasks assigned to you').waitFor();
  await bar.getByText('You may not claim this task. Ask an administrator for CLAIM on USER_TASK.').waitFor();
  expect(await process.task(keys[59]!)).toMatchObject({ assignee: 'bo' });
  expect(await process.task(keys[7]!)).toMatchObject({ assignee: null });
  await close();
});

test('should keep comments, and show those of others as they come', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-comments' });
  const key = await process.start();
  const path = `/tasklist/${key}?tab=comments`;
  const { page, expectNoErrors, close } = await openPage(browser, { path, username: 'cleo' });

  // when
  await page.getByRole('textbox', { name: 'Comment' }).fill('Wait for <b>Monday</b>');
  await page.getByRole('button', { name: 'Add comment' }).click();

  // then
  await page.getByRole('listitem').getByText('Wait for <b>Monday</b>').waitFor();
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('');

  // when
  await process.rest.post(`/waggle/v1/user-tasks/${key}/comments`, { author: 'dan', text: 'Why?' });

  // then
  await page.getByText('Why?').waitFor();
  expect(await page.getByRole('button', { name: 'Delete comment' }).count()).toBe(1);

  // when
  await page.getByRole('button', { name: 'Delete comment' }).click();

  // then
  await expect.poll(() => page.getByText('Monday').count()).toBe(0);
  expectNoErrors();
  await close();
});

test('should mark what is suspended', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-suspended', assignee: 'sue' });
  const key = await process.start();
  const { processInstanceKey } = await process.task(key);
  const { page, close } = await openPage(browser, { path: `/tasklist/${key}?queue=mine`, username: 'sue' });
  await page.getByRole('button', { name: 'Complete task' }).waitFor();

  // when
  await process.rest.post(`/v2/process-instances/${processInstanceKey}/suspension`, {});

  // then
  await page.locator('.task-card').getByText('Suspended').waitFor();
  await page.getByText('The process instance is suspended.').waitFor();
  expect(await page.getByRole('button', { name: 'Complete task' }).count()).toBe(0);
  await close();
});

test('should tell of new tasks through the browser when that is wished', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-notice', assignee: 'nora' });
  const { page, context, close } = await openPage(browser, { path: '/tasklist?queue=mine', username: 'nora' });
  await context.grantPermissions(['notifications']);
  await page.evaluate(() => {
    const told: string[] = [];
    class Told {
      static readonly permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick: (() => void) | null = null;
      constructor(title: string) {
        told.push(title);
      }
      close(): void {}
    }
    Object.assign(globalThis, { Notification: Told, told });
    document.hasFocus = () => false;
  });
  await page.getByRole('button', { name: 'List options' }).click();
  await page.getByRole('switch', { name: 'Notify me of tasks assigned to me' }).press('Space');
  await page.waitForTimeout(500);

  // when
  await process.start();

  // then
  await cards(page).first().waitFor();
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { told: readonly string[] }).told))
    .toEqual(['Assigned to you: Do it']);
  await close();
});

test('should show one thing at a time on a phone', async () => {
  // given
  const process = await deployTaskProcess({ server: demoServer(), id: 'tl-phone', assignee: 'pia' });
  await process.start();
  const { page, expectNoErrors, close } = await openPage(browser, {
    path: '/tasklist',
    look: narrow,
    username: 'pia',
  });

  // when
  await page.getByRole('button', { name: 'Show queues and filters' }).click();
  await page.getByRole('link', { name: 'Assigned to me' }).click();
  await page.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  await cards(page).first().locator('a').click();

  // then
  await page.getByRole('button', { name: 'Complete task' }).waitFor();
  expect(await cards(page).count()).toBe(0);

  // when
  await page.getByRole('button', { name: 'Back to the list' }).click();

  // then
  await page.getByRole('heading', { name: 'Assigned to me' }).waitFor();
  expectNoErrors();
  await close();
});

test('should say that there is no such task', async () => {
  const { page, close } = await openPage(browser, { path: '/tasklist/2251799813000000' });
  await page.getByRole('heading', { name: 'This task does not exist' }).waitFor();
  await close();
});

function cards(page: Page) {
  return page.locator('.task-card');
}
