/** What the instance has come to, as assertions. */
import { ProcessInstanceIntent, type ProcessInstanceValue, RecordType, ValueType } from '@waggle/protocol';
import type { ElementNode } from '../moment-parts.ts';
import type { MomentState } from '../moment-state.ts';
import type { Replay } from '../replay.ts';
import { jsonLiteral, quoted } from './source-text.ts';

/** More elements say nothing to a reader: then each is named once. */
const PATH_LENGTH_MAX = 60;
/** Characters of a variable that is still asserted: nobody reads longer ones in a test. */
const VALUE_LENGTH_MAX = 1_000;

/** @param skipped an element that the test does not pass; empty = none. */
export function assertionLines(replay: Replay, moment: MomentState, skipped: string): readonly string[] {
  const { root } = moment;
  if (root === undefined) return [];
  const lines = [`.${ASSERTIONS[root.state]}()`];
  const passed = passedElements(replay, moment.index).filter((elementId) => elementId !== skipped);
  if (passed.length > 0 && passed.length <= PATH_LENGTH_MAX) lines.push(call('hasPassedInOrder', passed));
  else if (passed.length > 0) lines.push(call('hasPassed', [...new Set(passed)].slice(0, PATH_LENGTH_MAX)));
  if (root.state === 'ACTIVE') {
    const waiting = waitingElements(moment, root);
    if (waiting.length > 0 && waiting.length <= PATH_LENGTH_MAX) lines.push(call('isWaitingAt', waiting));
    lines.push(...incidentLines(moment));
  }
  lines.push(...variableLines(moment, root.key));
  return ['assertThat(instance)', ...lines.map((line) => `  ${line}`)].map((line, index, all) =>
    index === all.length - 1 ? `${line};` : line,
  );
}

const ASSERTIONS = { ACTIVE: 'isActive', COMPLETED: 'isCompleted', TERMINATED: 'isTerminated' } as const;

function incidentLines({ incidents }: MomentState): readonly string[] {
  if (incidents.length === 0) return ['.hasNoIncidents()'];
  const texts = incidents.map(
    ({ errorType, elementId }) => `.hasIncident({ type: ${quoted(errorType)}, elementId: ${quoted(elementId)} })`,
  );
  return [...new Set(texts)].slice(0, PATH_LENGTH_MAX);
}

function variableLines(moment: MomentState, key: string): readonly string[] {
  const asserted = moment.variables(key).filter(({ value }) => value.length <= VALUE_LENGTH_MAX);
  if (asserted.length === 0) return [];
  const members = asserted.map(({ name, value }) => `${JSON.stringify(name)}:${value}`);
  return [`.hasVariables(${jsonLiteral(`{${members.join()}}`, '    ')})`];
}

/** In the order they completed, without the process itself. */
function passedElements({ records, processInstanceKey }: Replay, index: number): readonly string[] {
  return records.slice(0, index + 1).flatMap(({ key, recordType, valueType, intent, value }) => {
    if (recordType !== RecordType.EVENT || valueType !== ValueType.PROCESS_INSTANCE) return [];
    if (intent !== ProcessInstanceIntent.ELEMENT_COMPLETED || String(key) === processInstanceKey) return [];
    const { elementId, processInstanceKey: owner } = value as ProcessInstanceValue;
    return String(owner) === processInstanceKey ? [elementId] : [];
  });
}

/** Living elements that hold no other living one. */
function waitingElements(moment: MomentState, scope: ElementNode): readonly string[] {
  return moment
    .children(scope.key)
    .filter(({ state }) => state === 'ACTIVE')
    .flatMap((node) => {
      const inner = waitingElements(moment, node);
      return inner.length > 0 ? inner : [node.elementId];
    });
}

function call(name: string, ids: readonly string[]): string {
  const line = `.${name}(${ids.map(quoted).join(', ')})`;
  return line.length <= 100 ? line : `.${name}(\n${ids.map((id) => `      ${quoted(id)},\n`).join('')}    )`;
}
