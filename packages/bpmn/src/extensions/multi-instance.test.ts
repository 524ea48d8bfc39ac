import { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import {
  bpmn,
  extensions,
  flow,
  line,
  message,
  multiInstance,
  path,
  serviceTask,
  timerEvent,
} from '../../test/bpmn-xml.ts';
import { element, feel, ids, parse } from '../../test/parsed.ts';

describe('multi-instance activities', () => {
  it('should be a body with the flows and boundary events around an activity of the same id', () => {
    // given
    const content = extensions(
      '<zeebe:taskDefinition type="work"/><zeebe:ioMapping><zeebe:input source="=item" target="a"/></zeebe:ioMapping>',
    );

    // when
    const process = parse(
      bpmn(
        line(['task'], serviceTask('task', content + multiInstance('inputCollection="=items"'))) +
          `<boundaryEvent id="late" attachedToRef="task">${timerEvent('timeDuration', 'PT1H')}</boundaryEvent>${flow('late', 'end')}`,
      ),
    );

    // then
    const body = element(process, 'task');
    const task = body.innerActivity;
    expect(body).toMatchObject({ elementType: BpmnElementType.MULTI_INSTANCE_BODY, inputMappings: [], job: undefined });
    expect(body.flowScope).toBe(process.root);
    expect([ids(body.incoming), ids(body.outgoing), ids(body.boundaryEvents)]).toEqual([
      ['start-task'],
      ['task-end'],
      ['late'],
    ]);
    expect(element(process, 'late').attachedTo).toBe(body);
    expect(process.sequenceFlows.get('start-task')?.target).toBe(body);
    expect(process.root.children).toContain(body);

    expect(task).toMatchObject({ id: 'task', elementType: BpmnElementType.SERVICE_TASK, multiInstance: undefined });
    expect(task?.flowScope).toBe(body);
    expect([task?.incoming, task?.outgoing, task?.boundaryEvents]).toEqual([[], [], []]);
    expect(task?.inputMappings).toHaveLength(1);
    expect(task?.job?.type.text).toBe('work');
  });

  it('should be read with defaults and with everything set', () => {
    const definition = (marker: string) =>
      element(
        parse(
          bpmn(
            line(['task'], `<receiveTask id="task" messageRef="m">${marker}</receiveTask>`),
            message('m', 'm', '=k'),
          ),
        ),
        'task',
      ).multiInstance;

    expect(definition(multiInstance('inputCollection="=items"'))).toEqual({
      isSequential: false,
      inputCollection: feel('items'),
      inputElement: undefined,
      outputCollection: undefined,
      outputElement: undefined,
      completionCondition: undefined,
    });
    expect(
      definition(
        multiInstance(
          'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"',
          '<completionCondition> =numberOfCompletedInstances > 1 </completionCondition>',
          true,
        ),
      ),
    ).toEqual({
      isSequential: true,
      inputCollection: feel('items'),
      inputElement: 'item',
      outputCollection: 'results',
      outputElement: feel('result'),
      completionCondition: feel('numberOfCompletedInstances > 1'),
    });
  });

  it('should hold what is inside a sub-process in the inner activity', () => {
    const process = parse(
      bpmn(
        line(
          ['sub'],
          `<subProcess id="sub"><startEvent id="inner"/><task id="task"/>${path('inner', 'task')}${multiInstance('inputCollection="=items"')}</subProcess>`,
        ),
      ),
    );

    const body = element(process, 'sub');
    expect(body).toMatchObject({ startEvents: [], noneStartEvent: undefined, children: [body.innerActivity] });
    expect(ids(body.innerActivity?.children ?? [])).toEqual(['inner', 'task']);
    expect(body.innerActivity?.noneStartEvent?.id).toBe('inner');
    expect(element(process, 'task').flowScope).toBe(body.innerActivity);
  });

  it('should leave the event type of what is waited for to the inner activity', () => {
    const process = parse(
      bpmn(
        line(
          ['task'],
          `<receiveTask id="task" messageRef="m">${multiInstance('inputCollection="=items"')}</receiveTask>`,
        ),
        message('m', 'm', '=key'),
      ),
    );

    expect(element(process, 'task')).toMatchObject({ eventType: BpmnEventType.UNSPECIFIED, message: undefined });
    expect(element(process, 'task').innerActivity).toMatchObject({
      eventType: BpmnEventType.MESSAGE,
      message: { correlationKey: feel('key') },
    });
  });
});
