import { BpmnEventType } from '@waggle/protocol';
import type { EventDefinitionKind } from './event-definition-kind.ts';

export const terminateDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:terminateEventDefinition',
  eventType: BpmnEventType.TERMINATE,
  rules: [],
  read: () => ({}),
};
