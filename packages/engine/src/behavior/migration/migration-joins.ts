import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import type { ElementInstance } from '../../state/element-instance.ts';
import type { MigrationContext } from './migration-plan.ts';

/** Tokens that wait at a joining gateway, and the flow into the target's gateway they wait on from then on. */
export interface TokenMove {
  readonly sourceFlow: ExecutableSequenceFlow;
  readonly targetFlow: ExecutableSequenceFlow;
  readonly count: number;
}

/** @throws {RejectCommand} when tokens would get lost or a gateway would wait for ever. */
export function planJoins(
  { processing, mapping, definition, refusal }: MigrationContext,
  scope: ElementInstance,
  targetScope: ExecutableElement,
): readonly TokenMove[] {
  if (scope.activeFlowCount === 0) return [];
  const source = processing.models.get(scope.value.processDefinitionKey);
  const target = processing.models.get(definition.processDefinitionKey);
  const moves: TokenMove[] = [];
  processing.state.takenFlows.forEach(scope.key, (flowId, count) => {
    const sourceFlow = source.sequenceFlows.get(flowId);
    if (sourceFlow === undefined) throw new Error(`Expected the taken flow '${flowId}' in the definition`);
    const join = sourceFlow.target;
    const targetJoin = mapping.elementFor(join.id);
    if (targetJoin === undefined) {
      throw refusal.invalidState(
        `no mapping instruction defined for the gateway '${join.id}', at which tokens wait. Map it to a gateway of the target.`,
      );
    }
    if (targetJoin.elementType !== join.elementType || targetJoin.flowScope !== targetScope) {
      throw refusal.invalidState(
        `the gateway '${join.id}', at which tokens wait, is mapped to '${targetJoin.id}', which is no gateway of the same type in the same scope.`,
      );
    }
    if (targetJoin.incoming.length < join.incoming.length) {
      throw refusal.invalidState(
        `the gateway '${join.id}', at which tokens wait, has more incoming sequence flows than '${targetJoin.id}'.`,
      );
    }
    const targetFlow = target.sequenceFlows.get(mapping.flowFor(flowId));
    if (targetFlow === undefined || targetFlow.target !== targetJoin) {
      throw refusal.invalidState(
        `the taken sequence flow '${flowId}' has no counterpart that leads to '${targetJoin.id}'. Map it to one that does.`,
      );
    }
    moves.push({ sourceFlow, targetFlow, count });
  });
  return moves;
}
