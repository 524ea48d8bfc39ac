/** A process with work, iterations and a call; without a diagram, so that it is laid out. Ids are of one test; job types of one instance, by its variable `run`. */
export function instanceModels(id: string): readonly string[] {
  const definitions = (content: string) =>
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://waggle">${content}</bpmn:definitions>`;
  const task = (taskId: string, name: string, type: string, more = '') =>
    `<bpmn:serviceTask id="${taskId}" name="${name}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" retries="3"/>${more}</bpmn:extensionElements></bpmn:serviceTask>`;
  const flow = (from: string, to: string) =>
    `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;
  const called = definitions(
    `<bpmn:process id="${id}-called" name="Called" isExecutable="true"><bpmn:startEvent id="Begin"/>${task('Work', 'Work', `${id}-work`)}<bpmn:endEvent id="Done"/>${flow('Begin', 'Work')}${flow('Work', 'Done')}</bpmn:process>`,
  );
  const main = definitions(
    `<bpmn:process id="${id}" name="Fulfil order" isExecutable="true">
      <bpmn:startEvent id="Start" name="Ordered"/>
      <bpmn:parallelGateway id="Fork"/>
      ${task('Charge', 'Charge card', '=&quot;charge-&quot; + run', '<zeebe:ioMapping><zeebe:input source="=total" target="amount"/></zeebe:ioMapping>')}
      <bpmn:subProcess id="Each" name="Pack items">
        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
        <bpmn:startEvent id="ItemStart"/>${task('Pack', 'Pack item', '=&quot;pack-&quot; + run')}<bpmn:endEvent id="ItemEnd"/>
        ${flow('ItemStart', 'Pack')}${flow('Pack', 'ItemEnd')}
      </bpmn:subProcess>
      <bpmn:callActivity id="Ship" name="Ship"><bpmn:extensionElements><zeebe:calledElement processId="${id}-called" propagateAllChildVariables="false"/></bpmn:extensionElements></bpmn:callActivity>
      <bpmn:parallelGateway id="Join"/>
      <bpmn:endEvent id="End"/>
      ${flow('Start', 'Fork')}${flow('Fork', 'Charge')}${flow('Fork', 'Each')}${flow('Fork', 'Ship')}
      ${flow('Charge', 'Join')}${flow('Each', 'Join')}${flow('Ship', 'Join')}${flow('Join', 'End')}
    </bpmn:process>`,
  );
  return [called, main];
}
