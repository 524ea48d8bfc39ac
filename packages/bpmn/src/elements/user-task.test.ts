import { BpmnElementType } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { bpmn, extensions, line, taskListeners } from '../../test/bpmn-xml.ts';
import { element, feel, literal, parse } from '../../test/parsed.ts';

const userTask = (content: string) =>
  element(parse(bpmn(line(['task'], `<userTask id="task">${extensions(content)}</userTask>`))), 'task');

describe('user tasks', () => {
  it('should be a job without the marker', () => {
    const task = userTask('');

    expect(task).toMatchObject({
      elementType: BpmnElementType.USER_TASK,
      job: { type: literal('io.camunda.zeebe:userTask'), retries: literal('1') },
    });
    expect(task.userTask).toEqual({
      implementation: 'job',
      assignee: undefined,
      candidateGroups: undefined,
      candidateUsers: undefined,
      dueDate: undefined,
      followUpDate: undefined,
      priority: undefined,
      form: undefined,
      headers: {},
      listeners: [],
    });
  });

  it('should be kept by the engine with it, and be read with everything set', () => {
    const task = userTask(
      `<zeebe:userTask/>
      <zeebe:assignmentDefinition assignee="=owner" candidateGroups="sales, it" candidateUsers="=users"/>
      <zeebe:taskSchedule dueDate="2030-01-31T12:00:00Z" followUpDate="=later"/>
      <zeebe:priorityDefinition priority="75"/>
      <zeebe:formDefinition formId="form" bindingType="versionTag" versionTag="v1"/>
      <zeebe:taskHeaders><zeebe:header key="a" value="1"/></zeebe:taskHeaders>
      ${taskListeners('eventType="assigning" type="=kind"', 'eventType="creating" type="b" retries="5"')}`,
    );

    expect(task.job).toBeUndefined();
    expect(task.userTask).toEqual({
      implementation: 'native',
      assignee: feel('owner'),
      candidateGroups: literal('sales, it'),
      candidateUsers: feel('users'),
      dueDate: literal('2030-01-31T12:00:00Z'),
      followUpDate: feel('later'),
      priority: literal('75'),
      form: {
        formId: literal('form'),
        formKey: undefined,
        externalReference: undefined,
        bindingType: 'versionTag',
        versionTag: 'v1',
      },
      headers: { a: '1' },
      listeners: [
        { eventType: 'assigning', type: feel('kind'), retries: literal('3'), headers: { a: '1' } },
        { eventType: 'creating', type: literal('b'), retries: literal('5'), headers: { a: '1' } },
      ],
    });
  });

  it('should read forms elsewhere: a reference of native tasks, a key of jobs', () => {
    expect(
      userTask('<zeebe:userTask/><zeebe:formDefinition externalReference="=url"/>').userTask?.form?.externalReference,
    ).toEqual(feel('url'));
    expect(userTask('<zeebe:formDefinition formKey="my:form"/>').userTask?.form?.formKey).toBe('my:form');
    expect(userTask('<zeebe:formDefinition formId="=chosen"/>').userTask?.form?.formId).toEqual(feel('chosen'));
  });
});

describe('what editors and older models write', () => {
  it('should take blank attributes for absent', () => {
    const task = userTask(
      '<zeebe:userTask/><zeebe:assignmentDefinition assignee=" "/><zeebe:taskSchedule dueDate="" followUpDate=" "/><zeebe:priorityDefinition priority=" 7 "/>',
    );

    expect(task.userTask).toMatchObject({
      assignee: undefined,
      dueDate: undefined,
      followUpDate: undefined,
      priority: literal('7'),
    });
  });

  it('should know the former names of task listener events', () => {
    const listeners = ['create', 'assignment', 'update', 'complete', 'cancel'].map(
      (name) => `eventType="${name}" type="a"`,
    );

    const task = userTask(`<zeebe:userTask/>${taskListeners(...listeners)}`);

    expect(task.userTask?.listeners.map(({ eventType }) => eventType)).toEqual([
      'creating',
      'assigning',
      'updating',
      'completing',
      'canceling',
    ]);
  });
});

describe('start forms', () => {
  it('should be read on none start events', () => {
    const process = parse(
      bpmn(`<startEvent id="start">${extensions('<zeebe:formDefinition formId="form"/>')}</startEvent>`),
    );

    expect(element(process, 'start').form).toMatchObject({ formId: literal('form'), bindingType: 'latest' });
  });
});
