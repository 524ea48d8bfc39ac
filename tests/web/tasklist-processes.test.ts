import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';
import { deployTaskProcess } from './task-process.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test('should find a process, start it with its form, and offer the first task', async () => {
  // given
  const server = demoServer();
  const process = await deployTaskProcess({
    server,
    id: 'start-form',
    name: 'Zebra crossing',
    assignee: 'zoe',
    startForm: {
      components: [
        { id: 'f1', type: 'textfield', key: 'street', label: 'Street', validate: { required: true } },
        { id: 'f2', type: 'filepicker', key: 'photo', label: 'Photo' },
      ],
    },
  });
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/tasklist/processes', username: 'zoe' });
  await page.getByRole('link', { name: 'Start', exact: false }).first().waitFor();

  // when
  await page.getByRole('searchbox').fill('zebra');
  await page.getByRole('tab', { name: 'With form' }).click();

  // then
  await expect.poll(() => page.locator('.start-tile').count()).toBe(1);
  await page.waitForURL('**/tasklist/processes?**kind=form**');

  // when
  await page.getByRole('link', { name: 'Start Zebra crossing' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('This field is required.').waitFor();
  await page.getByLabel('Street').fill('Main Street');
  await page.reload();
  await page.getByText('Your draft was restored').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('stripes') }]);
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  // then
  await page.getByText('Waiting for your first task').waitFor();
  await page.getByText('A task for you: Do it').waitFor();
  await page
    .getByRole('button', { name: 'Open task' })
    .or(page.getByRole('link', { name: 'Open task' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Complete task' }).waitFor();
  const key = /\/tasklist\/(\d+)/.exec(page.url())?.[1] ?? '';
  expect(await process.variables(key)).toMatchObject({
    street: 'Main Street',
    photo: [{ metadata: { fileName: 'photo.txt' } }],
  });
  expectNoErrors();
  await close();
});

test('should start a process without a form, with variables', async () => {
  // given
  const server = demoServer();
  await deployTaskProcess({ server, id: 'start-plain', name: 'Plain start' });
  const path = '/tasklist/processes/start-plain/start';
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // when
  await page.getByLabel('Variables (optional)').fill('[1]');
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  // then
  await page.getByText('Enter a JSON object').waitFor();

  // when
  await page.getByLabel('Variables (optional)').fill('{"big":12345678901234567890}');
  await page.getByLabel('Business ID (optional)').fill('plain-1');
  await page.getByRole('button', { name: 'Start', exact: true }).click();

  // then
  await page.getByText('“Plain start” started').waitFor();
  const rest = new Rest(server);
  const { items } = await rest.post('/v2/process-instances/search', { filter: { businessId: 'plain-1' } });
  const [instance] = items as readonly { readonly processInstanceKey: string }[];
  const { items: variables } = await rest.post('/v2/variables/search', {
    filter: { processInstanceKey: instance!.processInstanceKey },
  });
  expect(variables).toMatchObject([{ name: 'big', value: '12345678901234567890' }]);
  expectNoErrors();
  await close();
});

test('should say that there is no such process', async () => {
  const { page, close } = await openPage(browser, { path: '/tasklist/processes/nothing-like-it/start' });
  await page.getByRole('heading', { name: 'There is no such process' }).waitFor();
  await close();
});
