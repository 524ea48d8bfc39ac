import { bpmn, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

test('should tell the names that variables of a definition have had', async () => {
  // given
  const { engine, search } = await startReadSide();
  const process = (id: string) => bpmn({ id }, startEvent(), serviceTask('work'), flow('start', 'work'));
  const { processesMetadata } = engine.deploy(process('one'), process('other'));
  engine.create('one', { orderId: 1, amount: 2 });
  engine.create('one', { orderId: 3 });
  engine.completeJob('work', { paid: true });
  engine.create('other', { elsewhere: true, orderId: 4 });

  // when
  const names = async (filter = {}) =>
    (
      await search(
        'ProcessDefinitionVariableName',
        { filter },
        { processDefinitionKey: String(processesMetadata[0]!.processDefinitionKey) },
      )
    ).map(({ name }) => name);

  // then
  expect(await names()).toEqual(['amount', 'orderId', 'paid']);
  expect(await names({ name: { $like: '*r*' } })).toEqual(['orderId']);
});
