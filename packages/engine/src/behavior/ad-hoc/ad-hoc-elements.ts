import type { ExecutableElement } from '@waggle/bpmn';
import { type FeelContext, type FromAiParameter, fromAiParameters, toJsonText } from '@waggle/feel';
import { joinJsonObject } from '@waggle/protocol';

/** The variable that tells a worker or an agent what can be started inside an ad-hoc sub-process. */
export const AD_HOC_ELEMENTS_VARIABLE = 'adHocSubProcessElements';

/** Descriptions never change, and models are kept: each is written once. */
const described = new WeakMap<ExecutableElement, string>();

/** JSON text of what can be started inside an ad-hoc sub-process, and what an agent is to fill in for it. */
export function adHocElementsText(adHocSubProcess: ExecutableElement): string {
  let text = described.get(adHocSubProcess);
  if (text === undefined) {
    text = `[${(adHocSubProcess.adHoc?.activatableElements ?? []).map(elementText).join(',')}]`;
    described.set(adHocSubProcess, text);
  }
  return text;
}

/** Why the calls of fromAi() inside an element's input mappings tell no agent what to fill in; `undefined` when they do. */
export function problemOfParameters(element: ExecutableElement): string | undefined {
  for (const result of readParameters(element)) {
    if (!result.ok) {
      return `Failed to extract ad-hoc activity parameters for element '${element.id}'. ${result.message}`;
    }
  }
  return undefined;
}

/** What is empty is left out, as Camunda does it. */
function elementText(element: ExecutableElement): string {
  const { id, name, documentation, properties } = element;
  const parameters = readParameters(element).flatMap((result) => (result.ok ? result.parameters : []));
  const members: [string, string][] = [['elementId', JSON.stringify(id)]];
  if (name) members.push(['elementName', JSON.stringify(name)]);
  if (documentation) members.push(['documentation', JSON.stringify(documentation)]);
  if (Object.keys(properties).length > 0) members.push(['properties', JSON.stringify(properties)]);
  if (parameters.length > 0) members.push(['parameters', `[${parameters.map(parameterText).join(',')}]`]);
  return joinJsonObject(members);
}

function parameterText({ name, description, type, schema, options }: FromAiParameter): string {
  const members: [string, string][] = [['name', JSON.stringify(name)]];
  if (description) members.push(['description', JSON.stringify(description)]);
  if (type) members.push(['type', JSON.stringify(type)]);
  if (isFilled(schema)) members.push(['schema', toJsonText(schema)]);
  if (isFilled(options)) members.push(['options', toJsonText(options)]);
  return joinJsonObject(members);
}

function isFilled(context: FeelContext | undefined): context is FeelContext {
  return context !== undefined && context.size > 0;
}

function readParameters(element: ExecutableElement) {
  const { inputMappings } = element.innerActivity ?? element;
  return inputMappings.filter(({ source }) => source.isExpression).map(({ source }) => fromAiParameters(source.text));
}
