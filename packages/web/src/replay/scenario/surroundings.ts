/** What a test puts in place of what it does not have: decisions, called processes, forms. */
import {
  type DecisionEvaluationValue,
  joinJsonObject,
  type Key,
  NO_KEY,
  ProcessEventIntent,
  type ProcessEventValue,
  ProcessInstanceIntent,
  type ProcessInstanceValue,
  RecordType,
  splitJsonObject,
  ValueType,
} from '@waggle/protocol';
import { jsonLiteral, quoted, templateLiteral } from './source-text.ts';
import type { Story } from './story.ts';

export interface ScenarioModel {
  /** `order.bpmn`, `discount.dmn`, `approve.form`. */
  readonly name: string;
  readonly content: string;
}

/** Outputs of decisions whose models the test does not have, each where it is needed. */
export class MockedDecisions {
  readonly #dmn: string;
  readonly #outputs = new Map<string, string>();

  constructor(models: readonly ScenarioModel[]) {
    this.#dmn = models
      .filter(({ name }) => name.endsWith('.dmn'))
      .map(({ content }) => content)
      .join('\n');
  }

  /** @returns the line that is needed before what evaluates it; `undefined` = the test knows it already. */
  lineFor({ decisionId, decisionOutput }: DecisionEvaluationValue): string | undefined {
    if (this.#dmn.includes(`id="${decisionId}"`) || this.#outputs.get(decisionId) === decisionOutput) return undefined;
    this.#outputs.set(decisionId, decisionOutput);
    return `engine.mockDecision(${quoted(decisionId)}, ${jsonLiteral(decisionOutput, '  ')});`;
  }
}

/**
 * Lines for called instances whose records the scenario does not have: they end at once with what they gave. A mock always
 * gives the same, so of several instances of a process it gives what they gave together.
 */
export function calledProcessLines(story: Story): readonly string[] {
  const known = new Set(story.replays.map(({ processInstanceKey }) => processInstanceKey));
  const given = new Map<string, Map<string, string>>();
  const called = new Set<string>();
  for (const { key, recordType, valueType, intent, value } of story.records) {
    if (recordType !== RecordType.EVENT || valueType !== ValueType.PROCESS_INSTANCE) continue;
    const { bpmnProcessId, processInstanceKey, parentElementInstanceKey } = value as ProcessInstanceValue;
    if (key !== processInstanceKey || parentElementInstanceKey === NO_KEY || known.has(String(key))) continue;
    called.add(bpmnProcessId);
    if (intent !== ProcessInstanceIntent.ELEMENT_COMPLETED) continue;
    const members = given.get(bpmnProcessId) ?? new Map<string, string>();
    for (const [name, text] of givenBy(story, parentElementInstanceKey)) members.set(name, text);
    given.set(bpmnProcessId, members);
  }
  return [...called].map((processId) => {
    const members = given.get(processId);
    if (members === undefined) {
      return `// TODO: nothing is known of what the called process ${quoted(processId)} did: deploy and serve it`;
    }
    const argument = members.size === 0 ? '' : `, ${jsonLiteral(joinJsonObject(members), '  ')}`;
    return `engine.mockProcess(${quoted(processId)}${argument});`;
  });
}

/** What a called instance handed to its call activity when it ended, but for what it had been given by it. */
function givenBy(story: Story, callActivityKey: Key): readonly (readonly [string, string])[] {
  const event = story.records.findLast(
    ({ recordType, valueType, intent, value }) =>
      recordType === RecordType.EVENT &&
      valueType === ValueType.PROCESS_EVENT &&
      intent === ProcessEventIntent.TRIGGERING &&
      (value as ProcessEventValue).scopeKey === callActivityKey,
  );
  if (event === undefined) return [];
  const given = splitJsonObject((event.value as ProcessEventValue).variables);
  if (!given.ok) return [];
  const before = visibleVariables(story, callActivityKey, event.position);
  return [...given.members].filter(([name, value]) => before.get(name) !== value);
}

/** As seen from an element instance, the nearest of a name. */
function visibleVariables(story: Story, elementInstanceKey: Key, position: number): ReadonlyMap<string, string> {
  const visible = new Map<string, string>();
  for (const moment of story.before(position)) {
    for (
      let node = moment.element(String(elementInstanceKey));
      node !== undefined;
      node = moment.element(node.scopeKey)
    ) {
      for (const { name, value } of moment.variables(node.key)) if (!visible.has(name)) visible.set(name, value);
    }
  }
  return visible;
}

const FORM_ID = /<(?:\w+:)?formDefinition\b[^>]*?\bformId="([^"<&]+)"/g;

/** A task whose form is missing would be an incident, so forms that nobody gave are empty. */
export function emptyForms(models: readonly ScenarioModel[]): readonly ScenarioModel[] {
  const ids = new Set(models.flatMap(({ content }) => [...content.matchAll(FORM_ID)].map(([, id]) => id!)));
  const given = models.filter(({ name }) => name.endsWith('.form')).map(({ content }) => content);
  return [...ids]
    .filter((id) => !given.some((content) => content.includes(JSON.stringify(id))))
    .map((id) => ({
      name: `${id}.form`,
      content: JSON.stringify({ id, type: 'default', schemaVersion: 18, components: [] }),
    }));
}

/** The models as constants, behind the test, where they are not in the way. */
export function modelLines(models: readonly ScenarioModel[]): readonly string[] {
  return models.map(
    ({ name, content }, index) =>
      `const model${index + 1} = {\n  name: ${quoted(name)},\n  content: ${templateLiteral(content)},\n};\n`,
  );
}
