import { oneUserTask, userTaskKey } from '@waggle/engine/test';
import { expect, test } from 'vitest';
import { startReadSide } from '../../test/read-side.ts';

const form = { name: 'task.form', xml: JSON.stringify({ id: 'task-form', type: 'default', components: [] }) };

test('should tell the deployed form of a task', async () => {
  // given
  const { engine, query } = await startReadSide();
  const { formsMetadata } = engine.deploy(form);
  engine.deploy(oneUserTask({ form: 'formId="task-form"' }));
  engine.create('p');

  // when
  const found = await query('userTaskForm', { userTaskKey: String(userTaskKey(engine)) });

  // then
  expect(found).toEqual({
    tenantId: '<default>',
    formId: 'task-form',
    schema: form.xml,
    version: 1,
    formKey: String(formsMetadata[0]!.resourceKey),
  });
});

test('should tell a task without a form from a task that is not there', async () => {
  // given
  const { engine, query } = await startReadSide();
  engine.deploy(oneUserTask());
  engine.create('p');

  // when
  const found = await query('userTaskForm', { userTaskKey: String(userTaskKey(engine)) });

  // then
  expect(found).toBeNull();
  expect(await query('userTaskForm', { userTaskKey: '1' })).toBeUndefined();
});
