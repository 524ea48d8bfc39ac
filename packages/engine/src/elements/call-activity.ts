import type { CalledElement, ExecutableElement } from '@waggle/bpmn';
import {
  IncidentErrorType,
  type Key,
  NO_KEY,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  type ProcessValue,
  ValueType,
} from '@waggle/protocol';
import { activated, terminateElement } from '../behavior/element-transitions.ts';
import { evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { assignBusinessId, calledBusinessId } from '../behavior/process-instances/business-id.ts';
import { rootInstanceValue } from '../behavior/process-instances/process-instance-start.ts';
import { openSubscriptions } from '../behavior/triggers/event-subscriptions.ts';
import { setLocalVariables } from '../behavior/variables/set-variables.ts';
import { applyInputMappings } from '../behavior/variables/variable-mapping.ts';
import { inheritableVariables, localVariables } from '../behavior/variables/visible-variables.ts';
import { Failure } from '../failure.ts';
import type { Processing } from '../processing.ts';
import { boundVersion, deploymentOf } from '../resources/bound-version.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ElementProcessor } from './element-processor.ts';
import { completeWithPayload } from './payload-completion.ts';

/** Starts another process as a child instance and waits for its end. */
export const callActivity: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const { calledElement } = element;
    if (calledElement === undefined) throw new Error(`Expected a called element on '${element.id}'`);
    const definition = findCalledProcess(processing, calledElement, instance);
    if (definition instanceof Failure) return definition;
    const depthFailure = checkDepth(processing, instance);
    if (depthFailure !== undefined) return depthFailure;
    const businessId = calledBusinessId(processing, calledElement, instance);
    if (businessId instanceof Failure) return businessId;
    const subscriptionFailure = openSubscriptions(processing, instance, element.boundaryEvents);
    if (subscriptionFailure !== undefined) return subscriptionFailure;
    startChild(processing, element, activated(processing, instance), { definition, businessId });
    return undefined;
  },

  complete: completeWithPayload,

  terminate(processing, instance) {
    const child = processing.state.elementInstances.get(instance.calledInstanceKey);
    if (child === undefined) return false;
    terminateElement(processing, child);
    return true;
  },
};

function findCalledProcess(
  processing: Processing,
  calledElement: CalledElement,
  instance: ElementInstance,
): ProcessValue | Failure {
  const processId = evaluateString(processing, calledElement.processId, scopeContext(processing, instance.key));
  if (processId instanceof Failure) return processId;
  const key = boundDefinition(processing, calledElement, processId, instance.value);
  const definition = key === undefined ? undefined : processing.state.processes.get(key);
  if (definition === undefined) {
    return calledElementFailure(missingText(processing, calledElement, processId, instance.value));
  }
  if (processing.models.get(definition.processDefinitionKey).root.noneStartEvent === undefined) {
    return calledElementFailure(
      `Expected process with BPMN process id '${processId}' to have a none start event, but not found.`,
    );
  }
  return definition;
}

function boundDefinition(
  processing: Processing,
  calledElement: CalledElement,
  processId: string,
  caller: ProcessInstanceValue,
): Key | undefined {
  const { state } = processing;
  const tables = {
    latest: (name: string) => state.latestProcesses.get(name)?.processDefinitionKey,
    versionTags: state.processVersionTags,
    deployed: state.deployedProcesses,
  };
  return boundVersion(state, tables, { ...calledElement, id: processId }, caller);
}

function missingText(
  processing: Processing,
  { bindingType, versionTag }: CalledElement,
  processId: string,
  caller: ProcessInstanceValue,
): string {
  switch (bindingType) {
    case 'latest':
      return `Expected process with BPMN process id '${processId}' to be deployed, but not found.`;
    case 'versionTag':
      return `Expected to call process with BPMN process id '${processId}' and version tag '${versionTag}', but no such process found. To resolve this incident, deploy a process with the given process id and version tag.`;
    case 'deployment': {
      const deploymentKey = deploymentOf(processing.state, caller);
      return `Expected to call process with BPMN process id '${processId}' with binding type 'deployment', but no such process found in the deployment with key ${deploymentKey} which contained the current process. To resolve this incident, migrate the process instance to a process definition that is deployed together with the intended process definition to call.`;
    }
  }
}

/** A chain of calls without end would fill the partition; it ends in an incident instead. */
function checkDepth(processing: Processing, instance: ElementInstance): Failure | undefined {
  let depth = 1;
  let parentKey = instance.value.parentElementInstanceKey;
  while (parentKey !== NO_KEY && depth <= processing.limits.callDepthMax) {
    depth++;
    parentKey = processing.state.elementInstances.get(parentKey)?.value.parentElementInstanceKey ?? NO_KEY;
  }
  if (depth <= processing.limits.callDepthMax) return undefined;
  return calledElementFailure(
    `Expected at most ${processing.limits.callDepthMax} calls inside each other, but '${instance.value.elementId}' would be one more. Check whether the process calls itself without end.`,
  );
}

function startChild(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  { definition, businessId }: { readonly definition: ProcessValue; readonly businessId: string },
): void {
  const childKey = processing.keys.next();
  const value: ProcessInstanceValue = {
    ...rootInstanceValue(definition, childKey),
    parentProcessInstanceKey: instance.value.processInstanceKey,
    parentElementInstanceKey: instance.key,
    rootProcessInstanceKey: instance.value.rootProcessInstanceKey,
  };
  const variables =
    element.calledElement?.propagateAllParentVariables === true
      ? inheritableVariables(processing, instance.key)
      : localVariables(processing, instance.key);
  setLocalVariables(processing, childKey, value, variables);
  if (businessId !== '') assignBusinessId(processing, value, businessId);
  processing.write.followUp(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.ACTIVATE_ELEMENT, childKey, value);
}

function calledElementFailure(message: string): Failure {
  return new Failure(IncidentErrorType.CALLED_ELEMENT_ERROR, message);
}
