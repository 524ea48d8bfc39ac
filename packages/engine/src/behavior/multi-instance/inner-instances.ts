/** Starts what runs once per item of a multi-instance body. */
import type { MultiInstanceDefinition } from '@waggle/bpmn';
import {
  NO_KEY,
  ProcessInstanceBatchIntent,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { elementValue } from '../element-transitions.ts';
import { rootVariableOf } from '../expressions/root-variable.ts';
import { setLocalVariables } from '../variables/set-variables.ts';
import { loopItem } from './collected-output.ts';

const LOOP_COUNTER = 'loopCounter';

/** Asks for the inner instance of one item. @param loopCounter from 1. */
export function activateInnerInstance(processing: Processing, body: ElementInstance, loopCounter: number): void {
  writeActivation(processing, { ...innerValue(processing, body), loopCounter });
}

/** Asks for a chunk of inner instances, and for the next chunk behind them. @param startedCount of items asked for already. */
export function activateInnerInstances(processing: Processing, body: ElementInstance, startedCount: number): void {
  const { itemCount } = processing.state.multiInstances.get(body.key) ?? { itemCount: 0 };
  const end = Math.min(itemCount, startedCount + processing.limits.activateChunkMax);
  const value = innerValue(processing, body);
  for (let loopCounter = startedCount + 1; loopCounter <= end; loopCounter++) {
    writeActivation(processing, { ...value, loopCounter });
  }
  if (end >= itemCount) return;
  processing.write.followUp(
    ValueType.PROCESS_INSTANCE_BATCH,
    ProcessInstanceBatchIntent.ACTIVATE,
    processing.keys.next(),
    {
      processInstanceKey: body.value.processInstanceKey,
      batchElementInstanceKey: body.key,
      afterKey: NO_KEY,
      index: end,
    },
  );
}

function innerValue(processing: Processing, body: ElementInstance): ProcessInstanceValue {
  const { innerActivity } = processing.models.elementOf(body.value);
  if (innerActivity === undefined) throw new Error(`Expected an activity inside '${body.value.elementId}'`);
  return elementValue(innerActivity, body);
}

function writeActivation(processing: Processing, value: ProcessInstanceValue): void {
  const { ACTIVATE_ELEMENT } = ProcessInstanceIntent;
  processing.write.followUp(ValueType.PROCESS_INSTANCE, ACTIVATE_ELEMENT, processing.keys.next(), value);
}

/**
 * Gives an inner instance its item and its place in the loop. What the output is read from exists there from the start,
 * so that it is not written further out, where all the others would write it too.
 */
export function setLoopVariables(
  processing: Processing,
  loop: MultiInstanceDefinition,
  body: ElementInstance,
  inner: ElementInstance,
): void {
  // Tried again after an incident: what was mended in the variables stays.
  if (processing.state.variables.has(inner.key, LOOP_COUNTER)) return;
  const { loopCounter } = inner.value;
  const { inputElement, outputElement } = loop;
  const outputName = outputElement && rootVariableOf(processing, outputElement);
  const variables = new Map<string, string>();
  if (inputElement !== undefined) variables.set(inputElement, loopItem(processing, body.key, loopCounter));
  if (outputName !== undefined && !variables.has(outputName)) variables.set(outputName, 'null');
  variables.set(LOOP_COUNTER, String(loopCounter));
  setLocalVariables(processing, inner.key, inner.value, variables);
}
