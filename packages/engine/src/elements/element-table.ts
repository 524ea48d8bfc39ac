import { BpmnElementType, type BpmnElementTypeName } from '@waggle/protocol';
import { adHocSubProcess } from './ad-hoc-sub-process.ts';
import { adHocSubProcessInnerInstance } from './ad-hoc-sub-process-inner-instance.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { catchElement } from './catch-element.ts';
import type { ElementProcessor } from './element-processor.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubProcess } from './event-sub-process.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { jobTask } from './job-task.ts';
import { multiInstanceBody } from './multi-instance-body.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passThroughElement } from './pass-through-element.ts';
import { process } from './process.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { throwEvent } from './throw-event.ts';
import { unsupportedElement } from './unsupported-element.ts';
import { userTask } from './user-task.ts';

/** The processor of every kind of element; the compiler names a missing one. */
const elements: Readonly<Record<BpmnElementTypeName, ElementProcessor>> = {
  UNSPECIFIED: unsupportedElement,
  PROCESS: process,
  SUB_PROCESS: subProcess,
  EVENT_SUB_PROCESS: eventSubProcess,
  AD_HOC_SUB_PROCESS: adHocSubProcess,
  AD_HOC_SUB_PROCESS_INNER_INSTANCE: adHocSubProcessInnerInstance,
  START_EVENT: startEvent,
  INTERMEDIATE_CATCH_EVENT: catchElement,
  INTERMEDIATE_THROW_EVENT: throwEvent,
  BOUNDARY_EVENT: boundaryEvent,
  END_EVENT: throwEvent,
  SERVICE_TASK: jobTask,
  RECEIVE_TASK: catchElement,
  USER_TASK: userTask,
  MANUAL_TASK: passThroughElement,
  TASK: passThroughElement,
  EXCLUSIVE_GATEWAY: exclusiveGateway,
  PARALLEL_GATEWAY: parallelGateway,
  EVENT_BASED_GATEWAY: eventBasedGateway,
  INCLUSIVE_GATEWAY: inclusiveGateway,
  SEQUENCE_FLOW: unsupportedElement,
  MULTI_INSTANCE_BODY: multiInstanceBody,
  CALL_ACTIVITY: callActivity,
  BUSINESS_RULE_TASK: businessRuleTask,
  SCRIPT_TASK: scriptTask,
  SEND_TASK: jobTask,
};

/** The same by wire code, for speed. */
const elementsByCode: readonly ElementProcessor[] = Object.entries(BpmnElementType)
  .sort(([, left], [, right]) => left - right)
  .map(([name]) => elements[name as BpmnElementTypeName]);

export function elementProcessor(elementType: BpmnElementType): ElementProcessor {
  return elementsByCode[elementType] ?? unsupportedElement;
}
