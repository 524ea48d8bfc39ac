import { DEFAULT_TENANT_ID, HistoryDeletionIntent, type Key, ValueType } from '@waggle/protocol';
import { expect, it } from 'vitest';
import { bpmn, endEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { TestEngine } from '../../test/test-engine.ts';

const remove = (engine: TestEngine, resourceKey: Key) =>
  engine.send(ValueType.HISTORY_DELETION, HistoryDeletionIntent.DELETE, {
    resourceKey,
    resourceType: 'PROCESS_INSTANCE',
    processId: 'p',
    tenantId: DEFAULT_TENANT_ID,
  });

it('should let the history of an instance go once it has ended, not before', () => {
  // given
  const engine = startEngine();
  engine.deploy(
    bpmn({ id: 'p' }, startEvent(), serviceTask('task'), endEvent(), flow('start', 'task'), flow('task', 'end')),
  );
  const instanceKey = engine.create('p');

  // when
  const early = remove(engine, instanceKey);
  engine.completeJob('task');
  const late = remove(engine, instanceKey);

  // then
  expect(rejectionOf(early)).toBe(
    `INVALID_STATE: Expected to delete history for process instance with key '${instanceKey}', but it is still active.`,
  );
  expect(late?.record).toMatchObject({ intent: HistoryDeletionIntent.DELETED, key: instanceKey });
});
