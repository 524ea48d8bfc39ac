import type { ProcessModel } from './process-model.ts';

/** What tokens can be at. */
export interface FlowNode {
  readonly id: string;
  /** In one line; the id when it has none. */
  readonly name: string;
  /** As BPMN spells it: `serviceTask`. */
  readonly type: string;
}

const FLOW_NODE = /(Event|[tT]ask|Gateway|[sS]ubProcess|callActivity|transaction)$/;

/** In the order of their names. */
export function flowNodesOf({ elements }: ProcessModel): readonly FlowNode[] {
  return [...elements.values()]
    .filter(({ type }) => FLOW_NODE.test(type))
    .map(({ id, name = '', type }) => {
      const text = name.replaceAll(/\s+/g, ' ').trim();
      return { id, name: text === '' ? id : text, type };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}
