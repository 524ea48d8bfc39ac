/** BPMN for tests. Shapes are left out: the engine does not look at them. */
function model(id: string, elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
  <bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process>
</bpmn:definitions>`;
}

/** One service task of type "work". */
export const oneTask = model(
  'one-task',
  `<bpmn:startEvent id="start"/>
  <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task"/>
  <bpmn:serviceTask id="task"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>
  <bpmn:sequenceFlow id="b" sourceRef="task" targetRef="end"/>
  <bpmn:endEvent id="end"/>`,
);

/** Goes round for ever without waiting for anything: loops of gateways alone are allowed, as in Camunda. */
export const runaway = model(
  'runaway',
  `<bpmn:startEvent id="start"/>
  <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="merge"/>
  <bpmn:exclusiveGateway id="merge"/>
  <bpmn:sequenceFlow id="b" sourceRef="merge" targetRef="step"/>
  <bpmn:exclusiveGateway id="step"/>
  <bpmn:sequenceFlow id="c" sourceRef="step" targetRef="merge"/>`,
);

/** Waits a minute, then asks for work. */
export const delayedTask = model(
  'delayed-task',
  `<bpmn:startEvent id="start"/>
  <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
  <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>
    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1M</bpmn:timeDuration>
  </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
  <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="task"/>
  <bpmn:serviceTask id="task"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>
  <bpmn:sequenceFlow id="c" sourceRef="task" targetRef="end"/>
  <bpmn:endEvent id="end"/>`,
);

/** One user task that the engine keeps. */
export const userTask = model(
  'user-task',
  `<bpmn:startEvent id="start"/>
  <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task"/>
  <bpmn:userTask id="task"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>
  <bpmn:sequenceFlow id="b" sourceRef="task" targetRef="end"/>
  <bpmn:endEvent id="end"/>`,
);
