import { AdHocSubProcessInstructionIntent, type Key, ProcessInstanceIntent, RejectionType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { deployTools, ended, instruct, listed } from '../../test/ad-hoc-tools.ts';
import { input, io } from '../../test/bpmn.ts';

const { COMPLETE, COMPLETED } = AdHocSubProcessInstructionIntent;
const { ELEMENT_TERMINATED } = ProcessInstanceIntent;

describe('AD_HOC_SUB_PROCESS_INSTRUCTION COMPLETE', () => {
  it('should let the sub-process complete when nothing is active', () => {
    // given
    const engine = deployTools({});
    const instance = engine.create('p');
    // when
    const answer = instruct(engine, COMPLETE, engine.keyOf('tools'), {});
    // then
    expect(answer?.record.intent).toBe(COMPLETED);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should wait for what is active', () => {
    // given
    const engine = deployTools({ ...listed, completionCondition: '=false' });
    const instance = engine.create('p', { wanted: ['a', 'b'] });
    // when
    instruct(engine, COMPLETE, engine.keyOf('tools'), {});
    engine.completeJob('a');
    expect(engine.isCompleted(instance)).toBe(false);
    engine.completeJob('b');
    // then
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should end what is active when asked to', () => {
    // given
    const engine = deployTools(listed);
    const instance = engine.create('p', { wanted: ['a'] });
    // when
    instruct(engine, COMPLETE, engine.keyOf('tools'), { isCancelRemainingInstances: true });
    // then
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual(['a', 'tools#innerInstance']);
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it('should refuse what is no ad-hoc sub-process, or not active', () => {
    // given
    const engine = deployTools({ ...listed, extensions: io(input('=assert(ready, ready)', 'x')) });
    const instance = engine.create('p', { ready: false });
    const outcome = (key: Key) => instruct(engine, COMPLETE, key, {})?.record.rejectionType;
    // when, then
    expect(outcome(1n as Key)).toBe(RejectionType.NOT_FOUND);
    expect(outcome(instance)).toBe(RejectionType.INVALID_ARGUMENT);
    expect(outcome(engine.keyOf('tools'))).toBe(RejectionType.INVALID_STATE);
  });
});
