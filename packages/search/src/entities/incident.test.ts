import { bpmn, callActivity, element, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { JobIntent } from '@waggle/protocol';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const failing = bpmn(
  { id: 'failing' },
  startEvent(),
  element('subProcess', 'inner', {
    body: `${startEvent('inside')}${serviceTask('work')}${flow('inside', 'work')}`,
  }),
  flow('start', 'inner'),
);
const caller = bpmn({ id: 'caller' }, startEvent(), callActivity('call', 'failing'), flow('start', 'call'));

async function startWithIncident() {
  const waggle = await startReadSide();
  const { engine } = waggle;
  engine.deploy(failing, caller);
  const key = engine.create('caller');
  const [job] = engine.activate('work');
  const fail = () => engine.job(JobIntent.FAIL, job!.jobKey, { retries: 0, errorMessage: 'No paper' });
  fail();
  return { ...waggle, callerKey: key, key: String(key), jobKey: job!.jobKey, fail };
}

test('should show an incident with everything a client asks for', async () => {
  // given
  const { engine, search, get, key, jobKey } = await startWithIncident();
  const [{ key: incidentKey, value }] = engine.incidents() as [ReturnType<typeof engine.incidents>[number]];

  // when
  const incidents = await search('Incident');

  // then
  expect(incidents).toEqual([
    {
      incidentKey: String(incidentKey),
      processDefinitionKey: String(value.processDefinitionKey),
      processDefinitionId: 'failing',
      processInstanceKey: String(value.processInstanceKey),
      rootProcessInstanceKey: key,
      errorType: 'JOB_NO_RETRIES',
      errorMessage: 'No paper',
      elementId: 'work',
      elementInstanceKey: String(value.elementInstanceKey),
      creationTime: new Date(engine.nowMs).toISOString(),
      state: 'ACTIVE',
      jobKey: String(jobKey),
      tenantId: '<default>',
    },
  ]);
  expect(await get('Incident', incidentKey)).toEqual(incidents[0]);
});

test('should tell every instance and element above an incident until it is resolved', async () => {
  // given
  const { engine, search, key, jobKey } = await startWithIncident();
  const withIncident = async () => [
    ...(await search('ProcessInstance', { filter: { hasIncident: true } })).map((each) => each.processDefinitionId),
    ...(await search('ElementInstance', { filter: { hasIncident: true } })).map((each) => each.elementId),
  ];
  expect(await withIncident()).toEqual(['caller', 'failing', 'call', 'inner', 'work']);

  // when
  engine.job(JobIntent.UPDATE, jobKey, { retries: 1, changedAttributes: ['retries'] });
  engine.resolve(engine.incidents()[0]!.key);

  // then
  expect(await withIncident()).toEqual([]);
  expect(await search('Incident', {}, { scopeKey: key })).toMatchObject([{ state: 'RESOLVED' }]);
  expect(await search('ElementInstance', { filter: { elementId: 'work' } })).toMatchObject([{ incidentKey: null }]);
});

test('should tell of the next incident of the same element', async () => {
  // given
  const { engine, search, jobKey, fail } = await startWithIncident();
  engine.job(JobIntent.UPDATE, jobKey, { retries: 1, changedAttributes: ['retries'] });
  engine.resolve(engine.incidents()[0]!.key);

  // when
  engine.activate('work');
  fail();

  // then
  const [active] = await search('Incident', { filter: { state: 'ACTIVE' } });
  expect(await search('ElementInstance', { filter: { elementId: 'work' } })).toMatchObject([
    { hasIncident: true, incidentKey: active.incidentKey },
  ]);
});

test('should resolve incidents of what is canceled', async () => {
  // given
  const { engine, search, callerKey } = await startWithIncident();

  // when
  engine.cancel(callerKey);

  // then
  expect(await search('Incident')).toMatchObject([{ state: 'RESOLVED' }]);
  expect(await search('ProcessInstance', { filter: { hasIncident: true } })).toEqual([]);
  expect(await search('ElementInstance', { filter: { hasIncident: true } })).toEqual([]);
});

test('should find incidents of an instance, of those it called and of an element', async () => {
  // given
  const { engine, search, key } = await startWithIncident();
  engine.deploy(bpmn({ id: 'other' }, startEvent(), serviceTask('x', { retries: '=1/0' }), flow('start', 'x')));
  const other = engine.create('other');
  const [call] = await search('ElementInstance', { filter: { elementId: 'call' } });
  const [begin] = await search('ElementInstance', { filter: { processInstanceKey: key, elementId: 'start' } });

  // when
  const within = async (scopeKey: unknown) =>
    (await search('Incident', {}, { scopeKey: String(scopeKey) })).map(({ elementId }) => elementId);

  // then
  expect(await within(key)).toEqual(['work']);
  expect(await within(other)).toEqual(['x']);
  expect(await within(call.elementInstanceKey)).toEqual(['work']);
  expect(await within(begin.elementInstanceKey)).toEqual([]);
});
