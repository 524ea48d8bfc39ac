/** Why an element cannot be started by hand, in the words of the operation that was to start it. */
import { BpmnElementType, bpmnElementTypeName, RejectionType } from '@waggle/protocol';
import { RejectCommand, Rejection } from '../../rejection.ts';

/** Says what is wrong with an instruction, as the end of a sentence that names the operation. */
export type Refuse = (problem: string) => RejectCommand;

export interface PlacementRefusals {
  readonly refuse: Refuse;
  missing(id: string): RejectCommand;
  unplaceable(id: string, type: BpmnElementType, unplaceable: ReadonlySet<BpmnElementType>): RejectCommand;
  behindEventBasedGateway(id: string): RejectCommand;
  /** Opening the scope would be an iteration nobody asked for. */
  multiInstance(scopeId: string, id: string): RejectCommand;
  ambiguousScope(scopeId: string): RejectCommand;
  /** Variables can be set where the element or a scope that is opened for it begins, and nowhere else. */
  misplacedVariables(scopeId: string, isElement: boolean): RejectCommand;
}

/** Of an instance that is created at chosen elements. */
export function creationRefusals(): PlacementRefusals {
  const refuse = refusal('Expected to create instance of process with start instructions but');
  return {
    refuse,
    missing: (id) => refuse(`no element found with id '${id}'.`),
    unplaceable: (id, type, unplaceable) =>
      refuse(
        `the element with id '${id}' targets unsupported element type '${bpmnElementTypeName(type)}'. Supported element types are: [${supportedNames(unplaceable)}]`,
      ),
    behindEventBasedGateway: (id) =>
      refuse(
        `the element with id '${id}' belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`,
      ),
    multiInstance: (_scopeId, id) =>
      refuse(
        `the element with id '${id}' is inside a multi-instance subprocess. The creation of elements inside a multi-instance subprocess is not supported.`,
      ),
    ambiguousScope: (scopeId) => refuse(`the scope '${scopeId}' has more than one active instance.`),
    misplacedVariables: (scopeId) => refuse(`the variables for '${scopeId}' have no scope.`),
  };
}

/** Of an instance that is modified. */
export function modificationRefusals(bpmnProcessId: string): PlacementRefusals {
  const refuse = refusal(`Expected to modify instance of process '${bpmnProcessId}' but`);
  const contains = 'it contains one or more activate instructions';
  return {
    refuse,
    missing: (id) => refuse(`${contains} with an element that could not be found: '${id}'`),
    unplaceable: (id, type, unplaceable) =>
      refuse(
        `${contains} for elements that are unsupported: '${id}'. The activation of elements with type '${bpmnElementTypeName(type)}' is not supported. Supported element types are: [${supportedNames(unplaceable)}]`,
      ),
    behindEventBasedGateway: (id) =>
      refuse(
        `${contains} for elements that are unsupported: '${id}'. The activation of events belonging to an event-based gateway is not supported.`,
      ),
    multiInstance: (scopeId) =>
      refuse(
        `${contains} that would result in the activation of multi-instance element '${scopeId}', which is currently unsupported.`,
      ),
    ambiguousScope: (scopeId) =>
      refuse(
        `${contains} for an element that has a flow scope with more than one active instance: '${scopeId}'. Can't decide in which instance of the flow scope the element should be activated. Please specify an ancestor element instance key for this activate instruction.`,
      ),
    misplacedVariables: (scopeId, isElement) =>
      refuse(
        isElement
          ? "it contains one or more variable instructions with a scope element that doesn't belong to the activating element's flow scope. These variables should be set before or after the modification."
          : `it contains one or more variable instructions with a scope element id that could not be found: '${scopeId}'`,
      ),
  };
}

function refusal(operation: string): Refuse {
  return (problem) => new RejectCommand(new Rejection(RejectionType.INVALID_ARGUMENT, `${operation} ${problem}`));
}

function supportedNames(unplaceable: ReadonlySet<BpmnElementType>): string {
  return Object.values(BpmnElementType)
    .filter((type) => type !== BpmnElementType.UNSPECIFIED && !unplaceable.has(type))
    .map(bpmnElementTypeName)
    .join(', ');
}
