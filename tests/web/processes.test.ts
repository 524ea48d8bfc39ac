import { readFile } from 'node:fs/promises';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lookAt, looks, openBrowser, openPage } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

let browser: Browser;
let rest: Rest;

beforeAll(async () => {
  browser = await openBrowser();
  rest = new Rest(demoServer());
});

afterAll(() => browser?.close());

/** A process of this test alone: `pack` then `send`. */
async function deployed(id: string): Promise<string> {
  const flows = [flow('start', 'pack'), flow('pack', 'send'), flow('send', 'end')];
  const job = (name: string) => serviceTask(name, { type: `${id}-${name}` });
  return rest.deploy(bpmn({ id }, startEvent(), job('pack'), job('send'), endEvent(), ...flows));
}

const rows = (page: Page) => page.locator('.data-row');
const choose = (page: Page, key: string) => page.locator(`label[for="select-${key}"]`).click();
const inBar = (page: Page, name: string) => page.locator('.selection-bar').getByRole('button', { name, exact: true });

/** Waits until as many rows are shown. */
async function expectRows(page: Page, count: number): Promise<void> {
  await expect.poll(() => rows(page).count(), { timeout: 10_000 }).toBe(count);
}

describe.each(looks)('$name', (look) => {
  test('should show where instances are', async () => {
    // when
    const path = '/operate/processes?process=order-process&version=2&states=active,incident,completed';
    const { page, expectNoErrors, close } = await openPage(browser, { path, look });

    // then
    await rows(page).first().waitFor();
    if (look.name === 'narrow') {
      await lookAt(page, 'processes-list');
      await page.getByRole('button', { name: /^Filters/ }).click();
      await page.getByRole('combobox', { name: 'Process' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Show results' }).click();
      await page.getByRole('tab', { name: 'Diagram' }).click();
    }
    await page.locator('.count-pill').first().waitFor();
    await lookAt(page, 'processes');
    expectNoErrors();
    await close();
  });

  test('should show all processes side by side when none is chosen', async () => {
    // when
    const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes', look });

    // then
    await rows(page).first().waitFor();
    if (look.name === 'narrow') await page.getByRole('tab', { name: 'Diagram' }).click();
    await page.getByRole('heading', { name: 'Running processes' }).waitFor();
    await lookAt(page, 'landscape');
    expectNoErrors();
    await close();
  });
});

test('should filter by process, version, element and state, all in the address', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes' });

  // when
  await page.getByRole('combobox', { name: 'Process' }).fill('ship');
  await page.getByRole('option', { name: 'Shipment' }).click();
  await page.waitForURL('**/operate/processes?process=shipment');
  await page.locator('[data-element-id="CreateLabel"]').click();
  await page.waitForURL('**element=CreateLabel**');
  await page.locator('label[for="states-active"]').click();
  await page.locator('label[for="states-suspended"]').click();

  // then
  await page.waitForURL('**states=incident**');
  const expected = await rest.search('/v2/process-instances/search', {
    processDefinitionId: 'shipment',
    elementId: 'CreateLabel',
    elementInstanceState: 'ACTIVE',
    hasElementInstanceIncident: true,
  });
  await expectRows(page, expected.length);

  // when
  await page.getByRole('button', { name: 'Reset filters' }).first().click();

  // then
  await page.waitForURL(/\/operate\/processes$/);
  expectNoErrors();
  await close();
});

test('should find instances by variables, with suggestions of names', async () => {
  // given
  const id = 'web-find-variables';
  await deployed(id);
  await rest.start(id, { amount: 10, customer: 'Ada' });
  await rest.start(id, { amount: 99, customer: 'Ada' });
  await rest.start(id, { amount: 500, customer: 'Grace <b>H</b>' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await expectRows(page, 3);

  // when
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('menuitem', { name: 'Variables' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find instances by their variables' });
  await expect.poll(() => dialog.locator('datalist').first().locator('option').count()).toBe(2);
  await dialog.getByLabel('Variable', { exact: true }).fill('amount');
  await dialog.getByLabel('Comparison').selectOption('is greater than');
  await dialog.getByLabel('Value', { exact: true }).fill('much');
  await dialog.getByRole('button', { name: 'Apply' }).click();

  // then
  await dialog.getByText('Enter a number.').first().waitFor();
  await expectAccessible(page);

  // when
  await dialog.getByLabel('Value', { exact: true }).fill('50');
  await dialog.getByRole('button', { name: 'Add condition' }).click();
  await dialog.getByLabel('Variable', { exact: true }).nth(1).fill('customer');
  await dialog.getByLabel('Value', { exact: true }).nth(1).fill('Ada');
  await dialog.getByRole('button', { name: 'Add alternative' }).click();
  await dialog.getByLabel('Variable', { exact: true }).nth(2).fill('customer');
  await dialog.getByLabel('Comparison').nth(2).selectOption('contains, or fits * and ?');
  await dialog.getByLabel('Value', { exact: true }).nth(2).fill('<b>');
  await dialog.getByRole('button', { name: 'Apply' }).click();

  // then
  await page.waitForURL('**variables=**');
  await expectRows(page, 2);
  await page.reload();
  await expectRows(page, 2);
  await page
    .getByRole('button', {
      name: 'Remove filter: amount is greater than 50 and customer equals Ada or customer contains, or fits * and ? <b>',
    })
    .click();
  await expectRows(page, 3);
  expectNoErrors();
  await close();
});

test('should add and remove other filters', async () => {
  // given
  const id = 'web-filters';
  await deployed(id);
  const key = await rest.start(id, {}, { businessId: 'invoice-1', tags: ['urgent'] });
  await rest.start(id, {}, { businessId: 'order-2' });
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await expectRows(page, 2);
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  // when
  await add('Business ID');
  await page.getByRole('textbox', { name: 'Business ID' }).fill('invoice');

  // then
  await page.waitForURL('**businessId=**');
  await expectRows(page, 1);

  // when
  await add('Tags');
  await page.getByRole('textbox', { name: 'Tags' }).fill('urgent');
  await add('Process instance keys');
  await page.getByRole('textbox', { name: 'Process instance keys' }).fill(`${key}, 1`);
  await add('Start date');
  await page.getByRole('button', { name: 'Last hour' }).click();

  // then
  await page.waitForURL((url) => ['tags', 'keys', 'startedFrom'].every((name) => url.searchParams.has(name)));
  await expectRows(page, 1);

  // when
  await page.locator('.filter-group').getByRole('button', { name: 'Remove filter: Process instance keys' }).click();
  await page.locator('.filter-group').getByRole('button', { name: 'Remove filter: Business ID' }).click();
  await page.locator('.filter-group').getByRole('button', { name: 'Remove filter: Tags' }).click();

  // then
  await expectRows(page, 2);
  expectNoErrors();
  await close();
});

test('should say what of an address it did not understand', async () => {
  // when
  const path = '/operate/processes?process=shipment&states=bogus&color=red&parent=x&variables=%5B1%5D';
  const { page, expectNoErrors, close } = await openPage(browser, { path });

  // then
  await page.getByText('These were not understood: states, color, parent, and variables.').waitFor();
  await rows(page).first().waitFor();

  // when
  await page.getByRole('button', { name: 'Tidy the address' }).click();

  // then
  await page.waitForURL(/\/operate\/processes\?process=shipment$/);
  expectNoErrors();
  await close();
});

test('should save filters under a name, go back to them and delete them', async () => {
  // given
  const path = '/operate/processes?process=shipment&states=incident';
  const { page, expectNoErrors, close } = await openPage(browser, { path, username: 'saver' });
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('button', { name: 'Save these filters …' }).click();

  // when
  await page.getByRole('textbox', { name: 'Name' }).fill('Stuck shipments');
  await page.locator('label', { hasText: 'Share with everybody' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  // then
  await page.waitForURL('**saved=**');
  await page.goto('/operate/processes');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('link', { name: 'Stuck shipments' }).click();
  await page.waitForURL(/process=shipment&states=incident&saved=/);

  // when
  await page.getByRole('button', { name: 'Stuck shipments', exact: true }).click();
  await page.getByRole('button', { name: 'Delete saved filter Stuck shipments' }).click();

  // then
  await page.getByText('Saved filter deleted').waitFor();
  expect(await rest.post('/waggle/v1/saved-filters/search', { filter: { owner: 'saver' } })).toMatchObject({
    items: [],
  });
  expectNoErrors();
  await close();
});

test('should offer the newest of several versions, and sort by columns', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes?process=order-process' });

  // when
  await page.getByRole('button', { name: 'Show version 2, the newest' }).click();

  // then
  await page.waitForURL('**version=2**');
  await page.locator('.count-pill').first().waitFor();

  // when
  await page.getByRole('button', { name: 'Business ID' }).click();

  // then
  await page.waitForURL('**sort=businessId**');
  expectNoErrors();
  await close();
});

test('should do things to a single instance', async () => {
  // given
  const id = 'web-single';
  await deployed(id);
  const key = await rest.start(id);
  const path = `/operate/processes?process=${id}&states=all`;
  const { page, expectNoErrors, close } = await openPage(browser, { path });
  const act = async (name: string) => {
    await page.getByRole('button', { name: `Actions for ${key}` }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  // when
  await act('Suspend');

  // then
  await page.getByText('Instance suspended').first().waitFor();
  expect(await rest.instance(key)).toMatchObject({ state: 'SUSPENDED' });
  await page.locator('.data-row [aria-label="Suspended"]').waitFor();

  // when
  await act('Resume');
  await page.locator('.data-row [aria-label="Active"]').waitFor();
  await act('Cancel');
  await page
    .getByRole('dialog', { name: 'Cancel 1 instance?' })
    .getByRole('button', { name: 'Cancel instances' })
    .click();

  // then
  await page.locator('.data-row [aria-label="Canceled"]').waitFor();

  // when
  await act('Delete');
  await page.getByRole('dialog', { name: 'Delete 1 instance?' }).getByRole('button', { name: 'Delete' }).click();

  // then
  await expectRows(page, 0);
  expectNoErrors();
  await close();
});

test('should do things to the chosen ones, and to all but some', { timeout: 60_000 }, async () => {
  // given
  const id = 'web-batch';
  await deployed(id);
  const keys = [await rest.start(id), await rest.start(id), await rest.start(id), await rest.start(id)];
  await rest.failJob(`${id}-pack`, 'No paper');
  const path = `/operate/processes?process=${id}`;
  const { page, expectNoErrors, close } = await openPage(browser, { path });
  await expectRows(page, 4);
  const isDone = async (what: string) => {
    const toast = page.locator('.toasts').getByText(what).first();
    await toast.waitFor();
  };
  const states = async () =>
    (await rest.search('/v2/process-instances/search', { processDefinitionId: id })).map(({ state }) => state).sort();

  // when
  for (const key of keys) await choose(page, key);
  await inBar(page, 'Retry').click();

  // then
  await isDone('Incidents are being retried');
  await expect
    .poll(() => rest.search('/v2/process-instances/search', { processDefinitionId: id, hasIncident: true }))
    .toEqual([]);

  // when
  await choose(page, keys[0]!);
  await inBar(page, 'Suspend').click();
  await page.getByRole('dialog', { name: 'Suspend 1 instance?' }).getByRole('button', { name: 'Suspend' }).click();

  // then
  await isDone('Instances are being suspended');
  await expect.poll(states).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED']);

  // when
  await page.locator('label[for="select-all-Process instances"]').click();
  await choose(page, keys[3]!);
  await page.getByText('3 selected').first().waitFor();
  await inBar(page, 'Cancel').click();
  await page
    .getByRole('dialog', { name: 'Cancel 3 instances?' })
    .getByRole('button', { name: 'Cancel instances' })
    .click();

  // then
  await isDone('Instances are being canceled');
  await expect.poll(states).toEqual(['ACTIVE', 'TERMINATED', 'TERMINATED', 'TERMINATED']);
  expect(await rest.instance(keys[3]!)).toMatchObject({ state: 'ACTIVE' });
  await expectRows(page, 1);

  // when
  await choose(page, keys[3]!);
  await inBar(page, 'Delete').click();

  // then
  await page.getByText('None of them has ended.').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // when
  await page.goto(`${path}&states=canceled`);
  await expectRows(page, 3);
  await page.locator('label[for="select-all-Process instances"]').click();
  await inBar(page, 'Delete').click();
  await page.getByRole('dialog', { name: 'Delete 3 instances?' }).getByRole('button', { name: 'Delete' }).click();

  // then
  await expectRows(page, 0);

  // when: all that are active, and nothing else that could be canceled
  const active = await rest.start(id);
  await rest.post(`/v2/process-instances/${keys[3]}/suspension`);
  await page.goto(`${path}&states=active,incident`);
  await expectRows(page, 1);
  await page.locator('label[for="select-all-Process instances"]').click();
  await inBar(page, 'Cancel').click();
  const last = page.getByRole('dialog', { name: 'Cancel 1 instance?' });
  await last.getByRole('button', { name: 'Cancel instances' }).click();

  // then
  await expect.poll(async () => (await rest.instance(active)).state).toBe('TERMINATED');
  expect(await rest.instance(keys[3]!)).toMatchObject({ state: 'SUSPENDED' });
  expectNoErrors();
  await close();
});

test('should move tokens of many instances', async () => {
  // given
  const id = 'web-move';
  await deployed(id);
  await rest.start(id);
  await rest.start(id);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await expectRows(page, 2);
  await page.locator('label[for="select-all-Process instances"]').click();

  // when
  await inBar(page, 'Move tokens …').click();
  await page.getByText('Click the element that tokens are to leave.').waitFor();
  await page.locator('[data-element-id="pack"]').click();
  await page.getByText('Tokens leave “pack”. Click the element where they go on.').waitFor();
  await page.locator('[data-element-id="send"]').click();
  const dialog = page.getByRole('dialog', { name: 'Move tokens in 2 instances?' });
  await dialog.getByRole('button', { name: 'Move tokens' }).click();

  // then
  await expect
    .poll(async () => {
      const filter = { processDefinitionId: id, elementId: 'send', state: 'ACTIVE' };
      return (await rest.search('/v2/element-instances/search', filter)).length;
    })
    .toBe(2);
  await page.locator('[data-container-id="send"] .count-pill').waitFor();
  expectNoErrors();
  await close();
});

test('should lead to the migration with what is chosen', async () => {
  // given
  const id = 'web-migrate';
  const definition = await deployed(id);
  const key = await rest.start(id);
  const { page, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await choose(page, key);

  // when
  await inBar(page, 'Migrate …').click();

  // then
  await page.waitForURL(`**/operate/processes/migrate?source=${definition}**`);
  expect(JSON.parse(new URL(page.url()).searchParams.get('filter')!)).toEqual({
    processInstanceKey: { $in: [key] },
    $or: [{ state: 'ACTIVE' }],
  });
  await close();
});

test('should open an instance, by keys alone', async () => {
  // given
  const id = 'web-keys';
  await deployed(id);
  const key = await rest.start(id);
  await rest.failJob(`${id}-pack`, 'No paper');
  const { page, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await expectRows(page, 1);

  // when
  await page.keyboard.press('j');
  await page.keyboard.press('r');

  // then
  await page.getByText('Incidents are being retried').first().waitFor();

  // when
  await page.keyboard.press('Enter');

  // then
  await page.waitForURL(`**/operate/processes/${key}**`);
  await close();
});

test('should size panes by keys and by dragging, and keep it', async () => {
  // given
  const { page, expectNoErrors, close } = await openPage(browser, { path: '/operate/processes' });
  const separator = page.getByRole('separator');
  const size = async () => Number(await separator.getAttribute('aria-valuenow'));
  await separator.focus();
  const first = await size();

  // when
  await page.keyboard.press('ArrowDown');

  // then
  expect(await size()).toBe(first + 5);

  // when
  const { x, y, width } = (await separator.boundingBox())!;
  await page.mouse.move(x + width / 2, y + 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y - 98, { steps: 3 });
  await page.mouse.up();

  // then
  await expect.poll(async () => (await separator.boundingBox())!.y).toBeCloseTo(y - 100, -1);
  const dragged = await size();
  expect(dragged).toBeLessThan(first);
  await page.reload();
  await separator.waitFor();
  expect(await size()).toBe(dragged);

  // when
  await separator.focus();
  await page.keyboard.press('Enter');

  // then
  expect(await size()).toBe(first);
  expectNoErrors();
  await close();
});

test('should save all results as a file', async () => {
  // given
  const id = 'web-export';
  await deployed(id);
  const key = await rest.start(id);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });
  await expectRows(page, 1);

  // when
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As CSV (spreadsheet)' }).click();
  const download = await downloading;

  // then
  expect(download.suggestedFilename()).toBe('process-instances.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(key);
  expectNoErrors();
  await close();
});

test('should delete a version of a process once that is understood', async () => {
  // given
  const id = 'web-delete';
  const definition = await deployed(id);
  const { page, expectNoErrors, close } = await openPage(browser, { path: `/operate/processes?process=${id}` });

  // when
  await page.getByRole('button', { name: 'Delete this version …' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete version 1 of ${id}?` });
  expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
  await dialog.locator('label', { hasText: 'Delete its finished instances too' }).click();
  await dialog.locator('label', { hasText: 'I understand' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Delete' }).click();

  // then
  await page.getByText(`Version 1 of ${id} deleted`).first().waitFor();
  const { items } = await rest.post('/v2/process-definitions/search', { filter: { processDefinitionKey: definition } });
  expect(items).toEqual([]);
  expectNoErrors();
  await close();
});
