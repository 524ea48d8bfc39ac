/** What a server says of an instance while it runs, against what a replay of its records says of the same moments later. */
import {
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  endEvent,
  eventSubProcess,
  eventSubProcessStart,
  flow,
  input,
  io,
  message,
  messageEvent,
  multiInstance,
  parallelGateway,
  Random,
  serviceTask,
  startEvent,
  timerEvent,
  userTask,
} from '@waggle/engine/test';
import { type ElementNode, type MomentState, openReplay, readRecordLines } from '@waggle/web/replay';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServerProcess } from '../server-process.ts';

const MOMENTS = 20;

const inner = bpmn(
  { id: 'inner' },
  startEvent(),
  serviceTask('within', { type: 'job' }),
  endEvent(),
  flow('start', 'within'),
  flow('within', 'end'),
);

/** Something of everything, side by side, so that steps can come in any order. */
const outer = bpmn(
  { id: 'outer', definitions: message('reply', 'reply', '=id') + message('extra', 'extra', '=id') },
  startEvent(),
  parallelGateway('fork'),
  multiInstance(serviceTask('each', { type: 'job', io: io(input('=item', 'mine')) }), {
    inputCollection: '=[1, 2, 3]',
    inputElement: 'item',
    outputCollection: 'collected',
    outputElement: '=item',
  }),
  catchEvent('answer', messageEvent('reply')),
  userTask('approve', { assignment: 'candidateGroups="sales"' }),
  boundaryEvent('late', 'approve', timerEvent('timeCycle', 'R3/PT0.3S'), { interrupting: false }),
  serviceTask('remind', { type: 'job' }),
  callActivity('call', 'inner'),
  serviceTask('strict', { type: 'job', io: io(input('=needed.value', 'value')) }),
  parallelGateway('join'),
  userTask('last'),
  endEvent(),
  eventSubProcess(
    'aside',
    eventSubProcessStart('noted', messageEvent('extra'), { interrupting: false }),
    serviceTask('note', { type: 'job' }),
    flow('noted', 'note'),
  ),
  flow('start', 'fork'),
  ...['each', 'answer', 'approve', 'call', 'strict'].flatMap((id) => [flow('fork', id), flow(id, 'join')]),
  flow('late', 'remind'),
  flow('join', 'last'),
  flow('last', 'end'),
);

interface Item {
  readonly [name: string]: unknown;
}

let server: ServerProcess;
let key = '';

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--partitions', '2'] });
  const form = new FormData();
  form.append('resources', new File([inner], 'inner.bpmn'));
  form.append('resources', new File([outer], 'outer.bpmn'));
  const response = await fetch(`${server.rest}/v2/deployments`, { method: 'POST', body: form });
  expect(response.status, await response.clone().text()).toBe(200);
});

afterAll(() => server?.stop());

test('should give every moment as the server told it when it was', async () => {
  // given
  const seed = Number(process.env.WAGGLE_SEED ?? Date.now() % 100_000);
  const random = new Random(seed);
  const created = await send('POST', '/process-instances', {
    processDefinitionId: 'outer',
    variables: { id: `${seed}` },
  });
  key = String(created.processInstanceKey);
  const told: Told[] = [await look()];

  // when
  while (told.length < MOMENTS) {
    for (let steps = random.between(1, 4); steps > 0; steps--) await work(random);
    told.push(await look());
  }
  const [last] = await search('/user-tasks', { processInstanceKey: key, elementId: 'last' });
  if (last === undefined) await send('POST', `/process-instances/${key}/cancellation`, {});
  else await send('POST', `/user-tasks/${last.userTaskKey}/completion`, {});
  told.push(await look());

  // then
  const replay = openReplay({ processInstanceKey: key, ...readRecordLines((await records()).join('\n')) });
  expect(replay.problems).toEqual([]);
  const shuffled = told.map((each) => ({ each, place: random.next() })).sort((left, right) => left.place - right.place);
  for (const { each } of shuffled) {
    const moment = replay.at(replay.indexOf(each.position));
    expect(seenAt(moment), `seed ${seed}, position ${each.position}`).toEqual(comparable(each));
  }
}, 120_000);

/** Everything a server tells of an instance at one position of the log. */
interface Told {
  readonly position: number;
  readonly instance: Item;
  readonly elements: readonly Item[];
  readonly variables: readonly Item[];
  readonly incidents: readonly Item[];
  readonly jobs: readonly Item[];
  readonly userTasks: readonly Item[];
  readonly flows: readonly Item[];
  readonly statistics: readonly Item[];
}

/** Looks again when something happened meanwhile: timers fire when they want. */
async function look(): Promise<Told> {
  for (;;) {
    const position = await lastPosition();
    const filter = { processInstanceKey: key };
    const told = {
      position,
      instance: await send('GET', `/process-instances/${key}`),
      elements: await search('/element-instances', filter),
      variables: await search('/variables', filter, '?truncateValues=false'),
      incidents: await search('/incidents', filter),
      jobs: await search('/jobs', filter),
      userTasks: await search('/user-tasks', filter),
      flows: (await send('GET', `/process-instances/${key}/sequence-flows`)).items as readonly Item[],
      statistics: (await send('GET', `/process-instances/${key}/statistics/element-instances`))
        .items as readonly Item[],
    };
    if ((await lastPosition()) === position) return told;
  }
}

async function records(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let after: string | null = '0'; after !== null; ) {
    const response: Response = await fetch(
      `${server.rest}/waggle/v1/process-instances/${key}/records?form=encoded&limit=100&after=${after}`,
    );
    expect(response.status).toBe(200);
    lines.push(...(await response.text()).split('\n').filter(Boolean));
    after = response.headers.get('waggle-next-position');
  }
  return lines;
}

async function lastPosition(): Promise<number> {
  return readRecordLines((await records()).at(-1)!).records[0]!.position;
}

/** What the server told, in the shape of what a replay shows. */
function comparable({ instance, elements, variables, incidents, jobs, userTasks, flows, statistics }: Told): unknown {
  const loops = elements
    .filter(({ state, type }) => state === 'ACTIVE' && type === 'MULTI_INSTANCE_BODY')
    .map(({ elementInstanceKey }) => elementInstanceKey);
  return {
    state: instance.state,
    elements: sorted(
      elements.map(({ elementInstanceKey, elementId, type, state }) => [elementInstanceKey, elementId, type, state]),
    ),
    variables: sorted(
      variables
        // Until the loop is done, searches know the list as it began; a replay shows what is in it.
        .filter(({ name, scopeKey }) => name !== 'collected' || !loops.includes(scopeKey))
        .map(({ scopeKey, name, value }) => [scopeKey, name, value]),
    ),
    incidents: sorted(
      incidents
        .filter(({ state }) => state === 'ACTIVE')
        .map(({ incidentKey, elementId, errorType, errorMessage }) => [
          incidentKey,
          elementId,
          errorType,
          errorMessage,
        ]),
    ),
    jobs: sorted(
      jobs
        .filter(({ state }) => !['COMPLETED', 'CANCELED'].includes(String(state)))
        .map(({ jobKey, elementId, retries, worker }) => [jobKey, elementId, retries, worker]),
    ),
    userTasks: sorted(
      userTasks
        .filter(({ state }) => !['COMPLETED', 'CANCELED'].includes(String(state)))
        .map(({ userTaskKey, elementId, assignee }) => [userTaskKey, elementId, assignee ?? '']),
    ),
    flows: sorted([...new Set(flows.map(({ elementId }) => [elementId]))]),
    statistics: sorted(
      statistics.map(({ elementId, active, incidents: stuck, completed, canceled }) => [
        elementId,
        Number(active) + Number(stuck),
        completed,
        canceled,
      ]),
    ),
  };
}

function seenAt(moment: MomentState): unknown {
  const nodes = moment.root === undefined ? [] : withInner(moment, moment.root);
  const inner = nodes.filter(({ key: each }) => each !== key);
  const counts = [...moment.elementCounts].filter(([elementId]) => elementId !== 'outer');
  return {
    state: moment.root?.state,
    elements: sorted(inner.map((node) => [node.key, node.elementId, node.elementType, node.state])),
    variables: sorted(
      nodes.flatMap((node) =>
        moment
          .variables(node.key)
          .filter(
            ({ name }) => name !== 'collected' || node.state !== 'ACTIVE' || node.elementType !== 'MULTI_INSTANCE_BODY',
          )
          .map(({ scopeKey, name, value }) => [scopeKey, name, value]),
      ),
    ),
    incidents: sorted(moment.incidents.map((each) => [each.key, each.elementId, each.errorType, each.message])),
    jobs: sorted(moment.jobs.map((job) => [job.key, job.elementId, job.retries, job.worker])),
    userTasks: sorted(moment.userTasks.map((task) => [task.key, task.elementId, task.assignee])),
    flows: sorted([...moment.takenFlows.keys()].map((flowId) => [flowId])),
    statistics: sorted(
      counts.map(([elementId, { active, completed, terminated }]) => [elementId, active, completed, terminated]),
    ),
  };
}

function withInner(moment: MomentState, node: ElementNode): readonly ElementNode[] {
  return [node, ...moment.children(node.key).flatMap((child) => withInner(moment, child))];
}

function sorted(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** One thing that a worker, a user, an operator or time does. */
async function work(random: Random): Promise<void> {
  const filter = { processInstanceKey: key };
  const action = random.pick(['job', 'job', 'job', 'fail', 'mend', 'publish', 'extra', 'user', 'variable', 'wait']);
  switch (action) {
    case 'job':
    case 'fail': {
      const { jobs } = await send('POST', '/jobs/activation', {
        type: 'job',
        worker: `worker-${random.below(3)}`,
        timeout: 600_000,
        maxJobsToActivate: 1,
        // Nobody else makes jobs, so waiting for some is in vain.
        requestTimeout: -1,
      });
      for (const { jobKey } of jobs as readonly Item[]) {
        if (action === 'fail') await send('POST', `/jobs/${jobKey}/failure`, { retries: 0, errorMessage: 'broken' });
        // Some stay with their worker for a look or two.
        else if (random.chance(0.8))
          await send('POST', `/jobs/${jobKey}/completion`, { variables: { n: random.below(9) } });
      }
      break;
    }
    case 'mend':
      for (const { incidentKey, jobKey, elementId } of await search('/incidents', { ...filter, state: 'ACTIVE' })) {
        if (elementId === 'strict') await setVariables({ needed: { value: random.below(9) } });
        if (typeof jobKey === 'string') await send('PATCH', `/jobs/${jobKey}`, { changeset: { retries: 2 } });
        await send('POST', `/incidents/${incidentKey}/resolution`);
      }
      for (const { jobKey } of await search('/jobs', { ...filter, state: 'CREATED' })) {
        if (random.chance(0.5)) await send('POST', `/jobs/${jobKey}/completion`, {}, [204, 404, 409]);
      }
      break;
    case 'publish':
    case 'extra': {
      const { id } = Object.fromEntries(
        (await search('/variables', { ...filter, name: 'id' })).map((each) => ['id', each.value]),
      );
      await send('POST', '/messages/publication', {
        name: action === 'publish' ? 'reply' : 'extra',
        correlationKey: JSON.parse(String(id)),
        variables: { said: random.below(9) },
      });
      // It may have to reach another partition.
      await new Promise((resolve) => setTimeout(resolve, 50));
      break;
    }
    case 'user':
      for (const { userTaskKey, elementId } of await search('/user-tasks', { ...filter, state: 'CREATED' })) {
        if (elementId === 'last') continue;
        if (random.chance(0.5)) await send('POST', `/user-tasks/${userTaskKey}/assignment`, { assignee: 'ann' });
        else if (random.chance(0.3))
          await send('POST', `/user-tasks/${userTaskKey}/completion`, { variables: { ok: true } });
      }
      break;
    case 'variable':
      await setVariables({ [`v${random.below(3)}`]: { text: `<b>${random.below(99)}</b>` } });
      break;
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function setVariables(variables: object): Promise<void> {
  await send('PUT', `/element-instances/${key}/variables`, { variables }, [204, 404, 409]);
}

async function search(path: string, filter: object, query = ''): Promise<readonly Item[]> {
  const { items } = await send('POST', `${path}/search${query}`, { filter, page: { limit: 1_000 } });
  return items as readonly Item[];
}

async function send(method: string, path: string, body?: object, expected = [200, 201, 204]): Promise<Item> {
  const response = await fetch(`${server.rest}/v2${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  expect(expected, `${method} ${path}: ${response.status} ${text}`).toContain(response.status);
  return text === '' ? {} : JSON.parse(text);
}
