import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lookAt, looks, openBrowser, openPage, picture } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

const ID = 'web-modification';
const loop =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>' +
  '<zeebe:loopCharacteristics inputCollection="=items"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
const job = (id: string, name: string) =>
  serviceTask(id, { type: `${ID}-${id}` }).replace('<bpmn:serviceTask', `<bpmn:serviceTask name="${name}"`);
/** Pack, then ship in a sub-process, then check each item. */
const model = bpmn(
  { id: ID, name: 'Modified orders' },
  startEvent(),
  job('pack', 'Pack'),
  `<bpmn:subProcess id="ship" name="Ship">${startEvent('ss')}${job('label', 'Label')}${endEvent('se')}${flow('ss', 'label')}${flow('label', 'se')}</bpmn:subProcess>`,
  `<bpmn:subProcess id="each" name="Each item">${startEvent('es')}${job('check', 'Check')}${endEvent('ee')}${flow('es', 'check')}${flow('check', 'ee')}${loop}</bpmn:subProcess>`,
  endEvent(),
  flow('start', 'pack'),
  flow('pack', 'ship'),
  flow('ship', 'each'),
  flow('each', 'end'),
);
let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
  await rest.deploy(model);
});

afterAll(() => browser?.close());

const pathOf = (key: string) => `/operate/processes/${key}?mode=modify`;
const menu = (page: Page, name: string | RegExp) => page.locator('.element-pane').getByRole('button', { name });
const tokens = (page: Page) => page.locator('.token-tree .token-row');
const review = (page: Page) => page.getByRole('dialog', { name: 'Review the changes' });
const planned = (page: Page, count: number) => page.getByText(new RegExp(`^${count} changes? planned`)).waitFor();

/** Chooses an element by its name, as those do who use no mouse. */
async function choose(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Element' });
  await field.fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Review and apply/ }).click();
  await review(page).getByRole('button', { name: 'Apply' }).click();
}

async function running(key: string): Promise<readonly string[]> {
  const items = await rest.search('/v2/element-instances/search', { processInstanceKey: key, state: 'ACTIVE' });
  return items.map(({ elementId }) => elementId).sort();
}

async function variablesAt(scopeKey: string): Promise<Record<string, unknown>> {
  const items = await rest.search('/v2/variables/search', { scopeKey });
  return Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]));
}

async function open(key: string) {
  const opened = await openPage(browser, { path: pathOf(key) });
  await tokens(opened.page).nth(1).waitFor();
  return opened;
}

/** Completes the one job of an instance. */
async function completeJob(processInstanceKey: string): Promise<void> {
  const [{ jobKey }] = await rest.search('/v2/jobs/search', { processInstanceKey, state: 'CREATED' });
  await rest.post(`/v2/jobs/${jobKey}/completion`);
}

/** An instance whose loop checks two items. */
async function checkingTwo(): Promise<string> {
  const key = await rest.start(ID, { items: [1, 2] });
  await completeJob(key);
  await completeJob(key);
  return key;
}

describe.each(looks)('$name', (look) => {
  test('should show a plan and its review', async () => {
    // given
    const [{ processInstanceKey }] = await rest.search('/v2/process-instances/search', {
      processDefinitionId: 'order-process',
      elementId: 'WaitForPayment',
      elementInstanceState: 'ACTIVE',
    });
    const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(processInstanceKey), look });
    const isNarrow = look.name === 'narrow';
    await page.getByRole('heading', { name: 'Modification mode' }).waitFor();
    await page.locator('.token-badge').first().waitFor();

    // when
    await page.locator('.djs-element[data-element-id="WaitForPayment"]').click();
    await page.locator('.modification-diagram').getByRole('button', { name: 'Move the token' }).click();
    await page.getByText(/^Choose where/).waitFor();
    await picture(page, `modification-moving-${look.name}`);
    // A phone shows a part: where the token goes is further away.
    if (isNarrow) await page.getByRole('button', { name: 'Fit the diagram' }).click();
    await page.locator('.djs-element[data-element-id="Delivered"]').click();
    await planned(page, 1);

    // then
    await lookAt(page, 'modification');
    if (isNarrow) {
      await page.getByRole('tab', { name: 'Tokens' }).click();
      await tokens(page).nth(1).waitFor();
      await expectAccessible(page);
      await page.getByRole('tab', { name: 'Element' }).click();
      await page.getByRole('combobox', { name: 'Element' }).waitFor();
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Review and apply (1)' }).click();
    await review(page).getByText('Move 1 token from Wait for payment to Parcel delivered').waitFor();
    await lookAt(page, 'modification-review');
    expectNoErrors();
    await close();
  });
});

test('should move a token by the keyboard, with variables it begins with', async () => {
  // given
  const key = await rest.start(ID, { items: [] });
  const { page, expectNoErrors, close } = await open(key);

  // when
  await choose(page, 'Pack');
  await page.locator('.modification-banner').click();
  await page.keyboard.press('m');
  await page.getByText('Choose where 1 token of “Pack” goes. Escape stops.').waitFor();
  await choose(page, 'Label');
  await planned(page, 1);
  await page.locator('.element-pane').getByRole('button', { name: 'New: Label' }).click();
  await page.getByRole('combobox', { name: 'Set in' }).selectOption({ label: 'Ship' });
  await page.getByRole('button', { name: 'Add variable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a variable' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('carrier');
  await dialog.locator('.cm-content').fill('"dhl"');
  await dialog.getByRole('button', { name: 'Add variable' }).click();
  await page.getByRole('button', { name: 'Review and apply (1)' }).click();
  await review(page).getByText('Opens Ship').waitFor();
  await review(page).getByText('carrier, in Ship').waitFor();
  await review(page).getByRole('button', { name: 'Apply' }).click();

  // then
  await page.getByText('1 change applied').first().waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  expect(await running(key)).toEqual(['label', 'ship']);
  const [ship] = await rest.search('/v2/element-instances/search', { processInstanceKey: key, elementId: 'ship' });
  expect(await variablesAt(ship.elementInstanceKey)).toEqual({ carrier: 'dhl' });
  expectNoErrors();
  await close();
});

test('should add and cancel tokens, and ask which item of a loop is meant', async () => {
  // given
  const key = await checkingTwo();
  const { page, expectNoErrors, close } = await open(key);
  await page.locator('.token-tree').getByRole('button', { name: 'Check' }).nth(1).waitFor();

  // when
  await choose(page, 'Check');
  await menu(page, 'Add token').click();
  const question = page.getByRole('dialog', { name: 'In which “Each item”?' });
  await question.getByRole('button', { name: /^Item 2/ }).waitFor();
  await expectAccessible(page);
  await question.getByRole('button', { name: /^Item 2/ }).click();
  await planned(page, 1);
  await page.locator('.token-tree').getByRole('button', { name: 'Check' }).first().click();
  await menu(page, 'Cancel this token').click();
  await planned(page, 2);
  await choose(page, 'Pack');
  await menu(page, 'Add token').click();
  await planned(page, 3);

  // then
  expect(await menu(page, 'Move the token').count()).toBe(0);
  await apply(page);
  await page.getByText('3 changes applied').first().waitFor();
  expect(await running(key)).toEqual(['check', 'check', 'each', 'each', 'pack']);
  expectNoErrors();
  await close();
});

test('should cancel all tokens, and say that the instance ends', async () => {
  // given
  const key = await checkingTwo();
  const { page, expectNoErrors, close } = await open(key);

  // when
  await choose(page, 'Check');
  await menu(page, 'Cancel all 2 tokens').click();
  await page.getByRole('button', { name: 'Review and apply (1)' }).click();

  // then
  await review(page).getByText('Cancel 2 tokens at Check').waitFor();
  await review(page).getByText('No token is left: the process instance is canceled.').waitFor();
  await review(page).getByRole('button', { name: 'Apply' }).click();
  await page.getByText('1 change applied').first().waitFor();
  expect((await rest.instance(key)).state).toBe('TERMINATED');
  expectNoErrors();
  await close();
});

test('should not take targets that are refused, and say why', async () => {
  // given
  const key = await rest.start(ID, { items: [] });
  const { page, expectNoErrors, close } = await open(key);

  // when
  await choose(page, 'Pack');
  await menu(page, 'Move the token').click();
  await page.locator('.djs-element[data-element-id="start"]').click();

  // then
  await page.getByText('“start” cannot be chosen: tokens cannot be put onto start events.').first().waitFor();
  await page.locator('.djs-element.is-refused').first().waitFor();
  await page.getByRole('combobox', { name: 'Element' }).fill('Check');
  expect(await page.getByRole('option', { name: 'Check' }).count()).toBe(0);

  // when
  await page.keyboard.press('Escape');
  await page.locator('.modification-banner').click();
  await page.keyboard.press('Escape');
  await page
    .getByText(/^Choose an element/)
    .first()
    .waitFor();

  // then
  await choose(page, 'Check');
  await page.getByText(/it lies in a loop that does not run/).waitFor();
  expect(await menu(page, 'Add token').isDisabled()).toBe(true);
  expectNoErrors();
  await close();
});

test('should undo, discard, and keep the plan over a reload', async () => {
  // given
  const key = await rest.start(ID, { items: [] });
  const { page, expectNoErrors, close } = await open(key);
  await choose(page, 'Pack');
  for (const count of [1, 2, 3]) {
    await menu(page, 'Add token').click();
    await planned(page, count);
  }

  // when
  await page.locator('.modification-banner').click();
  await page.keyboard.press('Control+z');
  await planned(page, 2);
  await page.reload();

  // then
  await planned(page, 2);
  expect(await page.locator('.token-tree [data-planned]').count()).toBe(2);

  // when
  await page.getByRole('button', { name: 'Review and apply (2)' }).click();
  await review(page).getByRole('button', { name: 'Take out of the plan' }).first().click();
  await review(page).getByRole('button', { name: 'Close' }).last().click();
  await planned(page, 1);
  await page.getByRole('button', { name: 'Discard all' }).click();
  await page.getByText('The plan was discarded').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();

  // then
  await planned(page, 1);
  expect(await running(key)).toEqual(['pack']);
  expectNoErrors();
  await close();
});

test('should warn when a token is gone, and keep the plan when the server refuses it', async () => {
  // given
  const key = await rest.start(ID, { items: [] });
  const { page, expectNoErrors, close } = await openPage(browser, { path: pathOf(key), allowedErrors: [/400/] });
  await tokens(page).nth(1).waitFor();
  await choose(page, 'Pack');
  await menu(page, 'Move the token').click();
  await choose(page, 'end');
  await planned(page, 1);

  // when
  await completeJob(key);

  // then
  await page.getByText('The instance changed meanwhile: 1 planned change does not fit any more.').waitFor();
  await page.getByRole('button', { name: 'Review and apply (1)' }).click();
  await review(page).getByText('The token is gone.').waitFor();

  // when
  await review(page).getByRole('button', { name: 'Apply' }).click();

  // then
  await review(page).getByRole('heading', { name: 'Nothing was changed' }).waitFor();
  await review(page)
    .getByText(/has no active instance/)
    .waitFor();
  await review(page).getByText('Move 1 token from Pack to end').waitFor();
  await expectAccessible(page);
  expectNoErrors();
  await close();
});

test('should change variables of scopes as part of the plan', async () => {
  // given
  const key = await rest.start(ID, { items: [], total: 1 });
  const { page, expectNoErrors, close } = await open(key);

  // when
  const row = page.getByRole('row').filter({ hasText: 'total' });
  await row.getByRole('button', { name: 'Edit total' }).click();
  await page.getByRole('textbox', { name: 'Value of total, JSON' }).fill('{"net": 2}');
  await page.keyboard.press('Enter');
  await choose(page, 'Pack');
  await menu(page, 'Add token').click();
  await planned(page, 2);
  await page.getByRole('button', { name: 'Review and apply (2)' }).click();

  // then
  await review(page).getByText('Change the variable total of Modified orders').waitFor();
  await review(page).getByText('"net": 2').waitFor();
  await review(page).getByText('All of them are carried out together, or none.').waitFor();
  await review(page).getByRole('button', { name: 'Apply' }).click();
  await page.getByText('2 changes applied').first().waitFor();
  expect(await variablesAt(key)).toEqual({ items: [], total: { net: 2 } });
  expect(await running(key)).toEqual(['pack', 'pack']);
  expectNoErrors();
  await close();
});
