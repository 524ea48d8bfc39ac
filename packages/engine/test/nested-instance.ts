/** An instance with a task in a sub-process and a join that waits, and commands to its elements. */
import { type Key, type ProcessInstanceValue, ValueType } from '@waggle/protocol';
import { bpmn, flow, parallelGateway, serviceTask, startEvent, subProcess } from './bpmn.ts';
import { startEngine } from './invariants.ts';
import type { TestEngine } from './test-engine.ts';

export function nestedInstance(options: Parameters<typeof startEngine>[0] = {}) {
  const engine = startEngine(options);
  engine.deploy(
    bpmn(
      { id: 'p' },
      startEvent(),
      subProcess('sub', startEvent('s'), serviceTask('task'), flow('s', 'task')),
      parallelGateway('join'),
      flow('start', 'sub'),
      flow('start', 'join'),
      flow('sub', 'join'),
    ),
  );
  const instance = engine.create('p');
  return { engine, instance };
}

/** Sends a command to an element, as the engine would to itself. */
export function elementCommand(engine: TestEngine, intent: number, key: Key, value?: Partial<ProcessInstanceValue>) {
  const base = engine.events(ValueType.PROCESS_INSTANCE).find((record) => record.key === key)?.value;
  const fallback = engine.events(ValueType.PROCESS_INSTANCE)[0]!.value;
  return engine.send(ValueType.PROCESS_INSTANCE, intent, { ...(base ?? fallback), ...value }, key);
}
