import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lookAt, looks, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

const ID = 'web-migration';
const job = (id: string, name: string) =>
  serviceTask(id, { type: `${ID}-${id}` }).replace('<bpmn:serviceTask', `<bpmn:serviceTask name="${name}"`);
const linear = (process: string, ...ids: readonly [id: string, name: string][]) =>
  bpmn(
    { id: process, name: 'Migrated orders' },
    startEvent(),
    ...ids.map(([id, name]) => job(id, name)),
    endEvent(),
    ...['start', ...ids.map(([id]) => id)].map((id, index) => flow(id, ids[index]?.[0] ?? 'end')),
  );
let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
});

afterAll(() => browser?.close());

interface Versions {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** They wait at `pack`. */
  readonly keys: readonly string[];
}

/** Two versions of a process of its own: the second has another id for `pack`, and another name for it unless told. */
async function versions(name: string, count: number, isRenamed = true): Promise<Versions> {
  const id = `${ID}-${name}`;
  const source = await rest.deploy(linear(id, ['pack', 'Pack'], ['send', 'Send']));
  const keys: string[] = [];
  for (let each = 0; each < count; each++) keys.push(await rest.start(id));
  const target = await rest.deploy(
    linear(id, ['wrap', isRenamed ? 'Wrap' : 'Pack'], ['check', 'Check'], ['send', 'Send']),
  );
  return { id, source, target, keys };
}

const pathOf = (search: Readonly<Record<string, string>>) =>
  `/operate/processes/migrate?${new URLSearchParams(search)}`;
const select = (page: Page, name: string) => page.getByRole('combobox', { name: `What ${name} becomes` });
const review = (page: Page) => page.getByRole('dialog', { name: 'Review the migration' });
const search = (page: Page) => new URL(page.url()).searchParams;

async function confirm(page: Page, action: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Next: review' }).click();
  const migrate = review(page).getByRole('button', { name: action });
  expect(await migrate.isDisabled()).toBe(true);
  await review(page).getByRole('textbox', { name: 'Type MIGRATE to confirm' }).fill('MIGRATE');
  await migrate.click();
}

describe.each(looks)('$name', (look) => {
  test('should show two versions and what becomes what', async () => {
    // given
    const [{ processDefinitionKey }] = await rest.search('/v2/process-definitions/search', {
      processDefinitionId: 'order-process',
      version: 1,
    });

    // when
    const path = pathOf({ source: processDefinitionKey });
    const { page, expectNoErrors, close } = await openPage(browser, { path, look });

    // then
    await page.getByRole('heading', { level: 1, name: /^Migrate \d+ instances?$/ }).waitFor();
    if (look.name === 'narrow') {
      await page.locator('.djs-element[data-element-id="NotifyCustomer"]').waitFor();
      await lookAt(page, 'migration-diagrams');
      await page.getByRole('tab', { name: 'Mapping' }).click();
    }
    await select(page, 'Wait for payment').waitFor();
    expect(await select(page, 'Wait for payment').inputValue()).toBe('WaitForPayment');
    expect(await select(page, 'Tell customer').inputValue()).toBe('');
    await lookAt(page, 'migration');
    await page.getByRole('button', { name: 'Next: review' }).click();
    await review(page)
      .getByText(/from Order process, version 1 \(1.0\) to Order process, version 2 \(2.0\)/)
      .waitFor();
    await lookAt(page, 'migration-review');
    expectNoErrors();
    await close();
  });
});

test('should migrate chosen instances in a batch, mapped by hand', async () => {
  // given
  const { id, source, target, keys } = await versions('batch', 3);
  const filter = JSON.stringify({ processInstanceKey: { $in: keys.slice(0, 2) }, processDefinitionId: id });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf({ source, filter }) });

  // then
  await page.getByRole('heading', { level: 1, name: 'Migrate 2 instances' }).waitFor();
  await page.getByText('Tokens wait here: such instances would be refused.').waitFor();
  await page.getByText('1 element still needs a decision: instances that wait there are refused.').waitFor();
  expect(search(page).get('target')).toBe(target);

  // when
  await select(page, 'Pack').selectOption('wrap');
  await page.getByText('By hand').waitFor();
  await page.reload();
  await page.getByText('By hand').waitFor();
  await confirm(page, /^Migrate 2 instances$/);

  // then
  await page.waitForURL('**/operate/batch-operations/*');
  await rest.searchUntil(
    '/v2/process-instances/search',
    { filter: { processDefinitionKey: target } },
    ({ items }) => items.length === 2,
  );
  const waiting = await rest.search('/v2/element-instances/search', { processDefinitionKey: target, state: 'ACTIVE' });
  expect(waiting.map(({ elementId }) => elementId)).toEqual(['wrap', 'wrap']);
  expect((await rest.instance(keys[2]!)).processDefinitionKey).toBe(source);
  expectNoErrors();
  await close();
});

test('should migrate one instance from its page, mapped by name', async () => {
  // given
  const { target, keys } = await versions('one', 1, false);
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf({ keys: keys[0]! }) });

  // then
  await page.getByRole('heading', { level: 1, name: 'Migrate 1 instance' }).waitFor();
  await expect.poll(() => select(page, 'Pack').inputValue()).toBe('wrap');

  // when
  await confirm(page, /^Migrate 1 instance$/);

  // then
  await page.waitForURL(`**/operate/processes/${keys[0]}`);
  await page.getByText('The instance was migrated').first().waitFor();
  expect((await rest.instance(keys[0]!)).processDefinitionKey).toBe(target);
  expectNoErrors();
  await close();
});

test('should map by clicks in the diagrams, and say what does not fit', async () => {
  // given
  const { source, keys } = await versions('clicks', 1);
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf({ source }) });
  const [from, to] = [page.locator('.migration-side').first(), page.locator('.migration-side').last()];
  const element = (side: typeof from, id: string) => side.locator(`.djs-element[data-element-id="${id}"]`);

  // when
  await select(page, 'Pack').waitFor();
  await element(from, 'pack').click();
  await page.getByRole('row').filter({ hasText: 'Pack' }).and(page.locator('[data-selected]')).waitFor();
  await element(to, 'end').click();

  // then
  await page.getByText('“end” is of another kind.').waitFor();

  // when
  await element(to, 'wrap').click();

  // then
  await expect.poll(() => select(page, 'Pack').inputValue()).toBe('wrap');
  await to.locator('.is-shown[data-element-id="wrap"]').waitFor();
  expect(JSON.parse(search(page).get('mapping') ?? '')).toEqual({ pack: 'wrap' });

  // when
  await page.getByText('Only what is not mapped').last().click();

  // then
  await page.getByText('Everything is mapped.').waitFor();
  expect((await rest.instance(keys[0]!)).processDefinitionKey).toBe(source);

  // when
  await page.getByRole('button', { name: 'Map automatically' }).click();

  // then
  await expect.poll(() => select(page, 'Pack').inputValue()).toBe('');
  expectNoErrors();
  await close();
});

test('should choose another process, and keep the mapping when the server refuses it', async () => {
  // given
  const { source, keys } = await versions('other', 1);
  const other = await rest.deploy(linear(`${ID}-elsewhere`, ['send', 'Send']));
  const path = pathOf({ source, keys: keys[0]! });
  const { page, expectNoErrors, close } = await openPage(browser, { path, allowedErrors: [/409/] });
  await select(page, 'Pack').waitFor();

  // when
  await page.getByRole('combobox', { name: 'Target process' }).fill(`${ID}-elsewhere`);
  await page.getByRole('option', { name: new RegExp(`${ID}-elsewhere`) }).click();

  // then
  await expect.poll(() => search(page).get('target')).toBe(other);
  await expect.poll(() => select(page, 'Send').inputValue()).toBe('send');

  // when
  await confirm(page, /^Migrate 1 instance$/);

  // then
  await review(page).getByRole('heading', { name: 'The migration was refused' }).waitFor();
  await review(page)
    .getByText(/no mapping instruction defined for active element/)
    .waitFor();
  await expectAccessible(page);
  expect((await rest.instance(keys[0]!)).processDefinitionKey).toBe(source);
  expectNoErrors();
  await close();
});

test('should say so when there is nothing to migrate', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes/migrate' });

  // then
  await page.getByRole('heading', { name: 'No instances are chosen' }).waitFor();
  await expectAccessible(page);

  // when
  const source = await rest.deploy(linear(`${ID}-unused`, ['send', 'Send']));
  await page.goto(pathOf({ source }));

  // then
  await page.getByRole('heading', { name: /^None of the chosen instances is running/ }).waitFor();
  expectNoErrors();
  await close();
});
