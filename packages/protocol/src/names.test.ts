import { describe, expect, it } from 'vitest';
import { BpmnElementType } from './bpmn-element-type.ts';
import { BpmnEventType } from './bpmn-event-type.ts';
import { IncidentErrorType } from './incident-error-type.ts';
import { intentsByValueType, JobIntent } from './intent.ts';
import {
  bpmnElementTypeName,
  bpmnEventTypeName,
  incidentErrorTypeName,
  intentName,
  recordTypeName,
  rejectionTypeName,
  valueTypeName,
} from './names.ts';
import { RecordType } from './record-type.ts';
import { RejectionType } from './rejection-type.ts';
import { ValueType } from './value-type.ts';

describe('names of wire codes', () => {
  it.each([
    ['value types', ValueType, valueTypeName],
    ['record types', RecordType, recordTypeName],
    ['rejection types', RejectionType, rejectionTypeName],
    ['element types', BpmnElementType, bpmnElementTypeName],
    ['event types', BpmnEventType, bpmnEventTypeName],
    ['incident error types', IncidentErrorType, incidentErrorTypeName],
  ] as const)('should name all %s, each code once', (_what, codes, nameOf) => {
    const values = Object.values(codes);
    expect(new Set(values).size).toBe(values.length);
    for (const [name, code] of Object.entries(codes)) expect((nameOf as (code: number) => string)(code)).toBe(name);
  });

  it('should name the intents of every value type, each code once', () => {
    for (const [valueType, intents] of Object.entries(intentsByValueType)) {
      const codes = Object.values(intents);
      expect(new Set(codes).size).toBe(codes.length);
      for (const [name, code] of Object.entries(intents)) {
        expect(intentName(Number(valueType) as ValueType, code)).toBe(name);
      }
    }
  });

  it('should refuse codes it does not know', () => {
    expect(() => valueTypeName(99 as ValueType)).toThrow('Expected a known value type, but got the code 99');
    expect(() => intentName(ValueType.JOB, 99)).toThrow('Expected a known intent of JOB, but got the code 99');
  });

  it('should keep the wire codes of Camunda', () => {
    expect(JobIntent.THROW_ERROR).toBe(11);
    expect(ValueType.COMMAND_DISTRIBUTION).toBe(33);
    expect(RejectionType.NULL_VAL).toBe(255);
  });
});
