import { IncidentErrorType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, element, endEvent, flow, startEvent } from '../../../test/bpmn.ts';
import { startEngine } from '../../../test/invariants.ts';

function withRetries(retries: unknown) {
  const engine = startEngine();
  engine.deploy(
    bpmn(
      {},
      startEvent(),
      flow('start', 'task'),
      element('serviceTask', 'task', { extensions: '<zeebe:taskDefinition type="task" retries="=retries"/>' }),
      flow('task', 'end'),
      endEvent(),
    ),
  );
  engine.create('process', { retries });
  return engine;
}

describe('job retries', () => {
  it.each([
    [2.9, 2],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ])('should make %s of an expression %i', (given, retries) => {
    expect(withRetries(given).activate('task')).toMatchObject([{ retries }]);
  });

  it.each([2 ** 31, 1e300])('should raise an incident for %i retries', (retries) => {
    const engine = withRetries(retries);
    expect(engine.activate('task')).toEqual([]);
    expect(engine.incidents().map(({ value }) => value)).toMatchObject([
      {
        errorType: IncidentErrorType.EXTRACT_VALUE_ERROR,
        errorMessage: expect.stringContaining("Expected the job retries 'retries' to be a number from -2147483648"),
      },
    ]);
  });
});
