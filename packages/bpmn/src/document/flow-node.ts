import type { XmlElement } from '@waggle/xml';
/**
 * The document between XML and executable model: elements linked as far as their references resolve.
 * Rules look at these; a document without findings is turned into the executable model.
 */
import type { ElementKind } from '../elements/element-kind.ts';
import type { EventDefinitionKind } from '../events/event-definition-kind.ts';

/** A process or anything tokens flow through. */
export interface FlowNode {
  /** Empty when the attribute is missing, which the rule `id-required` reports. */
  readonly id: string;
  readonly xml: XmlElement;
  readonly kind: ElementKind;
  /** `undefined` for the process. */
  readonly scope: FlowNode | undefined;
  readonly definitions: Definitions;
  /** Of events; more than one is reported by `event-definition-single`. */
  readonly eventDefinitions: readonly EventDefinition[];
  /** Empty unless the kind is a scope; in document order, as all lists here. */
  readonly children: FlowNode[];
  /** Sequence flows written inside this scope. */
  readonly flows: Flow[];
  readonly incoming: Flow[];
  readonly outgoing: Flow[];
  readonly boundaryEvents: FlowNode[];
  attachedTo: FlowNode | undefined;
  /** Where associations lead that begin here: from a compensation boundary event to its handler. */
  readonly associated: FlowNode[];
}

export interface Flow {
  readonly id: string;
  readonly xml: XmlElement;
  /** `undefined` when the reference is missing or names nothing that is in the same process. */
  readonly source: FlowNode | undefined;
  readonly target: FlowNode | undefined;
  readonly condition: XmlElement | undefined;
}

export interface EventDefinition {
  readonly xml: XmlElement;
  /** `undefined` for definitions that are not supported. */
  readonly kind: EventDefinitionKind | undefined;
}

/** Root elements others refer to, by id. */
export interface Definitions {
  readonly messages: ReadonlyMap<string, XmlElement>;
  readonly errors: ReadonlyMap<string, XmlElement>;
  readonly signals: ReadonlyMap<string, XmlElement>;
  readonly escalations: ReadonlyMap<string, XmlElement>;
}

export interface BpmnDocument {
  readonly root: XmlElement;
  readonly definitions: Definitions;
  /** Executable processes. */
  readonly processes: readonly FlowNode[];
}

/** All nodes of a process in document order, itself first. */
export function nodesOf(process: FlowNode, found: FlowNode[] = []): readonly FlowNode[] {
  found.push(process);
  for (const child of process.children) nodesOf(child, found);
  return found;
}

/** The outermost scope. */
export function processOf(node: FlowNode): FlowNode {
  return node.scope === undefined ? node : processOf(node.scope);
}

/** All sequence flows of a process, those of nested scopes included. */
export function flowsOf(process: FlowNode): readonly Flow[] {
  return nodesOf(process).flatMap((node) => node.flows);
}
