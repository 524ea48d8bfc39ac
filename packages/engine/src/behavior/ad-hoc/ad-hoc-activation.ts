/** Starts elements inside an ad-hoc sub-process. */
import type { ExecutableElement } from '@waggle/bpmn';
import { type Key, RejectionType } from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { activated, activateElement, activating, elementValue } from '../element-transitions.ts';
import { rootVariableOf } from '../expressions/root-variable.ts';
import { setLocalVariables, type VariableTexts } from '../variables/set-variables.ts';

/** One element to start, with variables of its own. */
export interface AdHocStart {
  readonly elementId: string;
  readonly variables: VariableTexts;
}

/** Refuses elements that cannot be started in an ad-hoc sub-process. */
export function checkActivatable(
  adHocSubProcess: ExecutableElement,
  instanceKey: Key,
  elementIds: readonly string[],
): Rejection | undefined {
  const unknown = elementIds.filter((id) => activatableElement(adHocSubProcess, id) === undefined);
  if (unknown.length === 0) return undefined;
  return new Rejection(
    RejectionType.NOT_FOUND,
    `Expected to activate activities for ad-hoc sub-process with key '${instanceKey}', but the given elements [${unknown.join(', ')}] do not exist.`,
  );
}

/** Starts an element that can be started, in a scope around it and all that follows it. */
export function startAdHocElement(
  processing: Processing,
  adHocSubProcess: ExecutableElement,
  instance: ElementInstance,
  { elementId, variables }: AdHocStart,
): void {
  const { innerInstance } = adHocSubProcess;
  const element = activatableElement(adHocSubProcess, elementId);
  if (innerInstance === undefined || element === undefined) {
    throw new Error(`Expected an element '${elementId}' that can be started inside '${adHocSubProcess.id}'`);
  }
  // Only whoever starts it knows what for: so not by a command of its own, as other scopes.
  const scope = activated(
    processing,
    activating(processing, processing.keys.next(), elementValue(innerInstance, instance)),
  );
  const local = new Map<string, string>();
  const outputName = outputVariable(processing, adHocSubProcess);
  if (outputName !== undefined) local.set(outputName, 'null');
  for (const [name, value] of variables) local.set(name, value);
  setLocalVariables(processing, scope.key, scope.value, local);
  activateElement(processing, element, scope);
}

/** Where the output is read from exists in each scope, so that it is not written further out, where all others would write it too. */
function outputVariable(processing: Processing, { adHoc }: ExecutableElement): string | undefined {
  return adHoc?.outputElement && rootVariableOf(processing, adHoc.outputElement);
}

function activatableElement({ adHoc }: ExecutableElement, elementId: string): ExecutableElement | undefined {
  return adHoc?.activatableElements.find(({ id }) => id === elementId);
}
