import { bpmn, element, endEvent, flow } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { deleteResource } from '../../test/delete-resource.ts';
import { startReadSide } from '../../test/read-side.ts';

const file = (name: string, content: object) => ({ name, xml: JSON.stringify(content) });
const orderForm = (label: string, versionTag?: string) =>
  file('order.form', { id: 'order-form', type: 'default', components: [{ label }], versionTag });

const startedWith = (binding: string) =>
  bpmn(
    { id: 'order' },
    element('startEvent', 'start', { extensions: `<zeebe:formDefinition formId="order-form" ${binding}/>` }),
    endEvent(),
    flow('start', 'end'),
  );

test('should show a form by its key, also when it was deleted', async () => {
  // given
  const { engine, get } = await startReadSide();
  const { formsMetadata } = engine.deploy(orderForm('first'));
  const formKey = formsMetadata[0]!.resourceKey;

  // when
  deleteResource(engine, formKey);

  // then
  expect(await get('Form', formKey)).toEqual({
    tenantId: '<default>',
    formId: 'order-form',
    schema: orderForm('first').xml,
    version: 1,
    formKey: String(formKey),
  });
  expect(await get('Form', 1n)).toBeUndefined();
});

test.each([
  { binding: '', version: 2 },
  { binding: 'bindingType="latest"', version: 2 },
  { binding: 'bindingType="deployment"', version: 1 },
  { binding: 'bindingType="versionTag" versionTag="stable"', version: 1 },
])('should choose version $version of the start form when it is bound by "$binding"', async ({ binding, version }) => {
  // given
  const { engine, query, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(startedWith(binding), orderForm('first', 'stable'));
  const { processDefinitionKey } = processesMetadata[0]!;

  // when
  engine.deploy(orderForm('second'));

  // then
  expect(await query('startForm', { processDefinitionKey: String(processDefinitionKey) })).toMatchObject({
    formId: 'order-form',
    version,
  });
  expect(await search('ProcessDefinition')).toMatchObject([{ hasStartForm: true }]);
});

test('should tell a process without a start form from none', async () => {
  // given
  const { engine, query, search } = await startReadSide();
  const { processesMetadata } = engine.deploy(
    bpmn({ id: 'plain' }, element('startEvent', 'start'), endEvent(), flow('start', 'end')),
  );

  // when
  const processDefinitionKey = String(processesMetadata[0]!.processDefinitionKey);

  // then
  expect(await query('startForm', { processDefinitionKey })).toBeNull();
  expect(await query('startForm', { processDefinitionKey: '1' })).toBeUndefined();
  expect(await search('ProcessDefinition')).toMatchObject([{ hasStartForm: false }]);
});
