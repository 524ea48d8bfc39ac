/** The past of an instance, looked at in a browser, against what the server told when it was the present. */
import {
  boundaryEvent,
  bpmn,
  catchEvent,
  endEvent,
  flow,
  message,
  messageEvent,
  parallelGateway,
  Random,
  serviceTask,
  startEvent,
  timerEvent,
  userTask,
} from '@waggle/engine/test';
import { readRecordLines } from '@waggle/web/replay';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { expectAccessible, type Look, lookAt, looks, openBrowser, openPage, wide } from './browser.ts';
import { demoServer } from './demo-server.ts';
import { Rest } from './rest.ts';

const MOMENTS = 20;

const model = bpmn(
  { id: 'past', definitions: message('reply', 'reply', '=id') },
  startEvent(),
  parallelGateway('fork'),
  serviceTask('work', { type: 'work' }),
  serviceTask('strict', { type: '="work" + suffix' }),
  catchEvent('answer', messageEvent('reply')),
  userTask('approve'),
  boundaryEvent('late', 'approve', timerEvent('timeDuration', 'PT0.2S'), { interrupting: false }),
  serviceTask('remind', { type: 'work' }),
  parallelGateway('join'),
  userTask('last'),
  endEvent(),
  ...['work', 'strict', 'answer', 'approve'].flatMap((id) => [flow('fork', id), flow(id, 'join')]),
  flow('start', 'fork'),
  flow('late', 'remind'),
  flow('join', 'last'),
  flow('last', 'end'),
);

interface Item {
  readonly [name: string]: unknown;
}

/** What the server told of the instance when the log ended at a position. */
interface Told {
  readonly position: number;
  readonly elements: readonly string[];
  readonly variables: readonly string[];
  readonly counts: readonly string[];
  readonly open: readonly string[];
}

let browser: Browser;
let server: ServerProcess;
let rest: Rest;
let key = '';
const told: Told[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServerProcess();
  rest = new Rest(server.rest);
  await rest.deploy(model);
  await live();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test.each(looks)('should show a moment of the past: $name', async (look) => {
  // given
  const demo = demoServer();
  const [incident] = await new Rest(demo).search('/v2/incidents/search', { processDefinitionId: 'shipment' });

  // when
  const { page, expectNoErrors, close } = await openReplay('start', {
    look,
    instance: incident.processInstanceKey,
    from: demo,
  });

  // then
  await page.getByRole('slider', { name: 'Moment' }).press('i');
  await page
    .getByText(/: incident: /)
    .first()
    .waitFor();
  await page.locator('.djs-shape.has-incident').waitFor({ state: 'attached' });
  await lookAt(page, 'replay');
  expectNoErrors();
  await close();
});

test('should show at every moment what the server told of it then', async () => {
  // given
  const { page, expectNoErrors, close } = await openReplay('start');
  const random = new Random(Date.now() % 100_000);
  const shuffled = told.map((each) => ({ each, at: random.next() })).sort((left, right) => left.at - right.at);

  for (const { each } of shuffled) {
    // when
    await page.evaluate((position) => {
      const address = new URL(location.href);
      address.searchParams.set('replay', String(position));
      history.replaceState(history.state, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    }, each.position);

    // then
    await expect.poll(() => seen(page), { timeout: 5_000 }).toEqual(comparable(each));
  }
  expectNoErrors();
  await close();
}, 60_000);

test('should step, leap, jump to incidents, and lead others to the same moment', async () => {
  // given
  const { page, context, expectNoErrors, close } = await openReplay('start');
  const slider = page.getByRole('slider', { name: 'Moment' });

  // when
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowLeft');

  // then
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('11');

  // when
  await page.locator('.happening[aria-current]').focus();
  await page.keyboard.press('j');

  // then
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('12');

  // when
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'Copy link' }).click();

  // then
  const banner = await page.locator('.replay-banner time').textContent();
  const place = await slider.getAttribute('aria-valuenow');
  expect(await slider.getAttribute('aria-valuetext')).toContain('incident');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await other.locator('.replay-banner time').waitFor();
  expect(await other.locator('.replay-banner time').textContent()).toBe(banner);
  expect(await other.getByRole('slider', { name: 'Moment' }).getAttribute('aria-valuenow')).toBe(place);

  // when
  await page.keyboard.press('End');
  await page.keyboard.press('I');

  // then
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('incident');

  // when
  await slider.focus();
  await page.keyboard.press('Escape');

  // then
  await page.getByRole('tab', { name: 'Variables' }).waitFor();
  expect(new URL(page.url()).searchParams.has('replay')).toBe(false);
  expectNoErrors();
  await close();
});

test('should play to the end, and stop there', async () => {
  // given
  const { page, expectNoErrors, close } = await openReplay('start');
  const slider = page.getByRole('slider', { name: 'Moment' });
  const last = Number(await slider.getAttribute('aria-valuemax'));
  await page.getByLabel('Speed').selectOption('16');
  await page.keyboard.press('End');
  for (let leaps = 0; leaps < 2; leaps++) await slider.press('Shift+ArrowLeft');

  // when
  await slider.press('Space');

  // then
  await page.getByRole('button', { name: 'Pause (Space)' }).waitFor();
  await expect.poll(() => slider.getAttribute('aria-valuenow'), { timeout: 10_000 }).toBe(String(last));
  await page.getByRole('button', { name: 'Play (Space)' }).waitFor();
  expectNoErrors();
  await close();
});

test('should move by the pointer, by event and by time', async () => {
  // given
  const { page, expectNoErrors, close } = await openReplay('start');
  const slider = page.getByRole('slider', { name: 'Moment' });
  const count = Number(await slider.getAttribute('aria-valuemax'));
  const { x, y, width, height } = (await slider.boundingBox())!;

  // when
  await page.mouse.move(x + 10, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  await page.mouse.up();

  // then
  await expect
    .poll(async () => Math.abs(Number(await slider.getAttribute('aria-valuenow')) - count / 2))
    .toBeLessThan(3);
  await expect.poll(() => new URL(page.url()).searchParams.get('replay')).toMatch(/^\d+$/);

  // when
  await page.getByRole('tab', { name: 'Time', exact: true }).click();
  await page.mouse.click(x + width - 2, y + height / 2);

  // then
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(count));
  expectNoErrors();
  await close();
});

test('should give a test that does the same again', async () => {
  // given
  const { page, expectNoErrors, close } = await openReplay('start');

  // when
  await page.getByRole('button', { name: 'Copy as test' }).click();
  const source = page.getByRole('region', { name: /\.test\.ts$/ });
  await source.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();

  // then
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("from '@waggle/testing'");
  expect(text).toContain("engine.start('past'");
  expect(text).toContain('publishMessage');

  // when
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);

  // then
  expect(file.suggestedFilename()).toBe(`past-${key}.test.ts`);
  expectNoErrors();
  await close();
});

test('should follow a running instance', async () => {
  // given
  const running = await rest.post('/v2/process-instances', {
    processDefinitionId: 'past',
    variables: { id: 'live', suffix: '' },
  });
  const { page, expectNoErrors, close } = await openReplay('start', {
    instance: String(running.processInstanceKey),
  });
  const slider = page.getByRole('slider', { name: 'Moment' });
  await page.getByText('Follow', { exact: true }).last().click();
  await expect.poll(async () => (await slider.getAttribute('aria-valuetext')) !== '').toBe(true);

  // when
  await rest.send('PUT', `/v2/element-instances/${running.processInstanceKey}/variables`, { variables: { fresh: 42 } });

  // then
  await page.locator('.moment-variables th', { hasText: 'fresh' }).waitFor();
  await page.getByText('You look at the latest moment').waitFor();
  expectNoErrors();
  await close();
});

test('should say since when something is kept', async () => {
  // given
  const { page, context, close } = await openReplay('start');
  const whole = await page.getByRole('slider', { name: 'Moment' }).getAttribute('aria-valuemax');
  await context.route('**/records?*form=encoded*', async (route) => {
    const answer = await route.fetch();
    const lines = (await answer.text()).split('\n');
    await route.fulfill({ response: answer, body: lines.slice(60).join('\n') });
  });

  // when
  await page.reload();

  // then
  await page.getByText(/^Kept since /).waitFor();
  const slider = page.getByRole('slider', { name: 'Moment' });
  expect(Number(await slider.getAttribute('aria-valuemax'))).toBeLessThan(Number(whole));
  await slider.press('End');
  await page.locator('.replay-banner', { hasText: 'Completed' }).waitFor();

  // when
  await page.getByRole('button', { name: 'Copy as test' }).click();

  // then
  await page.getByText('There can be no test of this instance').waitFor();
  await close();
});

test('should say so when nothing is kept', async () => {
  // given
  const forgetful = await startServerProcess({ flags: ['--record-history-days', '0'] });
  const its = new Rest(forgetful.rest);
  await its.deploy(model);
  const processInstanceKey = await its.start('past', { id: 'x', suffix: '' });

  // when
  const { page, close } = await openPage(browser, {
    server: forgetful.rest,
    path: `/operate/processes/${processInstanceKey}?replay=start`,
  });

  // then
  await page.getByText('--record-history-days 0').waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.getByRole('tab', { name: 'Variables' }).waitFor();
  await close();
  await forgetful.stop();
});

interface Opening {
  readonly look?: Look;
  readonly instance?: string;
  readonly from?: string;
}

async function openReplay(replay: string, { look = wide, instance = key, from = server.rest }: Opening = {}) {
  const path = `/operate/processes/${instance}?replay=${replay}`;
  const opened = await openPage(browser, { server: from, path, look });
  await opened.page.getByRole('slider', { name: 'Moment' }).waitFor();
  await opened.page.locator('.replay-now strong:not(:empty)').waitFor();
  return opened;
}

/** An instance lives through an incident, a timer and a message, and is looked at all the time. */
async function live(): Promise<void> {
  const created = await rest.post('/v2/process-instances', { processDefinitionId: 'past', variables: { id: 'one' } });
  key = String(created.processInstanceKey);
  const filter = { processInstanceKey: key };
  const completeJobs = async () => {
    const { jobs } = await rest.post('/v2/jobs/activation', {
      type: 'work',
      worker: 'tester',
      timeout: 600_000,
      maxJobsToActivate: 1,
      requestTimeout: -1,
    });
    for (const { jobKey } of jobs as readonly Item[]) {
      told.push(await look());
      await rest.post(`/v2/jobs/${jobKey}/completion`, { variables: { done: String(jobKey) } });
    }
  };
  told.push(await look());
  for (const [name, value] of [
    ['note', '<b>bold</b>'],
    ['list', [1, 2, 3]],
    ['note', 'plain'],
    ['big', 'x'.repeat(300)],
    ['flag', null],
  ] as const) {
    await rest.send('PUT', `/v2/element-instances/${key}/variables`, { variables: { [name]: value } });
    told.push(await look());
  }
  await completeJobs();
  told.push(await look());
  // The timer fires while nobody does anything.
  await until('/element-instances', { ...filter, elementId: 'remind' });
  told.push(await look());
  await completeJobs();
  told.push(await look());
  await rest.send('PUT', `/v2/element-instances/${key}/variables`, { variables: { suffix: '' } });
  told.push(await look());
  for (const { incidentKey } of await search('/incidents', filter)) {
    await rest.post(`/v2/incidents/${incidentKey}/resolution`);
  }
  told.push(await look());
  await completeJobs();
  told.push(await look());
  await rest.post('/v2/messages/publication', { name: 'reply', correlationKey: 'one', variables: { said: 'yes' } });
  await until('/variables', { ...filter, name: 'said' });
  told.push(await look());
  for (const elementId of ['approve', 'last']) {
    const [task] = await search('/user-tasks', { ...filter, elementId });
    await rest.post(`/v2/user-tasks/${task!.userTaskKey}/assignment`, { assignee: 'ann' });
    told.push(await look());
    await rest.post(`/v2/user-tasks/${task!.userTaskKey}/completion`, { variables: { [elementId]: true } });
    told.push(await look());
  }
  expect(told.length).toBeGreaterThanOrEqual(MOMENTS);
}

/** Waits until a search finds something. */
async function until(path: string, filter: object): Promise<void> {
  await vi.waitFor(async () => expect(await search(path, filter)).not.toEqual([]), { timeout: 10_000 });
}

async function look(): Promise<Told> {
  for (;;) {
    const position = await lastPosition();
    const filter = { processInstanceKey: key };
    const [elements, variables, jobs, userTasks, incidents, statistics] = await Promise.all([
      search('/element-instances', filter),
      search('/variables', { ...filter, scopeKey: key }, '?truncateValues=false'),
      search('/jobs', filter),
      search('/user-tasks', filter),
      search('/incidents', { ...filter, state: 'ACTIVE' }),
      rest.get(`/v2/process-instances/${key}/statistics/element-instances`),
    ]);
    const found: Told = {
      position,
      elements: elements
        .filter(({ elementInstanceKey }) => elementInstanceKey !== key)
        .map(({ elementInstanceKey, state }) => `${elementInstanceKey} ${state}`),
      variables: variables.map(({ name, value }) => `${name} ${value}`),
      counts: (statistics.items as readonly Item[]).map(
        ({ elementId, active, incidents: stuck, completed, canceled }) =>
          `${elementId} ${[stuck, active, canceled, completed].filter((count) => count !== 0).join(' ')}`,
      ),
      open: [
        ...incidents.map(({ elementId }) => `Incidents ${elementId}`),
        ...userTasks
          .filter(({ state }) => !['COMPLETED', 'CANCELED'].includes(String(state)))
          .map(({ elementId }) => `User tasks ${elementId}`),
        ...jobs
          .filter(({ state }) => !['COMPLETED', 'CANCELED'].includes(String(state)))
          .map(({ elementId }) => `Jobs ${elementId}`),
      ],
    };
    if ((await lastPosition()) === position) return found;
  }
}

function comparable({ elements, variables, counts, open }: Told): unknown {
  return {
    elements: elements.toSorted(),
    variables: variables.toSorted(),
    counts: counts.filter((each) => !each.endsWith(' ')).toSorted(),
    open: open.toSorted(),
  };
}

/** What the page shows, in the shape of what the server told. */
function seen(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const text = (element: Element | null) => element?.textContent?.trim() ?? '';
    const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
    const groups = ['Incidents', 'User tasks', 'Jobs'];
    return {
      elements: all(document, '.replay [role=treeitem][data-state]')
        .slice(1)
        .map((row) => `${row.getAttribute('data-key')} ${row.getAttribute('data-state')}`)
        .toSorted(),
      variables: all(document, '.moment-variables tbody tr')
        .map(
          (row) => `${text(row.querySelector('th code'))} ${text(row.querySelector('td .replay-value-text > code'))}`,
        )
        .toSorted(),
      counts: all(document, '.djs-overlays')
        .filter((overlay) => overlay.querySelector('.count-pill') !== null)
        .map(
          (overlay) =>
            `${overlay.getAttribute('data-container-id')} ${all(overlay, '.count-pill')
              .map((pill) => text(pill))
              .join(' ')}`,
        )
        .toSorted(),
      open: all(document, '.open-parts-group')
        .flatMap((group) => {
          const title = text(group.querySelector('h3')).replace(/ \(\d+\)$/, '');
          if (!groups.includes(title)) return [];
          return all(group, 'li > button').map((button) => `${title} ${text(button)}`);
        })
        .toSorted(),
    };
  });
}

async function lastPosition(): Promise<number> {
  const response = await fetch(`${server.rest}/waggle/v1/process-instances/${key}/records?form=encoded&limit=10000`);
  expect(response.status).toBe(200);
  return readRecordLines((await response.text()).trimEnd().split('\n').at(-1)!).records[0]!.position;
}

async function search(path: string, filter: object, query = ''): Promise<readonly Item[]> {
  const { items } = await rest.post(`/v2${path}/search${query}`, { filter, page: { limit: 1_000 } });
  return items as readonly Item[];
}
