import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../server-process.ts';
import { expectAccessible, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { deployTaskProcess } from './task-process.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const values = [
  { value: 'a', label: 'Apple' },
  { value: 'b', label: 'Banana' },
];

/** One of each kind. */
const everything = {
  components: [
    { type: 'text', text: '# For {{customer.name}}\n<script>globalThis.harm = 1</script>' },
    { type: 'textfield', key: 'text', label: 'Text', validate: { required: true, minLength: 3 } },
    { type: 'textarea', key: 'long', label: 'Long text' },
    { type: 'number', key: 'amount', label: 'Amount', validate: { min: 10 } },
    { type: 'datetime', key: 'day', subtype: 'date', dateLabel: 'Day' },
    { type: 'expression', key: 'double', expression: '=amount * 2', computeOn: 'change' },
    { type: 'checkbox', key: 'agreed', label: 'Agreed' },
    { type: 'checklist', key: 'several', label: 'Several', values },
    { type: 'radio', key: 'one', label: 'One of them', values },
    { type: 'select', key: 'choice', label: 'Choice', values },
    { type: 'taglist', key: 'tags', label: 'Tags', values },
    { type: 'filepicker', key: 'files', label: 'Files', multiple: true },
    { type: 'documentPreview', id: 'preview', label: 'Seen before', dataSource: '=earlier' },
    { type: 'table', label: 'Rows', dataSource: '=rows', columns: [{ key: 'name', label: 'Row name' }] },
    { type: 'image', source: '/web/icon.svg', alt: 'The logo' },
    { type: 'html', content: '<p id="from-form">Own HTML</p><img src="x:y" alt="none" onerror="globalThis.harm = 2">' },
    { type: 'spacer', height: 20 },
    { type: 'separator' },
    {
      type: 'group',
      label: 'Address',
      path: 'address',
      components: [{ type: 'textfield', key: 'city', label: 'City' }],
    },
    {
      type: 'dynamiclist',
      label: 'People',
      path: 'people',
      isRepeating: true,
      allowAddRemove: true,
      defaultRepetitions: 0,
      components: [{ type: 'textfield', key: 'name', label: 'Person' }],
    },
    { type: 'iframe', label: 'Elsewhere', url: 'https://example.invalid/page', height: 60 },
  ].map((component, index) => ({ id: `field_${index}`, ...component })),
};

/** What a page held back by its policy, or an image that is none, makes browsers say; and our own script in a fenced frame. */
const allowedErrors = [
  /Failed to read the 'localStorage' property/,
  /frame-src/,
  /x:[yz]/,
  /ERR_UNKNOWN_URL_SCHEME/,
  /violates the following Content Security Policy/,
];

describe('a form with everything', () => {
  test('should be filled and submitted', { timeout: 60_000 }, async () => {
    // given
    const server = demoServer();
    const process = await deployTaskProcess({ server, id: 'form-everything', form: everything, assignee: 'erin' });
    const earlier = await uploadText(server, 'earlier.txt');
    const key = await process.start({
      customer: { name: 'Ada<img src="x:z" alt="" onerror="globalThis.harm = 3">' },
      rows: [{ name: 'First row' }],
      earlier: [earlier],
    });
    const { page, expectNoErrors, close } = await openPage(browser, {
      path: `/tasklist/${key}`,
      username: 'erin',
      allowedErrors,
    });

    // then
    await page.getByRole('heading', { name: 'For Ada<img src=' }).waitFor();
    await page.getByText('First row').waitFor();
    await page.getByText('earlier.txt').waitFor();
    await page.locator('#from-form').waitFor();
    expect(await page.evaluate(() => 'harm' in globalThis)).toBe(false);
    await page.getByText('was not loaded: only pages of this server').waitFor();

    // when
    await page.getByRole('button', { name: 'Complete task' }).click();

    // then
    await page.getByText('This field is required.').waitFor();
    await page.getByText('One field needs your attention').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('id'))).toContain('field_1');

    // when
    await page.getByLabel('Text', { exact: false }).first().fill('Hello');
    await page.getByLabel('Long text').fill('Two\nlines');
    await page.getByLabel('Amount').fill('21');
    await page.getByRole('textbox', { name: 'Day' }).fill('24/12/2026');
    await page.keyboard.press('Enter');
    await page.getByLabel('Agreed').check();
    await page.getByLabel('Apple').first().check();
    await page.getByRole('radio', { name: 'Banana' }).check();
    await page.locator('.fjs-form-field-select .fjs-input-group').click();
    await page.locator('.fjs-dropdownlist-item', { hasText: 'Apple' }).click();
    await page.locator('.fjs-form-field-taglist input').click();
    await page.locator('.fjs-dropdownlist-item', { hasText: 'Banana' }).click();
    await page.getByLabel('City').fill('Köln');
    await page.getByRole('button', { name: /Add new/i }).click();
    await page.getByLabel('Person').fill('Grace');
    await page.keyboard.press('Tab');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('one') },
      { name: 'two.txt', mimeType: 'text/plain', buffer: Buffer.from('two') },
    ]);
    await page.getByText('2 files selected').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Complete task' }).click();

    // then
    await page.getByText('“Do it” completed').waitFor();
    const variables = await process.variables(key);
    expect(variables).toMatchObject({
      text: 'Hello',
      long: 'Two\nlines',
      amount: 21,
      double: 42,
      day: '2026-12-24',
      agreed: true,
      several: ['a'],
      one: 'b',
      choice: 'a',
      tags: ['b'],
      address: { city: 'Köln' },
      people: [{ name: 'Grace' }],
      files: [{ metadata: { fileName: 'one.txt' } }, { metadata: { fileName: 'two.txt' } }],
    });
    const [file] = variables.files as readonly { readonly documentId: string; readonly contentHash: string }[];
    const { documentId, contentHash } = file!;
    const content = await fetch(`${server}/v2/documents/${documentId}?contentHash=${contentHash}`);
    expect(await content.text()).toBe('one');
    expectNoErrors();
    await close();
  });

  test('should show what was entered when the task is done', async () => {
    // given
    const process = await deployTaskProcess({
      server: demoServer(),
      id: 'form-done',
      form: { components: [{ id: 'f1', type: 'textfield', key: 'answer', label: 'Answer' }] },
    });
    const key = await process.start();
    await process.rest.post(`/v2/user-tasks/${key}/completion`, { variables: { answer: 'Forty-two' } });

    // when
    const { page, expectNoErrors, close } = await openPage(browser, { path: `/tasklist/${key}` });

    // then
    const field = page.getByLabel('Answer');
    await field.waitFor();
    expect(await field.inputValue()).toBe('Forty-two');
    expect(await field.isEditable()).toBe(false);
    expect(await page.getByRole('button', { name: 'Complete task' }).count()).toBe(0);
    expectNoErrors();
    await close();
  });
});

const oneField = { components: [{ id: 'f1', type: 'textfield', key: 'answer', label: 'Answer' }] };

test('should keep a draft over a reload, and let it go', async () => {
  // given
  const process = await deployTaskProcess({
    server: demoServer(),
    id: 'form-draft',
    form: oneField,
    assignee: 'dora',
  });
  const key = await process.start({ answer: 'from the process' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/tasklist/${key}`, username: 'dora' });
  await page.getByLabel('Answer').fill('half an answer');

  // when
  await page.reload();

  // then
  await page.getByText('Your draft was restored').waitFor();
  expect(await page.getByLabel('Answer').inputValue()).toBe('half an answer');

  // when
  await page.getByRole('button', { name: 'Discard draft' }).click();

  // then
  await expect.poll(() => page.getByLabel('Answer').inputValue()).toBe('from the process');
  await page.reload();
  await page.getByLabel('Answer').waitFor();
  expect(await page.getByText('Your draft was restored').count()).toBe(0);
  expectNoErrors();
  await close();
});

test('should lose nothing when the server goes away and comes back', { timeout: 60_000 }, async () => {
  // given
  const dataFolder = await mkdtemp(join(tmpdir(), 'waggle-web-'));
  const ports = { rest: await freePort(), grpc: await freePort(), management: await freePort() };
  const first = await startServerProcess({ dataFolder, ports });
  const process = await deployTaskProcess({ server: first.rest, id: 'form-away', form: oneField, assignee: 'ada' });
  const key = await process.start();
  const { page, close } = await openPage(browser, { server: first.rest, path: `/tasklist/${key}`, username: 'ada' });
  await page.getByLabel('Answer').fill('kept');
  await first.kill();

  // when
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then
  await page.getByText('The task was not completed').waitFor();
  expect(await page.getByLabel('Answer').inputValue()).toBe('kept');

  // when
  const second = await startServerProcess({ dataFolder, ports });
  await page.getByRole('button', { name: 'Complete task' }).click();

  // then
  await page.getByText('“Do it” completed').waitFor();
  expect(await process.variables(key)).toEqual({ answer: 'kept' });
  await close();
  await second.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

test('should say in German what is wrong', async () => {
  // given
  const form = {
    components: [{ id: 'f1', type: 'textfield', key: 'name', label: 'Name', validate: { required: true } }],
  };
  const process = await deployTaskProcess({ server: demoServer(), id: 'form-de', form, assignee: 'jan' });
  const key = await process.start();
  const { page, close } = await openPage(browser, { path: `/tasklist/${key}`, username: 'jan', language: 'de' });

  // when
  await page.getByRole('button', { name: 'Aufgabe abschließen' }).click();

  // then
  await page.getByText('Dieses Feld ist erforderlich.').waitFor();
  await close();
});

async function uploadText(server: string, fileName: string): Promise<unknown> {
  const body = new FormData();
  body.append('file', new Blob(['earlier'], { type: 'text/plain' }), fileName);
  return (await fetch(`${server}/v2/documents`, { method: 'POST', body })).json();
}

/** Free now; nothing else of the tests takes fixed ones. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
