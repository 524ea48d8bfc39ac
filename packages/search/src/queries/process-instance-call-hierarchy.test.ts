import { bpmn, callActivity, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

test('should lead from the root to the instance', async () => {
  // given
  const { engine, query, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(
    bpmn({ id: 'root', name: 'The root' }, startEvent(), callActivity('call', 'middle'), flow('start', 'call')),
    bpmn({ id: 'middle' }, startEvent(), callActivity('call', 'leaf'), flow('start', 'call')),
    bpmn({ id: 'leaf' }, startEvent(), serviceTask('work'), flow('start', 'work')),
  );
  engine.create('root');
  const instances = await search('ProcessInstance');

  // when
  const hierarchy = await query('processInstanceCallHierarchy', {
    processInstanceKey: instances.at(-1).processInstanceKey,
  });

  // then
  expect(hierarchy).toEqual(
    ['The root', 'middle', 'leaf'].map((processDefinitionName, index) => ({
      processInstanceKey: instances[index].processInstanceKey,
      processDefinitionKey: String(processesMetadata[index]!.processDefinitionKey),
      processDefinitionName,
    })),
  );
  expect(await query('processInstanceCallHierarchy', { processInstanceKey: '1' })).toBeUndefined();
});

test('should give the deployed file of a definition', async () => {
  // given
  const { engine, queryText } = await startReadSide();
  const xml = bpmn({ id: 'process', name: 'Grüße' }, startEvent());
  const { processDefinitionKey } = engine.deploy(xml).processesMetadata[0]!;

  // when
  const found = await queryText('processDefinitionXml', { processDefinitionKey: String(processDefinitionKey) });

  // then
  expect(found).toBe(xml);
});
