import { BpmnElementType, type ProcessInstanceValue } from '@waggle/protocol';
import type { Processing } from '../processing.ts';
import { listenToEvents, placeableElement, placeElement, refusal, startPlaced } from './element-placement.ts';
import { activating } from './element-transitions.ts';

/** Kinds a new instance cannot start at. */
const UNSTARTABLE: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.PROCESS,
  BpmnElementType.START_EVENT,
  BpmnElementType.BOUNDARY_EVENT,
  BpmnElementType.SEQUENCE_FLOW,
  BpmnElementType.EVENT_SUB_PROCESS,
  BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
]);

const refuse = refusal('Expected to create instance of process with start instructions but');

/** Starts an instance at chosen elements instead of its start event. @throws {RejectCommand} when one cannot be started. */
export function startAtElements(
  processing: Processing,
  instanceValue: ProcessInstanceValue,
  elementIds: readonly string[],
): void {
  const { processDefinitionKey, processInstanceKey } = instanceValue;
  const elements = elementIds.map((id) => placeableElement(processing, processDefinitionKey, id, UNSTARTABLE, refuse));
  const model = processing.models.get(processDefinitionKey);
  const root = listenToEvents(
    processing,
    model.root,
    activating(processing, processInstanceKey, instanceValue),
    refuse,
  );
  const placed = elements.map((element) => placeElement(processing, root, { element, variables: [] }, refuse));
  startPlaced(processing, placed);
}
