import type { ExecutableElement, ExecutableSequenceFlow } from '@waggle/bpmn';
import { bpmnElementTypeName } from '@waggle/protocol';
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
      throw refusal.invalidArgument(
        `gateway '${join.id}' has at least one incoming sequence flow taken. Joining gateways with at least one incoming sequence flow taken must be mapped to a gateway of the same type in the target process definition.`,
      );
    }
    if (targetJoin.elementType !== join.elementType) {
      const [type, targetType] = [bpmnElementTypeName(join.elementType), bpmnElementTypeName(targetJoin.elementType)];
      throw refusal.invalidArgument(
        `active element with id '${join.id}' and type '${type}' is mapped to an element with id '${targetJoin.id}' and different type '${targetType}'. Elements must be mapped to elements of the same type.`,
      );
    }
    if (targetJoin.flowScope !== targetScope) {
      throw refusal.invalidArgument(
        `the gateway '${join.id}', at which tokens wait, is mapped to '${targetJoin.id}', which is in another scope.`,
      );
    }
    if (targetJoin.incoming.length < join.incoming.length) {
      throw refusal.invalidArgument(
        `the gateway '${join.id}', at which tokens wait, has more incoming sequence flows than '${targetJoin.id}'.`,
      );
    }
    const targetFlow = target.sequenceFlows.get(mapping.flowFor(flowId));
    if (targetFlow === undefined || targetFlow.target !== targetJoin) {
      throw refusal.invalidArgument(
        `joining gateway with id '${join.id}' has a taken sequence flow with id '${flowId}'. Taken sequence flows must be mapped to a sequence flow in the target process definition that leads to '${targetJoin.id}'.`,
      );
    }
    moves.push({ sourceFlow, targetFlow, count });
  });
  return moves;
}
