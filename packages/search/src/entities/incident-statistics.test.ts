import { bpmn, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const twoTasks = (id: string, name?: string) =>
  bpmn(
    { id, ...(name === undefined ? {} : { name }) },
    startEvent(),
    serviceTask('left'),
    serviceTask('right'),
    flow('start', 'left'),
    flow('start', 'right'),
  );

/** `named` twice without paper, at one of them twice; `other` once without paper and once without ink. */
async function startFailed() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  const { processesMetadata } = engine.deploy(twoTasks('named', 'With a name'), twoTasks('other'));
  const fail = (type: string, errorMessage: string) => {
    const [job] = engine.activate(type, 1);
    engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage });
  };
  engine.create('named');
  fail('left', 'No paper');
  fail('right', 'No paper');
  engine.create('named');
  fail('left', 'No paper');
  engine.create('other');
  fail('left', 'No paper');
  fail('right', 'No ink');
  const canceled = engine.create('other');
  fail('left', 'No time');
  engine.cancel(canceled);
  return { ...waggle, definitionKeys: processesMetadata.map((each) => String(each.processDefinitionKey)) };
}

test('should count instances by the messages of their active incidents', async () => {
  // given
  const { statistics } = await startFailed();

  // when
  const counts = await statistics(
    'IncidentProcessInstanceStatisticsByError',
    {},
    { sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }] },
  );

  // then
  expect(counts).toEqual([
    { errorHashCode: -748_518_771, errorMessage: 'No paper', activeInstancesWithErrorCount: 3 },
    { errorHashCode: -1_958_324_953, errorMessage: 'No ink', activeInstancesWithErrorCount: 1 },
  ]);
});

test('should count instances with one message by definition', async () => {
  // given
  const { statistics, definitionKeys } = await startFailed();
  const counts = await statistics('IncidentProcessInstanceStatisticsByError');
  const { errorHashCode } = counts.find(({ errorMessage }) => errorMessage === 'No paper');

  // when
  const byDefinition = await statistics(
    'IncidentProcessInstanceStatisticsByDefinition',
    { errorHashCode },
    { sort: [{ field: 'activeInstancesWithErrorCount', order: 'DESC' }], page: { from: 0, limit: 10 } },
  );

  // then
  expect(byDefinition).toEqual([
    {
      processDefinitionId: 'named',
      processDefinitionKey: definitionKeys[0],
      processDefinitionName: 'With a name',
      processDefinitionVersion: 1,
      tenantId: '<default>',
      activeInstancesWithErrorCount: 2,
    },
    {
      processDefinitionId: 'other',
      processDefinitionKey: definitionKeys[1],
      processDefinitionName: 'other',
      processDefinitionVersion: 1,
      tenantId: '<default>',
      activeInstancesWithErrorCount: 1,
    },
  ]);
});
