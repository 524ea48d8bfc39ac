import type { ExecutableElement } from '@waggle/bpmn';
import { type Key, NO_KEY, splitJsonObject } from '@waggle/protocol';
import type { Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { consumeTrigger, findTrigger } from '../triggers/event-trigger-store.ts';
import { propagateVariables, setLocalVariables, type VariableTexts } from './set-variables.ts';
import { applyOutputMappings } from './variable-mapping.ts';

/** Where a payload goes without output mappings. */
export type PayloadReach = 'propagated' | 'local';

const NO_VARIABLES: VariableTexts = new Map();

/**
 * Hands what an element received (from a job, a message, a called process) to its scopes. With output mappings the
 * payload becomes local first and only what is mapped leaves.
 * @param ownerKey whose trigger holds the payload, the element itself unless it is a start event.
 */
export function applyPayload(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  options: { readonly reach?: PayloadReach; readonly ownerKey?: Key } = {},
): Failure | undefined {
  const ownerKey = options.ownerKey ?? instance.key;
  const trigger = findTrigger(processing, ownerKey, (elementId) => elementId === element.id);
  const variables = trigger === undefined ? NO_VARIABLES : payloadOf(trigger.variables);
  const isMapped = element.outputMappings.length > 0;
  const isLocal = isMapped || options.reach === 'local';
  const set = isLocal ? setLocalVariables : propagateVariables;
  set(processing, instance.key, instance.value, variables);
  const owner = ownerKey === NO_KEY ? undefined : processing.state.elementInstances.get(ownerKey);
  // Before the mappings: when they fail, trying again must not undo what was mended in the variables.
  if (trigger !== undefined && owner !== undefined) consumeTrigger(processing, owner, trigger);
  return isMapped ? applyOutputMappings(processing, element, instance) : undefined;
}

/** What a stored trigger carries. */
export function payloadOf(json: string): VariableTexts {
  const split = splitJsonObject(json);
  if (!split.ok) throw new Error(`Expected a stored payload to be a JSON object, but ${split.problem.message}`);
  return split.members;
}
