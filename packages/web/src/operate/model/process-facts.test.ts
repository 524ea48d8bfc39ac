import { bpmn, endEvent, flow, serviceTask, startEvent } from '@waggle/engine/test';
import { describe, expect, test } from 'vitest';
import { readProcessFacts } from './process-facts.ts';

const loop =
  '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements>' +
  '<zeebe:loopCharacteristics inputCollection="=items"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
const model = bpmn(
  { id: 'facts' },
  startEvent(),
  `<bpmn:subProcess id="each" name="Each&#10;item">${startEvent('first')}${serviceTask('work')}${endEvent('last')}${flow('first', 'work')}${flow('work', 'last')}${loop}</bpmn:subProcess>`,
  '<bpmn:boundaryEvent id="late" attachedToRef="each"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
  endEvent(),
  flow('start', 'each'),
  flow('each', 'end'),
);

describe('readProcessFacts', () => {
  test('should tell what lies around an element, a loop as two scopes', () => {
    // when
    const { elements } = readProcessFacts(model, 'facts');

    // then
    expect(elements.get('work')?.scopes).toEqual([
      { id: 'each', type: 'MULTI_INSTANCE_BODY', name: 'Each item', isOfLoop: true },
      { id: 'each', type: 'SUB_PROCESS', name: 'Each item', isOfLoop: true },
    ]);
    expect(elements.get('each')).toMatchObject({ type: 'SUB_PROCESS', loop: 'sequential', scopes: [] });
    expect(elements.get('late')).toMatchObject({ type: 'BOUNDARY_EVENT', eventType: 'TIMER', attachedToId: 'each' });
    expect(elements.has('facts')).toBe(false);
  });

  test('should say when the model holds no such process', () => {
    expect(() => readProcessFacts(model, 'other')).toThrow("Expected the process 'other' in the model");
    expect(() => readProcessFacts('no xml', 'facts')).toThrow();
  });
});
