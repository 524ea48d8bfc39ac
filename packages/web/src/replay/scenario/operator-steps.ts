import {
  joinJsonObject,
  type Key,
  type LogRecord,
  ValueType,
  type VariableDocumentValue,
  type VariableValue,
} from '@waggle/protocol';
import type { ElementNode } from '../moment-parts.ts';
import type { MomentState } from '../moment-state.ts';
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
  if (byScope.size === 0) return step(setLine(story, { scopeKey, variables, position }));
  return step(
    ...[...byScope].map(([key, members]) =>
      setLine(story, { scopeKey: key, variables: joinJsonObject(members), position }),
    ),
  );
};

interface ScopeVariables {
  readonly scopeKey: Key;
  readonly variables: string;
  readonly position: number;
}

function setLine(story: Story, { scopeKey, variables, position }: ScopeVariables): string {
  const handle = story.handleOf(scopeKey) ?? 'instance';
  const isInstance = story.handleOf(scopeKey) !== undefined && isProcess(story, scopeKey);
  const element = isInstance ? '' : `, ${elementSelector(story, scopeKey, position)}`;
  return `${handle}.setVariables(${jsonLiteral(variables, '  ')}${element});`;
}

/** By its id, and by its place where several of it live. */
function elementSelector(story: Story, key: Key, position: number): string {
  const elementId = story.elementIdOf(key) ?? '';
  const living = story
    .before(position)
    .flatMap((moment) => {
      const instance = moment.root;
      return instance !== undefined && moment.element(String(key)) !== undefined ? livingOf(moment, instance) : [];
    })
    .filter((node) => node.elementId === elementId)
    .sort((left, right) => left.startIndex - right.startIndex);
  const place = living.findIndex((node) => node.key === String(key));
  return living.length > 1 && place >= 0 ? `{ elementId: ${quoted(elementId)}, at: ${place} }` : quoted(elementId);
}

function livingOf(moment: MomentState, node: ElementNode): readonly ElementNode[] {
  if (node.state !== 'ACTIVE') return [];
  return [node, ...moment.children(node.key).flatMap((child) => livingOf(moment, child))];
}

function isProcess(story: Story, key: Key): boolean {
  return story.replays.some(({ processInstanceKey }) => processInstanceKey === String(key));
}

/** Operations that change instances from outside and have no counterpart in tests. */
export function operation(what: string): (record: LogRecord) => ReturnType<StepMaker> {
  return () => missingStep(`${what}, which a test cannot do yet`);
}
