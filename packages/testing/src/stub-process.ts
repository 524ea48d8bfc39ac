import { escapedXml } from './escaped-xml.ts';

/** A process that does one thing, its mock's, and ends. */
export const stubJobType = (processId: string): string => `mock of the process ${processId}`;

export function stubProcess(processId: string) {
  const id = escapedXml(processId);
  return {
    name: `mock-${processId}.bpmn`,
    isStub: true,
    content: `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="mock">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:serviceTask id="mock">
      <bpmn:extensionElements><zeebe:taskDefinition type="${escapedXml(stubJobType(processId))}" retries="1" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="mock" />
  </bpmn:process>
</bpmn:definitions>`,
  };
}
