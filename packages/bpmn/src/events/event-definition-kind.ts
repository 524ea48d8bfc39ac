import type { BpmnEventType } from '@waggle/protocol';
import type { XmlElement } from '@waggle/xml';
import type { FlowNode } from '../document/flow-node.ts';
import type { LoopRole } from '../elements/element-kind.ts';
import type { ElementDetails } from '../model/element-details.ts';
import type { Rule } from '../rules/rule.ts';
import type { EventPlace } from './event-place.ts';

/** All the package knows about one kind of event definition; registered in `event-definition-kinds.ts`. */
export interface EventDefinitionKind {
  /** Normalized XML name, e.g. `bpmn:timerEventDefinition`. */
  readonly tag: string;
  readonly eventType: BpmnEventType;
  /** Places where BPMN allows the definition and the engine cannot execute it yet. */
  readonly unsupportedAt?: readonly EventPlace[];
  /** Instead of the role of the event itself, where the definition decides. */
  readonly loopRole?: LoopRole;
  readonly rules: readonly Rule<EventUse>[];
  /** The definition's part of the executable element; called for documents without findings only. */
  readonly read: (use: EventUse) => Partial<ElementDetails>;
}

/** An event definition at the event that has it. */
export interface EventUse {
  readonly node: FlowNode;
  /** The definition. */
  readonly xml: XmlElement;
  readonly place: EventPlace;
}
