import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const order = bpmn(
  { id: 'order' },
  startEvent(),
  serviceTask('pack'),
  serviceTask('send'),
  endEvent(),
  flow('start', 'pack'),
  flow('pack', 'send'),
  flow('send', 'end'),
);

/**
 * `sending` waits at the second task, `retrying` failed at the first and is tried again, `stuck` is not; `mended` was stuck
 * and is at the first task again.
 */
async function startOrders() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(order);
  const sending = engine.create('order');
  engine.completeJob('pack');
  const create = (retries: number, errorMessage: string) => {
    const key = engine.create('order');
    const [job] = engine.activate('pack', 1);
    engine.job(JobIntent.FAIL, job!.jobKey, { retries, errorMessage });
    return { key, jobKey: job!.jobKey };
  };
  const stuck = create(0, 'No paper');
  const mended = create(0, 'No ink');
  engine.job(JobIntent.UPDATE, mended.jobKey, { retries: 1, changedAttributes: ['retries'] });
  engine.resolve(engine.incidents()[1]!.key);
  engine.activate('pack', 1);
  const retrying = create(2, 'No time');
  const names = new Map(
    Object.entries({ sending, retrying: retrying.key, stuck: stuck.key, mended: mended.key }).map(([name, key]) => [
      String(key),
      name,
    ]),
  );
  const named = async (filter: object) =>
    (await waggle.search('ProcessInstance', { filter: { ...filter } }))
      .map(({ processInstanceKey }) => names.get(processInstanceKey))
      .sort();
  return { ...waggle, named };
}

test('should find instances by the elements they have reached', async () => {
  // given
  const { named } = await startOrders();

  // then
  expect(await named({ elementId: 'send' })).toEqual(['sending']);
  expect(await named({ elementId: 'pack' })).toEqual(['mended', 'retrying', 'sending', 'stuck']);
  expect(await named({ elementId: 'pack', elementInstanceState: 'ACTIVE' })).toEqual(['mended', 'retrying', 'stuck']);
  expect(await named({ elementInstanceState: 'COMPLETED', elementId: { $in: ['pack', 'send'] } })).toEqual(['sending']);
  expect(await named({ elementId: { $like: 'pa*' }, elementInstanceState: { $neq: 'COMPLETED' } })).toEqual([
    'mended',
    'retrying',
    'stuck',
  ]);
  expect(await named({ elementId: 'pack', hasElementInstanceIncident: true })).toEqual(['stuck']);
  expect(await named({ elementId: 'send', hasElementInstanceIncident: true })).toEqual([]);
  expect(await named({ elementInstanceState: 'TERMINATED' })).toEqual([]);
});

test('should find instances by the errors of their active incidents', async () => {
  // given
  const { named, statistics } = await startOrders();
  const [{ errorHashCode }] = await statistics('IncidentProcessInstanceStatisticsByError');

  // then
  expect(await named({ errorMessage: 'No paper' })).toEqual(['stuck']);
  expect(await named({ errorMessage: { $like: 'No*' } })).toEqual(['stuck']);
  expect(await named({ errorMessage: { $exists: false } })).toEqual(['mended', 'retrying', 'sending']);
  expect(await named({ errorMessage: { $neq: 'No paper' } })).toEqual(['mended', 'retrying', 'sending']);
  expect(await named({ incidentErrorHashCode: errorHashCode })).toEqual(['stuck']);
  expect(await named({ incidentErrorHashCode: { $gt: errorHashCode } })).toEqual([]);
});

test('should find instances by whether their failed jobs are tried again', async () => {
  // given
  const { named } = await startOrders();

  // then
  expect(await named({ hasRetriesLeft: true })).toEqual(['retrying']);
  expect(await named({ hasRetriesLeft: false })).toEqual(['stuck']);
});

test('should find instances by alternatives about several of these', async () => {
  // given
  const { named } = await startOrders();

  // then
  const alternatives = [
    { elementId: 'send', elementInstanceState: 'ACTIVE' },
    { hasRetriesLeft: true },
    { errorMessage: 'No ink' },
  ];
  expect(await named({ $or: alternatives })).toEqual(['retrying', 'sending']);
  expect(await named({ $or: alternatives, elementId: 'pack', elementInstanceState: 'ACTIVE' })).toEqual(['retrying']);
});
