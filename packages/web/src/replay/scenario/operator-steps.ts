import {
  joinJsonObject,
  type Key,
  type LogRecord,
  ValueType,
  type VariableDocumentValue,
  type VariableValue,
} from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { missingStep, type StepMaker, step } from './step.ts';
import type { Story } from './story.ts';

export const cancelInstance: StepMaker = ({ key }, story) => step(`${story.handleOf(key) ?? 'instance'}.cancel();`);

export const resolveIncident: StepMaker = ({ key, position }, story) => {
  const incident = story.firstEvent(ValueType.INCIDENT, key)?.value;
  if (incident === undefined) return missingStep('an incident was resolved that no record tells of');
  const { elementId, processInstanceKey } = incident;
  const handle = story.handleOf(processInstanceKey) ?? 'instance';
  const open = story
    .before(position)
    .flatMap(({ incidents }) => incidents)
    .filter((each) => story.handleOf(BigInt(each.elementInstanceKey) as Key) === handle);
  return step(`${handle}.resolveIncident(${open.length > 1 ? quoted(elementId) : ''});`);
};

/** What became of it tells the scopes: a document may reach several. */
export const setVariables: StepMaker = ({ position, value }, story) => {
  const { scopeKey, variables } = value as VariableDocumentValue;
  const byScope = new Map<Key, Map<string, string>>();
  for (const event of story.causedBy(position)) {
    if (event.valueType !== ValueType.VARIABLE) continue;
    const changed = event.value as VariableValue;
    const members = byScope.get(changed.scopeKey) ?? new Map<string, string>();
    byScope.set(changed.scopeKey, members.set(changed.name, changed.value));
  }
  if (byScope.size === 0) return step(setLine(story, scopeKey, variables));
  return step(...[...byScope].map(([key, members]) => setLine(story, key, joinJsonObject(members))));
};

function setLine(story: Story, scopeKey: Key, variables: string): string {
  const handle = story.handleOf(scopeKey) ?? 'instance';
  const isInstance = story.handleOf(scopeKey) !== undefined && isProcess(story, scopeKey);
  const element = isInstance ? '' : `, ${quoted(story.elementIdOf(scopeKey) ?? '')}`;
  return `${handle}.setVariables(${jsonLiteral(variables, '  ')}${element});`;
}

function isProcess(story: Story, key: Key): boolean {
  return story.replays.some(({ processInstanceKey }) => processInstanceKey === String(key));
}

/** Operations that change instances from outside and have no counterpart in tests. */
export function operation(what: string): (record: LogRecord) => ReturnType<StepMaker> {
  return () => missingStep(`${what}, which a test cannot do yet`);
}
