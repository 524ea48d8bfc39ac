import { parseBpmn } from '@waggle/bpmn';

export interface ModelItem {
  readonly id: string;
  /** Empty when the model gives none. */
  readonly name: string;
  readonly isFlow: boolean;
}

/** Elements and sequence flows of a process, without the process itself and scopes that no diagram shows. */
export function modelItems(xml: string, processId: string): readonly ModelItem[] {
  const parsed = parseBpmn(xml, { resourceName: processId });
  const process = parsed.ok ? parsed.model.processes.find(({ id }) => id === processId) : undefined;
  if (process === undefined)
    throw new Error(`Expected the deployed model to hold the process '${processId}', but it does not`);
  const elements = [...process.elements.values()].filter(({ id }) => id !== processId && !id.includes('#'));
  return [
    ...elements.map(({ id, name = '' }) => ({ id, name, isFlow: false })),
    ...[...process.sequenceFlows.values()].map(({ id, name = '' }) => ({ id, name, isFlow: true })),
  ];
}
