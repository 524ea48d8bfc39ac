/** Instructions of a modification with everything unsaid filled in. */
import { DEFAULT_TENANT_ID, type Key, NO_KEY, ProcessInstanceModificationIntent, ValueType } from '@waggle/protocol';
import type { Answer, TestEngine } from './test-engine.ts';

export interface Modification {
  readonly activate?: readonly {
    readonly element: string;
    readonly ancestor?: Key;
    /** Variables by scope id; the empty id is the process instance. */
    readonly variables?: Readonly<Record<string, object>>;
  }[];
  /** By key or by element id. */
  readonly terminate?: readonly (Key | string)[];
  readonly move?: readonly {
    readonly from: Key | string;
    readonly to: string;
    readonly ancestor?: Key | 'inferred' | 'sourceParent';
    readonly variables?: Readonly<Record<string, object>>;
  }[];
}

export function modify(engine: TestEngine, processInstanceKey: Key, modification: Modification): Answer | undefined {
  const { activate = [], terminate = [], move = [] } = modification;
  return engine.send(ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, {
    processInstanceKey,
    activateInstructions: activate.map(({ element, ancestor, variables }) => ({
      elementId: element,
      ancestorScopeKey: ancestor ?? NO_KEY,
      variableInstructions: variableInstructions(variables),
    })),
    terminateInstructions: terminate.map((target) => ({
      elementInstanceKey: typeof target === 'string' ? NO_KEY : target,
      elementId: typeof target === 'string' ? target : '',
    })),
    moveInstructions: move.map(({ from, to, ancestor, variables }) => ({
      sourceElementId: typeof from === 'string' ? from : '',
      sourceElementInstanceKey: typeof from === 'string' ? NO_KEY : from,
      targetElementId: to,
      ancestorScopeKey: typeof ancestor === 'bigint' ? ancestor : NO_KEY,
      infersAncestorScope: ancestor === 'inferred',
      usesSourceParentAsScope: ancestor === 'sourceParent',
      variableInstructions: variableInstructions(variables),
    })),
    ancestorScopeKeys: [],
    terminatedElementInstanceKeys: [],
    tenantId: DEFAULT_TENANT_ID,
  });
}

function variableInstructions(variables: Readonly<Record<string, object>> = {}) {
  return Object.entries(variables).map(([elementId, values]) => ({ elementId, variables: JSON.stringify(values) }));
}
