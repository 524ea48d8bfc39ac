import {
  DEFAULT_TENANT_ID,
  intentsByValueType,
  type Key,
  keyOf,
  type LogRecord,
  NO_KEY,
  ProcessIntent,
  type ProcessValue,
  RecordType,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import { createMemoryStateStore } from '@waggle/state';
import { describe, expect, it } from 'vitest';
import { createEngineState } from '../state/engine-state.ts';
import { applyEvent } from './applier-table.ts';

function event(valueType: ValueType, intent: number, key: Key, value: LogRecord['value']): LogRecord {
  return {
    position: 12,
    sourceRecordPosition: 11,
    key,
    timestamp: 0,
    recordType: RecordType.EVENT,
    valueType,
    intent,
    rejectionType: RejectionType.NULL_VAL,
    rejectionReason: '',
    recordVersion: 1,
    requestStreamId: -1,
    requestId: -1,
    operationReference: NO_KEY,
    batchOperationReference: NO_KEY,
    isProcessed: true,
    value,
  };
}

function definition(version: number, versionTag = ''): ProcessValue {
  return {
    bpmnProcessId: 'p',
    version,
    versionTag,
    processDefinitionKey: keyOf(1, BigInt(version)),
    deploymentKey: keyOf(1, BigInt(100 + version)),
    resourceName: 'p.bpmn',
    checksum: '',
    resource: new Uint8Array(),
    tenantId: DEFAULT_TENANT_ID,
  };
}

/** A state that folded the definitions in this order. */
function folded(...definitions: readonly ProcessValue[]) {
  const state = createEngineState(createMemoryStateStore());
  for (const value of definitions) {
    applyEvent(state, event(ValueType.PROCESS, ProcessIntent.CREATED, value.processDefinitionKey, value));
  }
  return state;
}

describe('applyEvent', () => {
  it('should stop at an event that a newer version wrote', () => {
    const state = createEngineState(createMemoryStateStore());
    const strange = event(ValueType.PROCESS, 99, NO_KEY, definition(1));
    expect(() => applyEvent(state, strange)).toThrow('Expected a known event, but position 12 holds 22/99');
  });

  it('should know no applier for a command', () => {
    const state = createEngineState(createMemoryStateStore());
    const { ACTIVATE_ELEMENT } = intentsByValueType[ValueType.PROCESS_INSTANCE];
    expect(() => applyEvent(state, event(ValueType.PROCESS_INSTANCE, ACTIVATE_ELEMENT, NO_KEY, definition(1)))).toThrow(
      'Expected a known event',
    );
  });
});

describe('PROCESS CREATED', () => {
  it('should make the highest version the latest, in whatever order they arrive', () => {
    for (const versions of [
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ]) {
      const state = folded(...versions.map((version) => definition(version, 'stable')));
      expect(state.latestProcesses.get('p')).toEqual({ processDefinitionKey: keyOf(1, 3n), version: 3 });
      expect(state.processVersionTags.get('p', 'stable')).toBe(keyOf(1, 3n));
      expect(state.processVersions.get('p', 2n)).toBe(keyOf(1, 2n));
    }
  });

  it('should let a version without a tag leave the tag with the older one', () => {
    const state = folded(definition(1, 'stable'), definition(2));
    expect(state.processVersionTags.get('p', 'stable')).toBe(keyOf(1, 1n));
    expect(state.processVersionTags.has('p', '')).toBe(false);
  });
});
