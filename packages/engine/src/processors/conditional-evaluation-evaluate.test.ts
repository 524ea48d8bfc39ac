import { type ConditionalEvaluationValue, ConditionalSubscriptionIntent, type Key, ValueType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, conditionalEvent, flow, serviceTask, startEvent } from '../../test/bpmn.ts';
import { startEngine } from '../../test/invariants.ts';
import { rejectionOf } from '../../test/outcome.ts';
import type { Answer } from '../../test/test-engine.ts';

function started(answer: Answer | undefined): readonly Key[] {
  const value = answer?.record.value as ConditionalEvaluationValue | undefined;
  return value?.startedProcessInstances.map(({ processInstanceKey }) => processInstanceKey) ?? [];
}

const two = (limit: number): string =>
  bpmn(
    { id: 'p' },
    startEvent('high', conditionalEvent(`=x > ${limit}`)),
    startEvent('even', conditionalEvent('=even(x)')),
    serviceTask('task'),
    flow('high', 'task'),
    flow('even', 'task'),
  );

describe('CONDITIONAL_EVALUATION EVALUATE', () => {
  it('should start an instance for every start event whose condition holds', () => {
    // given
    const engine = startEngine();
    engine.deploy(two(10));

    // when
    const both = started(engine.evaluateConditions({ x: 12, y: 'kept' }));
    const one = started(engine.evaluateConditions({ x: 11 }));
    const none = started(engine.evaluateConditions({ x: 9 }));

    // then
    expect([both.length, one.length, none.length]).toEqual([2, 1, 0]);
    expect(engine.variables(both[0]!)).toEqual({ x: 12, y: 'kept' });
    expect(engine.completed(one[0]!)).toEqual(['high']);
  });

  it('should ask the latest versions, unless a definition is named', () => {
    // given
    const engine = startEngine();
    const first = engine.deploy(two(10)).processesMetadata[0]!.processDefinitionKey;
    engine.deploy(two(100));

    // when
    const latest = started(engine.evaluateConditions({ x: 11 }));
    const named = started(engine.evaluateConditions({ x: 11 }, first));

    // then
    expect(latest).toEqual([]);
    expect(named).toHaveLength(1);
    expect(engine.events(ValueType.CONDITIONAL_SUBSCRIPTION, ConditionalSubscriptionIntent.DELETED)).toHaveLength(2);
  });

  it('should skip start events that are limited to other variables', () => {
    // given
    const engine = startEngine();
    engine.deploy(
      bpmn(
        { id: 'p' },
        startEvent('on', conditionalEvent('=x = 1', 'variableNames="y"')),
        serviceTask('task'),
        flow('on', 'task'),
      ),
    );

    // when
    const without = started(engine.evaluateConditions({ x: 1 }));
    const with_ = started(engine.evaluateConditions({ x: 1, y: 0 }));

    // then
    expect([without.length, with_.length]).toEqual([0, 1]);
  });

  it('should refuse an unknown definition and variables that are no object', () => {
    // given
    const engine = startEngine();

    // when
    const unknown = engine.evaluateConditions({}, 7n as Key);
    const list = engine.evaluateConditions([]);

    // then
    expect(rejectionOf(unknown)).toMatch('NOT_FOUND');
    expect(rejectionOf(list)).toMatch('INVALID_ARGUMENT');
  });
});
