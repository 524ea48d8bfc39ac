import { BpmnElementType, type ProcessInstanceValue } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { activating } from '../element-transitions.ts';
import { listenToEvents, placeableElement, placeElement, startPlaced } from '../modification/element-placement.ts';
import { creationRefusals } from '../modification/placement-refusals.ts';

/** Kinds a new instance cannot start at. */
const UNSTARTABLE: ReadonlySet<BpmnElementType> = new Set([
  BpmnElementType.PROCESS,
  BpmnElementType.START_EVENT,
  BpmnElementType.BOUNDARY_EVENT,
  BpmnElementType.SEQUENCE_FLOW,
  BpmnElementType.EVENT_SUB_PROCESS,
  BpmnElementType.AD_HOC_SUB_PROCESS_INNER_INSTANCE,
]);

const refusals = creationRefusals();

/** Starts an instance at chosen elements instead of its start event. @throws {RejectCommand} when one cannot be started. */
export function startAtElements(
  processing: Processing,
  instanceValue: ProcessInstanceValue,
  elementIds: readonly string[],
): void {
  const { processDefinitionKey, processInstanceKey } = instanceValue;
  const elements = elementIds.map((id) =>
    placeableElement(processing, processDefinitionKey, id, UNSTARTABLE, refusals),
  );
  const model = processing.models.get(processDefinitionKey);
  const root = listenToEvents(
    processing,
    model.root,
    activating(processing, processInstanceKey, instanceValue),
    refusals.refuse,
  );
  const placed = elements.map((element) => placeElement(processing, root, { element, variables: [] }, refusals));
  startPlaced(processing, placed);
}
