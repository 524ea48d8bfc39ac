/** Which element of a version becomes which of another, by the rules of the engine. */
import type { MigrateProcessInstanceMappingInstruction } from '../../api/gen/api.ts';
import type { ElementFacts, ProcessFacts } from '../model/process-facts.ts';

/** Target elements by source element. */
export type Mapping = ReadonlyMap<string, string>;

/** What somebody chose, by source element; empty = it is not mapped. */
export type MappingChanges = Readonly<Record<string, string>>;

/** Why a line cannot stay as it is, by the name of the text that says so. */
export type MappingProblem = 'unmapped' | 'scope' | 'detached' | 'twice';

export interface MappingLine {
  readonly source: ElementFacts;
  readonly target: ElementFacts | undefined;
  /** Instances with a token there. */
  readonly count: number;
  readonly problem: MappingProblem | undefined;
  /** Whether the server would refuse instances for it. */
  readonly isBlocking: boolean;
}

/** Elements whose mapping can matter: where tokens wait, or something waits for an event. */
export function isMappable(element: ElementFacts): boolean {
  return element.type !== 'START_EVENT' || element.isEventSubProcessStart;
}

/** Whether tokens at one element may go on at the other. */
export function fits(source: ElementFacts, target: ElementFacts): boolean {
  if (source.type !== target.type || source.eventType !== target.eventType || source.loop !== target.loop) return false;
  // A worker's job may become a task of the engine, but not the other way round.
  const isTakenOver = source.type === 'USER_TASK' && target.implementation === 'userTask';
  return (
    (source.implementation === target.implementation || isTakenOver) &&
    source.isEventSubProcessStart === target.isEventSubProcessStart
  );
}

/** By id, and what is left by name where that says it all. Only what fits, in scopes that belong to each other. */
export function automaticMapping(source: ProcessFacts, target: ProcessFacts): Mapping {
  const mapping = new Map<string, string>();
  const sources = byDepth(source).filter(isMappable);
  const targets = [...target.elements.values()].filter(isMappable);
  const belongs = (one: ElementFacts, other: ElementFacts) =>
    fits(one, other) && isSameScope(one, other, mapping) && isSameHost(one, other, mapping);
  const add = (wanted: (one: ElementFacts) => ElementFacts | undefined) => {
    for (const one of sources) {
      const other = mapping.has(one.id) ? undefined : wanted(one);
      if (other !== undefined) mapping.set(one.id, other.id);
    }
  };
  add((one) => {
    const other = target.elements.get(one.id);
    return other !== undefined && belongs(one, other) ? other : undefined;
  });
  add((one) => {
    const taken = new Set(mapping.values());
    const named = (each: ElementFacts) => each.name === one.name && each.name !== each.id;
    const candidates = targets.filter((other) => named(other) && !taken.has(other.id) && belongs(one, other));
    const rivals = sources.filter((other) => !mapping.has(other.id) && named(other) && fits(one, other));
    return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined;
  });
  // Scopes that were found by name have elements of the same id inside.
  add((one) => {
    const other = target.elements.get(one.id);
    return other !== undefined && belongs(one, other) ? other : undefined;
  });
  return mapping;
}

export function withChanges(automatic: Mapping, changes: MappingChanges): Mapping {
  const mapping = new Map(automatic);
  for (const [sourceId, targetId] of Object.entries(changes)) {
    if (targetId === '') mapping.delete(sourceId);
    else mapping.set(sourceId, targetId);
  }
  return mapping;
}

/** @param counts instances with a token at each element of the source. @returns those with tokens first, then what is not mapped. */
export function mappingLines(
  source: ProcessFacts,
  target: ProcessFacts,
  mapping: Mapping,
  counts: ReadonlyMap<string, number>,
): readonly MappingLine[] {
  const chosen = new Map<string, number>();
  for (const [sourceId, targetId] of mapping) {
    if (waitsForAnother(source.elements.get(sourceId))) chosen.set(targetId, (chosen.get(targetId) ?? 0) + 1);
  }
  return [...source.elements.values()]
    .filter(isMappable)
    .map((one): MappingLine => {
      const count = counts.get(one.id) ?? 0;
      const other = target.elements.get(mapping.get(one.id) ?? '');
      const problem = problemOf(one, other, count, mapping, chosen);
      return { source: one, target: other, count, problem, isBlocking: blocks(problem, count) };
    })
    .sort((one, other) => urgency(other) - urgency(one));
}

/** Tokens first, then what somebody has to decide; the rest stays as the model has it. */
function urgency({ count, target }: MappingLine): number {
  return count > 0 ? 2 : target === undefined ? 1 : 0;
}

function problemOf(
  source: ElementFacts,
  target: ElementFacts | undefined,
  count: number,
  mapping: Mapping,
  chosen: ReadonlyMap<string, number>,
): MappingProblem | undefined {
  if (target === undefined) return count > 0 ? 'unmapped' : undefined;
  if (waitsForAnother(source) && (chosen.get(target.id) ?? 0) > 1) return 'twice';
  if (!isSameHost(source, target, mapping)) return 'detached';
  return isSameScope(source, target, mapping) ? undefined : 'scope';
}

/** Events at edges have no tokens; what is wrong with them is refused all the same. */
function blocks(problem: MappingProblem | undefined, count: number): boolean {
  if (problem === undefined) return false;
  return problem === 'twice' || problem === 'detached' || count > 0;
}

function isSameScope(source: ElementFacts, target: ElementFacts, mapping: Mapping): boolean {
  const [scope, other] = [source.scopes.at(-1)?.id, target.scopes.at(-1)?.id];
  return scope === undefined || other === undefined
    ? scope === other
    : mapping.get(scopeElement(scope)) === scopeElement(other);
}

/** What runs inside an ad-hoc sub-process has a scope of its own, which has no place in a mapping. */
function scopeElement(id: string): string {
  return id.replace(/#.*$/, '');
}

function isSameHost(source: ElementFacts, target: ElementFacts, mapping: Mapping): boolean {
  const { attachedToId } = source;
  return attachedToId === undefined || mapping.get(attachedToId) === target.attachedToId;
}

function waitsForAnother(element: ElementFacts | undefined): boolean {
  return element?.type === 'BOUNDARY_EVENT' || element?.isEventSubProcessStart === true;
}

/** Scopes before what lies in them, activities before what is attached to them. */
function byDepth({ elements }: ProcessFacts): readonly ElementFacts[] {
  const rank = ({ scopes, attachedToId }: ElementFacts) => scopes.length * 2 + (attachedToId === undefined ? 0 : 1);
  return [...elements.values()].sort((one, other) => rank(one) - rank(other));
}

export interface MappingSummary {
  readonly mapped: number;
  readonly unmapped: number;
  readonly blocking: readonly MappingLine[];
}

export function summaryOf(lines: readonly MappingLine[]): MappingSummary {
  const mapped = lines.filter(({ target }) => target !== undefined).length;
  return { mapped, unmapped: lines.length - mapped, blocking: lines.filter(({ isBlocking }) => isBlocking) };
}

/** What the server is told: the lines, and the flows on which tokens wait at joins whose flows have other ids now. */
export function mappingInstructions(
  source: ProcessFacts,
  target: ProcessFacts,
  mapping: Mapping,
): readonly MigrateProcessInstanceMappingInstruction[] {
  const elements = [...mapping].filter(([id, other]) => source.elements.has(id) && target.elements.has(other));
  const flows: [string, string][] = [];
  for (const flow of source.flows.values()) {
    const join = source.elements.get(flow.targetId);
    const targetJoin = mapping.get(flow.targetId);
    if (join?.isJoin !== true || targetJoin === undefined) continue;
    if (target.flows.get(flow.id)?.targetId === targetJoin) continue;
    const from = mapping.get(flow.sourceId);
    const other = [...target.flows.values()].find(
      ({ sourceId, targetId }) => sourceId === from && targetId === targetJoin,
    );
    if (other !== undefined) flows.push([flow.id, other.id]);
  }
  return [...elements, ...flows].map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId }));
}
