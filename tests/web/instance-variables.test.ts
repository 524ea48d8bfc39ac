import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { instanceModels } from './instance-models.ts';
import { Rest } from './rest.ts';

const ID = 'web-variables';
let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
  await rest.deploy(...instanceModels(ID));
});

afterAll(() => browser?.close());

const pathOf = (key: string) => `/operate/processes/${key}?tab=variables`;
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.locator(`code[title=${JSON.stringify(name)}]`) });
const editor = (page: Page) => page.locator('.cm-content');

async function value(key: string, name: string): Promise<string> {
  const [{ variableKey }] = await rest.search('/v2/variables/search', { scopeKey: key, name });
  return (await rest.get(`/v2/variables/${variableKey}`)).value;
}

test('should show hostile names and values as the text they are', async () => {
  // given
  const hostile = {
    '<img src=x onerror="window.hacked=1">': '<script>window.hacked=1</script>',
    ['__proto__']: { hacked: true },
    constructor: '{{constructor.constructor("window.hacked=1")()}}',
    link: 'javascript:window.hacked=1',
    'a"b\'c': '\u202Edetrevni',
    total: 1,
    items: [],
    run: 'idle',
  };
  const key = await rest.start(ID, hostile);
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });

  // when
  await page.getByRole('row').filter({ hasText: 'onerror' }).click();

  // then
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: '<img src=x onerror="window.hacked=1">' }).waitFor();
  await dialog.locator('.cm-content').getByText('<script>window.hacked=1</script>').waitFor();
  await dialog.getByRole('tab', { name: 'Tree' }).click();
  await dialog.locator('.json-string').getByText('<script>window.hacked=1</script>').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await row(page, '__proto__').click();
  await dialog.locator('.cm-content').getByText('"hacked"').waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'hacked'))).toBeUndefined();
  expect(await page.evaluate(() => Reflect.get({}, 'hacked'))).toBeUndefined();
  expectNoErrors();
  await close();
});

test('should edit a value in its row', async () => {
  // given
  const key = await rest.start(ID, { total: 1, items: [], run: 'idle' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  const field = page.getByRole('textbox', { name: 'Value of total, JSON' });

  // when
  await row(page, 'total').focus();
  await page.keyboard.press('e');
  await field.fill('12345678901234567890');
  await page.keyboard.press('Enter');

  // then
  await page.getByText('1 variable saved').first().waitFor();
  expect(await value(key, 'total')).toBe('12345678901234567890');

  // when
  await row(page, 'total').focus();
  await page.keyboard.press('e');
  await field.fill('not json');
  await row(page, 'items').focus();

  // then
  await page.getByText('1 change not saved').waitFor();
  await page.getByText('total: Expected a value, but found not (line 1, column 1)').waitFor();
  await expectAccessible(page);

  // when
  await page.getByRole('button', { name: 'Puts it in quotes' }).click();
  await page.getByRole('button', { name: 'Save total' }).click();

  // then
  await page.getByText('1 change not saved').waitFor({ state: 'detached' });
  expect(await value(key, 'total')).toBe('"not json"');
  expectNoErrors();
  await close();
});

test('should edit a value in the JSON editor', async () => {
  // given
  const key = await rest.start(ID, { total: 1, items: [], run: 'idle', customer: { name: 'Ada', tags: ['a'] } });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  await row(page, 'customer').click();

  // when
  await editor(page).fill('{\n  "name": "Bob",\n  tags: []\n}');

  // then
  await page.getByText('Expected a property name in double quotes, but found tags (line 3, column 3)').waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await expectAccessible(page);

  // when
  await editor(page).fill('{"name":"Bob","tags":[]}');
  await page.getByRole('button', { name: 'Format' }).click();
  await page.getByText('"tags": []').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

  // then
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(JSON.parse(await value(key, 'customer'))).toEqual({ name: 'Bob', tags: [] });
  expectNoErrors();
  await close();
});

test('should add a variable under a name that is free', async () => {
  // given
  const key = await rest.start(ID, { total: 1, items: [], run: 'idle' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });
  await page.getByRole('button', { name: 'Add variable' }).click();
  const dialog = page.getByRole('dialog');

  // when
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('total');

  // then
  await dialog.getByText('There is already a variable of this name').waitFor();
  await expectAccessible(page);

  // when
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('my name');
  await dialog.getByText('Expressions can only use this name in backticks.').waitFor();
  await editor(page).fill('{"a": 1}');
  await dialog.getByRole('button', { name: 'Add variable' }).click();

  // then
  await row(page, 'my name').waitFor();
  await page.getByText('1 variable saved').first().waitFor();
  expect(await value(key, 'my name')).toBe('{"a":1}');
  expectNoErrors();
  await close();
});

test('should copy all variables, also those that are not loaded, with whole values', async () => {
  // given
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`v${index}`, index]));
  const key = await rest.start(ID, { ...many, total: 1, items: [], run: 'idle', long: 'x'.repeat(20_000) });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });

  // when
  await page.getByRole('button', { name: 'Copy all as JSON' }).click();

  // then
  await page.getByText('124 variables copied').first().waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(Object.keys(copied)).toHaveLength(124);
  expect(copied).toMatchObject({ v119: 119, long: 'x'.repeat(20_000) });
  expectNoErrors();
  await close();
});

test('should keep what was typed while the server is away and when the page is loaded again', async () => {
  // given
  const key = await rest.start(ID, { total: 1, items: [], run: 'idle' });
  const { page, close } = await openPage(browser, { path: pathOf(key) });
  await row(page, 'total').focus();
  await page.keyboard.press('e');
  await page.context().route('**/variables', (route) => route.abort());

  // when
  await page.getByRole('textbox', { name: 'Value of total, JSON' }).fill('99');
  await page.keyboard.press('Enter');

  // then
  await page.getByText('The variables were not saved').first().waitFor();
  await page.getByText('1 change not saved').waitFor();

  // when
  await page.context().unroute('**/variables');
  await page.reload();

  // then
  await page.getByText('1 change not saved').waitFor();
  await row(page, 'total').getByText('99').waitFor();

  // when
  await page.getByRole('button', { name: 'Save all' }).click();

  // then
  await page.getByText('1 change not saved').waitFor({ state: 'detached' });
  expect(await value(key, 'total')).toBe('99');
  await close();
});

test('should open a value of two megabytes, change it and keep the rest', async () => {
  // given
  const big = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'x'.repeat(80) }));
  const key = await rest.start(ID, { total: 1, items: [], run: 'idle', big });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key) });

  // when
  await row(page, 'big').click();
  await editor(page).getByText('"index"').first().waitFor();
  await editor(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('"first",');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

  // then
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const saved = JSON.parse(await value(key, 'big'));
  expect(saved).toHaveLength(20_001);
  expect(saved.slice(0, 2)).toEqual(['first', big[0]]);
  expectNoErrors();
  await close();
});

test('should tell variables of an element from those of the process', async () => {
  // given
  const key = await rest.start(ID, { total: 7, items: [], run: 'idle' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: `${pathOf(key)}&element=Charge` });

  // then
  await row(page, 'amount').waitFor();
  expect(await row(page, 'total').count()).toBe(0);

  // when
  await page.getByRole('button', { name: 'Add variable' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('global');
  await editor(page).fill('1');
  await dialog.getByText('In the scope that has a variable').click();
  await dialog.getByRole('button', { name: 'Add variable' }).click();

  // then
  await page.getByText('1 variable saved').first().waitFor();
  expect(await value(key, 'global')).toBe('1');
  expectNoErrors();
  await close();
});
