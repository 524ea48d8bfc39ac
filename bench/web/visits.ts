/** What is looked at, and what one does there that asks the server for more. */
import type { Page } from 'playwright-core';
import type { Rest } from '../../tests/web/rest.ts';
import { untilDrawn } from '../../tests/web/until-drawn.ts';

export interface Visit {
  readonly name: string;
  path(rest: Rest): Promise<string> | string;
  /** CSS selector of what is there when the page can be used. */
  readonly ready: string;
  /** Measured too: its requests, and how evenly frames come meanwhile. */
  use?(page: Page): Promise<void>;
}

const rows = '.data-row';

/** As fast as a wheel turns. */
async function scrollDown(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().hover();
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await untilDrawn(page);
}

const sortedBy = (title: string) => async (page: Page) => {
  await page.getByRole('columnheader', { name: title }).getByRole('button').first().click();
  await untilDrawn(page);
  await page.locator(rows).first().waitFor();
};

const list = '/operate/processes';

export const visitsOfManyInstances: readonly Visit[] = [
  { name: 'dashboard', path: () => '/operate', ready: '.dashboard-count' },
  { name: 'processes', path: () => list, ready: rows, use: (page) => scrollDown(page, rows) },
  {
    name: 'processes: finished too',
    path: () => `${list}?states=active,incident,completed,canceled`,
    ready: rows,
    use: (page) => scrollDown(page, rows),
  },
  { name: 'processes: of the largest', path: () => `${list}?process=order-1`, ready: rows },
  { name: 'processes: of a version', path: () => `${list}?process=order-1&version=2`, ready: rows },
  { name: 'processes: with incident', path: () => `${list}?states=incident`, ready: rows },
  { name: 'processes: sorted by process', path: () => list, ready: rows, use: sortedBy('Name') },
  { name: 'processes: sorted by end', path: () => `${list}?states=completed`, ready: rows, use: sortedBy('End') },
  {
    name: 'processes: by a variable',
    path: () =>
      `${list}?variables=${encodeURIComponent(JSON.stringify([[{ name: 'customer', operator: 'equals', value: 'c-17' }]]))}`,
    ready: `${rows}, .empty-state`,
  },
  { name: 'processes: by an error', path: () => `${list}?error=status%20503`, ready: `${rows}, .empty-state` },
  {
    name: 'instance',
    path: (rest) => instanceOf(rest, { state: 'ACTIVE' }),
    ready: '.count-pill',
  },
  {
    name: 'instance with incident',
    path: (rest) => instanceOf(rest, { hasIncident: true }),
    ready: '.count-pill',
  },
  { name: 'batch operations', path: () => '/operate/batch-operations', ready: `${rows}, .empty-state` },
  {
    name: 'operations log',
    path: () => '/operate/operations-log',
    ready: `${rows}, .empty-state`,
    use: (page) => scrollDown(page, rows),
  },
  { name: 'decisions', path: () => '/operate/decisions', ready: `${rows}, .empty-state` },
  {
    name: 'palette',
    path: () => '/operate',
    ready: '.dashboard-count',
    use: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('order-1');
      await page
        .getByRole('option', { name: /order-1/ })
        .first()
        .waitFor();
      await untilDrawn(page);
    },
  },
  { name: 'tasks', path: () => '/tasklist', ready: '.task-card', use: (page) => scrollDown(page, '.task-card') },
  { name: 'tasks: unassigned', path: () => '/tasklist?filter=unassigned', ready: '.task-card' },
  {
    name: 'task',
    path: async (rest) =>
      `/tasklist/${(await rest.search('/v2/user-tasks/search', { state: 'CREATED' }))[0]!.userTaskKey}`,
    ready: '.task-detail [role=row]',
  },
  { name: 'processes to start', path: () => '/tasklist/processes', ready: '.start-tile' },
];

async function instanceOf(rest: Rest, filter: object): Promise<string> {
  const [instance] = await rest.search('/v2/process-instances/search', filter);
  return `${list}/${instance!.processInstanceKey}`;
}

const large = (search: string) => async (rest: Rest) =>
  `${await instanceOf(rest, { processDefinitionId: 'large' })}${search}`;
const history = '[role=treeitem]';

export const visitsOfLargeInstance: readonly Visit[] = [
  {
    name: 'large instance',
    path: large(''),
    ready: `.count-pill`,
    use: async (page) => {
      await page.locator(history).nth(1).waitFor();
      await page.keyboard.press('ArrowRight');
      await scrollDown(page, history);
    },
  },
  { name: 'large instance: variables', path: large('?tab=variables'), ready: '.details-pane [role=row]' },
  { name: 'large instance: jobs', path: large('?tab=jobs'), ready: `.details-pane [role=row]` },
  { name: 'large instance: log', path: large('?tab=log'), ready: '.details-pane [role=tabpanel]:not([hidden]) *' },
  {
    name: 'large instance: replay',
    path: large('?replay=start'),
    ready: '.replay-banner',
    use: async (page) => {
      for (let step = 0; step < 10; step += 1) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('End');
      await untilDrawn(page);
    },
  },
];
