import type { BpmnElementType, BpmnEventType } from '@waggle/protocol';
import type { XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { EventPlace } from '../events/event-place.ts';
import type { ElementDetails } from '../model/element-details.ts';
import type { Rule } from '../rules/rule.ts';

/** All the package knows about one kind of BPMN element; registered in `element-kinds.ts`. */
export interface ElementKind {
  /** Normalized XML name, e.g. `bpmn:serviceTask`. */
  readonly tag: string;
  /** Tells kinds that share a tag apart; the first kind of the table that matches is taken. */
  readonly matches?: (xml: XmlElement) => boolean;
  readonly elementType: BpmnElementType;
  /** Contains flow elements of its own. */
  readonly isScope?: true;
  /** Boundary events may be attached. */
  readonly isActivity?: true;
  /** Conditions on its outgoing flows decide which of them are taken. */
  readonly isConditional?: true;
  /** Events only: where the event stands, which decides what it may react to. */
  readonly eventPlace?: (node: FlowNode) => EventPlace;
  /** Others than events: what the element waits for by itself, without an event definition. */
  readonly eventType?: BpmnEventType;
  readonly loopRole: LoopRole;
  /** What deployment checks of this kind, beyond what holds for every element. */
  readonly rules: readonly Rule<FlowNode>[];
  /** The kind's part of the executable element; called for documents without findings only. */
  readonly read?: (node: FlowNode) => Partial<ElementDetails>;
}

/**
 * What an element does to a loop it is part of. `waits`: something outside must happen, or data may change, so the loop
 * can end. `routes`: goes on at once, but a loop of only such elements is tolerated, as Camunda does. `passes`: goes on
 * at once; one of these and no waiting element makes a loop that is rejected.
 */
export type LoopRole = 'waits' | 'routes' | 'passes';
