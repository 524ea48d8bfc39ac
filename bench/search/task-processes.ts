/** The processes of the data: one service task or one user task, under many names. */

export interface TaskProcess {
  readonly bpmnProcessId: string;
  readonly kind: 'service' | 'user';
  /** The tasks of a user process have an assignee from the start. */
  readonly isAssigned: boolean;
  /** Share of the instances, beside those of the others. */
  readonly weight: number;
}

/** A few processes have most of the instances, as everywhere. */
export const taskProcesses: readonly TaskProcess[] = Array.from({ length: 20 }, (_, index) => ({
  bpmnProcessId: `${index % 4 === 3 ? 'approval' : 'order'}-${index + 1}`,
  kind: index % 4 === 3 ? 'user' : 'service',
  isAssigned: index % 8 === 3,
  weight: 1 / (index + 1),
}));

/** BPMN of a process; `version` makes another version of it. */
export function taskProcessXml({ bpmnProcessId, kind, isAssigned }: TaskProcess, version: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://waggle/bench">
  <bpmn:process id="${bpmnProcessId}" name="Process ${bpmnProcessId}, ${version}" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="task" />
    ${kind === 'service' ? serviceTask : userTask(isAssigned)}
    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="end" />
    <bpmn:endEvent id="end" />
  </bpmn:process>
</bpmn:definitions>`;
}

const serviceTask = `<bpmn:serviceTask id="task" name="Work">
      <bpmn:extensionElements><zeebe:taskDefinition type="=jobType" /></bpmn:extensionElements>
    </bpmn:serviceTask>`;

const userTask = (isAssigned: boolean) => `<bpmn:userTask id="task" name="Approve">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:assignmentDefinition ${isAssigned ? 'assignee="=assignee" ' : ''}candidateGroups="=[group]" />
        <zeebe:taskSchedule dueDate="=due" />
        <zeebe:priorityDefinition priority="=priority" />
      </bpmn:extensionElements>
    </bpmn:userTask>`;
