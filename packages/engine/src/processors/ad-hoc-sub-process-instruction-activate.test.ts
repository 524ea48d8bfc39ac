import { AdHocSubProcessInstructionIntent, type Key, ProcessInstanceIntent, RejectionType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { deployTools, ended, instruct, listed, start } from '../../test/ad-hoc-tools.ts';
import { input, io } from '../../test/bpmn.ts';

const { ELEMENT_TERMINATED } = ProcessInstanceIntent;

describe('AD_HOC_SUB_PROCESS_INSTRUCTION ACTIVATE', () => {
  it('should start them with variables of their own', () => {
    // given
    const engine = deployTools({});
    const instance = engine.create('p');
    // when
    const answer = start(engine, [], {
      activateElements: [
        { elementId: 'a', variables: '{"city":"Berlin"}' },
        { elementId: 'b', variables: '{}' },
      ],
    });
    // then
    expect(answer?.record.intent).toBe(AdHocSubProcessInstructionIntent.ACTIVATED);
    const [job] = engine.activate('a');
    expect(JSON.parse(job!.variables)).toMatchObject({ city: 'Berlin' });
    expect(engine.variables(instance)).toEqual({});
    engine.cancel(instance);
  });

  it('should end what is active when asked to', () => {
    // given
    const engine = deployTools(listed);
    const instance = engine.create('p', { wanted: ['a', 'b'] });
    // when
    start(engine, ['c'], { isCancelRemainingInstances: true });
    // then
    expect(ended(engine, ELEMENT_TERMINATED)).toEqual(['a', 'tools#innerInstance', 'b', 'tools#innerInstance']);
    engine.completeJobs('c', 'd');
    expect(engine.isCompleted(instance)).toBe(true);
  });

  it.each([
    [['a', 'nobody'], RejectionType.NOT_FOUND, 'the given elements [nobody] do not exist'],
    [['a', 'a'], RejectionType.INVALID_ARGUMENT, 'but duplicate activities were given'],
  ])('should start nothing when %j is asked for', (elementIds, rejectionType, reason) => {
    // given
    const engine = deployTools({});
    engine.create('p');
    // when
    const answer = start(engine, elementIds);
    // then
    expect(answer?.record).toMatchObject({ rejectionType });
    expect(answer?.record.rejectionReason).toContain(reason);
    expect(engine.living()).toEqual(['p', 'tools']);
  });

  it('should refuse variables that are no object', () => {
    // given
    const engine = deployTools({});
    engine.create('p');
    // when
    const answer = start(engine, [], { activateElements: [{ elementId: 'a', variables: '[1]' }] });
    // then
    expect(answer?.record).toMatchObject({ rejectionType: RejectionType.INVALID_ARGUMENT });
  });

  it('should refuse what is no ad-hoc sub-process, or not active', () => {
    // given
    const engine = deployTools({ ...listed, extensions: io(input('=assert(ready, ready)', 'x')) });
    const instance = engine.create('p', { ready: false });
    const { ACTIVATE } = AdHocSubProcessInstructionIntent;
    const outcome = (key: Key) => instruct(engine, ACTIVATE, key, {})?.record.rejectionType;
    // when, then
    expect(outcome(1n as Key)).toBe(RejectionType.NOT_FOUND);
    expect(outcome(instance)).toBe(RejectionType.NOT_FOUND);
    expect(outcome(engine.keyOf('tools'))).toBe(RejectionType.INVALID_STATE);
  });
});
