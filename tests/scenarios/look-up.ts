/** Finds what a step means by an element, a job, an incident. @throws {Error} when there is none. */
import { isRef } from './names.ts';
import type { ObservedElement, ObservedJob } from './observed-state.ts';
import type { Observed } from './run-scenario.ts';
import type { DefinitionRef, JobRef, Ref, ScopeRef } from './scenario.ts';

export function scopeKey(ref: ScopeRef, observed: Observed): string {
  if (typeof ref === 'string') return observed.names.get(ref);
  const instances = elementInstances(ref.element, ref.of, observed);
  const living = instances.filter((element) => observed.state.isLiving(element));
  const found = ref.index === undefined ? (living.at(-1) ?? instances.at(-1)) : instances[ref.index];
  if (found === undefined) throw new Error(`Expected an instance of "${ref.element}", but there is none`);
  return found.key;
}

export function elementInstances(
  elementId: string,
  of: Ref | undefined,
  { names, state }: Observed,
): readonly ObservedElement[] {
  return state.instancesOf(elementId, of === undefined ? undefined : names.get(of));
}

export function jobKey(ref: JobRef, observed: Observed): string {
  if (isRef(ref)) return observed.names.get(ref);
  const { type, element, of, index = 0 } = typeof ref === 'string' ? { type: ref } : ref;
  const job = observed.state
    .openJobs(type)
    .filter(
      ({ value }: ObservedJob) =>
        (element === undefined || value.elementId === element) &&
        (of === undefined || value.processInstanceKey === observed.names.get(of)),
    )[index];
  if (job === undefined) {
    const open = [...observed.state.jobs.values()].filter(({ isOpen }) => isOpen).map(({ value }) => value.type);
    throw new Error(`Expected an open job ${JSON.stringify(ref)}, but there are only: ${open.join(', ') || 'none'}`);
  }
  return job.key;
}

/** The open incident of an element. */
export function incidentKey(ref: ScopeRef, observed: Observed): string {
  if (typeof ref === 'string') return observed.names.get(ref);
  const open = [...observed.state.incidents.values()].filter(({ isOpen }) => isOpen);
  const found = open.find(({ value }) => value.elementId === ref.element);
  if (found === undefined) {
    const places = open.map(({ value }) => value.elementId).join(', ');
    throw new Error(`Expected an open incident at "${ref.element}", but there are only: ${places || 'none'}`);
  }
  return found.key;
}

/** The newest user task of an element. */
export function taskKey(elementId: string, observed: Observed): string {
  const found = [...observed.state.tasks.values()].filter(({ value }) => value.elementId === elementId).at(-1);
  if (found === undefined) throw new Error(`Expected a user task of "${elementId}", but there is none`);
  return found.key;
}

export function definitionKey({ process, version }: DefinitionRef, { state }: Observed): string {
  const versions = state.definitions.get(process);
  const found = versions?.get(version ?? Math.max(...versions.keys()));
  if (found === undefined) throw new Error(`Expected a definition of "${process}", but there is none`);
  return found;
}

export function decisionKey(decisionId: string, version: number, { records }: Observed): string {
  const created = records.find(
    ({ valueType, intent, value }) =>
      valueType === 'DECISION' && intent === 'CREATED' && value.decisionId === decisionId && value.version === version,
  );
  if (created === undefined)
    throw new Error(`Expected version ${version} of decision "${decisionId}", but there is none`);
  return created.key;
}
