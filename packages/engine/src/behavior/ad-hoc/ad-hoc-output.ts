/** What the elements of an ad-hoc sub-process give to its output collection, in the order they end. */
import type { AdHocDefinition } from '@waggle/bpmn';
import { fromJsonText, toJsonText, typeNameOf } from '@waggle/feel';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateExpression, scopeContext } from '../expressions/evaluate-expression.ts';

const EMPTY_LIST = '[]';

/** The output collection with one more output, not written yet. */
export interface AdHocOutput {
  readonly variableName: string;
  /** JSON text. */
  readonly list: string;
}

/** Evaluates what an inner instance gives; `undefined` when nothing is collected. */
export function adHocOutputOf(
  processing: Processing,
  { outputCollection, outputElement }: AdHocDefinition,
  adHocSubProcess: ElementInstance,
  inner: ElementInstance,
): AdHocOutput | Failure | undefined {
  if (outputCollection === undefined || outputElement === undefined) return undefined;
  const evaluated = evaluateExpression(processing, outputElement, scopeContext(processing, inner.key));
  if (evaluated instanceof Failure) return evaluated;
  const present = processing.state.variables.get(adHocSubProcess.key, outputCollection)?.value ?? EMPTY_LIST;
  // Of a JSON list the beginning tells that it is one, and everything but its end stays as it is.
  if (!present.startsWith('[')) {
    return extractValueFailure(
      `The output collection has the wrong type. Expected ARRAY but was ${typeNameOf(fromJsonText(present))}.`,
      adHocSubProcess.key,
    );
  }
  const text = toJsonText(evaluated.value);
  const list = present === EMPTY_LIST ? `[${text}]` : `${present.slice(0, -1)},${text}]`;
  return { variableName: outputCollection, list };
}
