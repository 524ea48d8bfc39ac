/** How long after a click people see what they did. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { Rest } from '../../tests/web/rest.ts';
import { untilDrawn } from '../../tests/web/until-drawn.ts';
import type { MeasuredServer } from './servers.ts';

export interface ActionResult {
  readonly name: string;
  /** From the click until the result is on the screen; each time. */
  readonly ms: readonly number[];
}

interface Action {
  readonly name: string;
  /** Another thing each time. */
  path(rest: Rest, time: number): Promise<string>;
  /** Up to the click that counts. */
  prepare(page: Page): Promise<void>;
  /** Accessible name of the button. */
  readonly button: string;
  /** XPath of what is there then. */
  readonly shown: string;
}

const instance = async (rest: Rest, filter: object, at: number): Promise<string> => {
  const { items } = await rest.post('/v2/process-instances/search', {
    filter,
    sort: [{ field: 'processInstanceKey', order: 'ASC' }],
  });
  return `/operate/processes/${items[at].processInstanceKey}`;
};
const task = async (rest: Rest, filter: object, at: number): Promise<string> => {
  const { items } = await rest.post('/v2/user-tasks/search', {
    filter,
    sort: [{ field: 'creationDate', order: 'ASC' }],
  });
  return `/tasklist/${items[at].userTaskKey}`;
};
const buttonNamed = (name: string) => `//button[contains(normalize-space(.), "${name}")]`;

const actions: readonly Action[] = [
  {
    name: 'cancel an instance',
    path: (rest) => instance(rest, { processDefinitionId: 'order-process', state: 'ACTIVE', hasIncident: false }, 0),
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await page.getByRole('button', { name: 'Cancel the instance' }).waitFor();
    },
    button: 'Cancel the instance',
    shown: buttonNamed('Delete'),
  },
  {
    name: 'retry an incident',
    path: async (rest) =>
      `${await instance(rest, { processDefinitionId: 'order-process', state: 'ACTIVE', hasIncident: true }, 0)}?tab=incidents`,
    prepare: async (page) => {
      await page.locator('.details-pane').getByRole('button', { name: 'Retry', exact: true }).first().waitFor();
    },
    button: 'Retry',
    shown: '//*[contains(text(), "Incident retried")]',
  },
  {
    name: 'suspend an instance',
    path: (rest, time) =>
      instance(rest, { processDefinitionId: 'order-process', state: 'ACTIVE', hasIncident: false }, 5 + time),
    prepare: (page) => page.getByRole('button', { name: 'Suspend' }).waitFor(),
    button: 'Suspend',
    shown: buttonNamed('Resume'),
  },
  {
    name: 'assign a task to oneself',
    path: (rest) => task(rest, { state: 'CREATED', assignee: { $exists: false } }, 0),
    prepare: (page) => page.getByRole('button', { name: 'Assign to me' }).waitFor(),
    button: 'Assign to me',
    shown: buttonNamed('Unassign'),
  },
  {
    name: 'complete a task',
    path: (rest) => task(rest, { state: 'CREATED', assignee: 'bench', elementId: 'Done' }, 0),
    prepare: (page) => page.getByRole('button', { name: 'Complete task' }).waitFor(),
    button: 'Complete task',
    shown: '//*[contains(text(), "completed")]',
  },
];

const processWithTask = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://waggle/bench">
  <bpmn:process id="bench-task" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="Done" />
    <bpmn:userTask id="Done" name="Say that it is done">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition assignee="bench" /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="to-end" sourceRef="Done" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`;

export async function measureActions(
  browser: Browser,
  server: MeasuredServer,
  repetitions: number,
): Promise<readonly ActionResult[]> {
  const rest = new Rest(server.rest);
  await rest.deploy(processWithTask);
  for (let count = 0; count < repetitions; count += 1) await rest.start('bench-task');
  const isThere = async () => (await rest.search('/v2/user-tasks/search', { elementId: 'Done' })).length >= repetitions;
  while (!(await isThere())) await sleep(100);
  const context = await browser.newContext({
    baseURL: server.rest,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(() => localStorage.setItem('waggle.username', 'bench'));
  const results: ActionResult[] = [];
  for (const action of actions) {
    const ms: number[] = [];
    for (let time = 0; time < repetitions; time += 1) {
      const page = await context.newPage();
      await page.goto(await action.path(rest, time));
      await action.prepare(page);
      await untilDrawn(page);
      ms.push(await measureAction(page, action));
      await page.close();
    }
    results.push({ name: action.name, ms });
  }
  await context.close();
  return results;
}

/** By the page's own clock: what drives it from outside takes time, too. */
async function measureAction(page: Page, { button, shown }: Action): Promise<number> {
  const result = page.evaluate(
    (xpath) =>
      new Promise<number>((resolve) => {
        let startMs: number | undefined;
        const start = (): void => {
          startMs ??= performance.now();
        };
        addEventListener('click', start, { capture: true });
        const look = (): void => {
          const found = document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
          if (startMs !== undefined && found !== null) resolve(performance.now() - startMs);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    shown,
  );
  await page.getByRole('button', { name: button, exact: true }).first().click();
  return result;
}
