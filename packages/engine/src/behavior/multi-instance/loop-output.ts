/** What an inner instance gives to the output collection of its loop. */
import type { ExpressionSource, MultiInstanceDefinition } from '@waggle/bpmn';
import { type FeelValue, fromJsonText, isList, toJsonText, typeNameOf } from '@waggle/feel';
import { IncidentErrorType, MultiInstanceIntent, ValueType } from '@waggle/protocol';
import { extractValueFailure, Failure } from '../../failure.ts';
import type { Processing } from '../../processing.ts';
import type { ElementInstance } from '../../state/element-instance.ts';
import { evaluateExpression, scopeContext } from '../expressions/evaluate-expression.ts';
import { noteVariableChange, setLocalVariables } from '../variables/set-variables.ts';
import { collectedOutput, emptyOutput } from './collected-output.ts';

/** One output, evaluated and not written yet. */
export interface LoopOutput {
  /** The output collection's variable. */
  readonly variableName: string;
  /** JSON text of the output. */
  readonly text: string;
  /** JSON text of the whole list with it, for a list that somebody else has written to; otherwise undefined. */
  readonly overwrittenList: string | undefined;
}

/** Creates the list with a place for each item. */
export function createOutputCollection(
  processing: Processing,
  { outputCollection }: MultiInstanceDefinition,
  body: ElementInstance,
  itemCount: number,
): void {
  if (outputCollection === undefined) return;
  const variables = new Map([[outputCollection, emptyOutput(itemCount)]]);
  setLocalVariables(processing, body.key, body.value, variables);
}

/** Evaluates what an inner instance gives; `undefined` when nothing is collected. */
export function outputOf(
  processing: Processing,
  { outputCollection, outputElement }: MultiInstanceDefinition,
  body: ElementInstance,
  inner: ElementInstance,
): LoopOutput | Failure | undefined {
  if (outputCollection === undefined || outputElement === undefined) return undefined;
  const text = evaluateOutput(processing, outputElement, inner);
  if (text instanceof Failure) return text;
  const variable = processing.state.variables.get(body.key, outputCollection);
  if (variable?.isCollected === true) {
    const failure = checkLength(processing, outputCollection, body, text);
    return failure ?? { variableName: outputCollection, text, overwrittenList: undefined };
  }
  const list = variable === undefined ? null : fromJsonText(variable.value);
  const overwrittenList = replaced(list, outputCollection, body, inner, text);
  if (overwrittenList instanceof Failure) return overwrittenList;
  return { variableName: outputCollection, text, overwrittenList };
}

/** JSON text of the output collection as it will be with an output. */
export function outputCollectionWith(
  processing: Processing,
  body: ElementInstance,
  inner: ElementInstance,
  { text, overwrittenList }: LoopOutput,
): string {
  return overwrittenList ?? collectedOutput(processing, body.key, { loopCounter: inner.value.loopCounter, text });
}

export function collectOutput(
  processing: Processing,
  body: ElementInstance,
  inner: ElementInstance,
  { variableName, text, overwrittenList }: LoopOutput,
): void {
  if (overwrittenList !== undefined) {
    setLocalVariables(processing, body.key, body.value, new Map([[variableName, overwrittenList]]));
    return;
  }
  processing.write.event(ValueType.MULTI_INSTANCE, MultiInstanceIntent.OUTPUT_ELEMENT_COLLECTED, inner.key, {
    elementInstanceKey: body.key,
    processInstanceKey: body.value.processInstanceKey,
    inputCollection: [],
    outputCollection: variableName,
    loopCounter: inner.value.loopCounter,
    outputElement: text,
  });
  noteVariableChange(processing, body.value, { scopeKey: body.key, name: variableName, kind: 'update' });
}

function evaluateOutput(
  processing: Processing,
  outputElement: ExpressionSource,
  inner: ElementInstance,
): string | Failure {
  const evaluated = evaluateExpression(processing, outputElement, scopeContext(processing, inner.key));
  return evaluated instanceof Failure ? evaluated : toJsonText(evaluated.value);
}

/** One more output must not make a variable that nobody can be sent. */
function checkLength(
  processing: Processing,
  variableName: string,
  body: ElementInstance,
  text: string,
): Failure | undefined {
  const max = processing.limits.outputCollectionLengthMax;
  const { itemCount, outputLength } = processing.state.multiInstances.get(body.key) ?? {
    itemCount: 0,
    outputLength: 0,
  };
  // Each item costs a comma; those without an output yet may still turn out as short as a digit.
  if (outputLength + text.length + itemCount <= max) return undefined;
  return new Failure(
    IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
    `Expected the output collection '${variableName}' to have at most ${max} characters, but with this output of ${text.length} characters it would have more. Collect less per item, or go through fewer items at once.`,
  );
}

function replaced(
  list: FeelValue,
  variableName: string,
  body: ElementInstance,
  inner: ElementInstance,
  text: string,
): string | Failure {
  const { loopCounter } = inner.value;
  if (!isList(list)) {
    return extractValueFailure(
      `Unable to update an item in output collection '${variableName}' because the type of the output collection is: ${typeNameOf(list)}. This may happen when multiple BPMN elements write to the same variable.`,
      body.key,
    );
  }
  if (loopCounter > list.length) {
    return extractValueFailure(
      `Unable to update an item in output collection '${variableName}' at position ${loopCounter} because the size of the collection is: ${list.length}. This may happen when multiple BPMN elements write to the same variable.`,
      body.key,
    );
  }
  const texts = list.map((item) => toJsonText(item));
  texts[loopCounter - 1] = text;
  return `[${texts.join(',')}]`;
}
