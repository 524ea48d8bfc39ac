import type { ExecutableElement } from '@waggle/bpmn';
import { beginCompletion } from '../behavior/element-life.ts';
import { activated, completing } from '../behavior/element-transitions.ts';
import { propagateVariables, setLocalVariables } from '../behavior/variables/set-variables.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';

/**
 * For tasks that compute one value and wait for nothing: keeps the value under its name and goes on to the end. It is kept
 * before COMPLETING, so that output mappings which fail are tried again without computing it anew.
 */
export function leaveWithResult(
  processing: Processing,
  element: ExecutableElement,
  instance: ElementInstance,
  result: { readonly name: string; readonly value: string },
): void {
  const variables = new Map([[result.name, result.value]]);
  const active = activated(processing, instance);
  if (element.outputMappings.length === 0) propagateVariables(processing, instance.key, instance.value, variables);
  else setLocalVariables(processing, instance.key, instance.value, variables);
  beginCompletion(processing, element, completing(processing, active));
}
