import { BpmnEventType } from '@waggle/protocol';

/** Where an event stands. It decides which definitions it may have and what these need. */
export type EventPlace =
  | 'process-start'
  | 'sub-process-start'
  | 'event-sub-process-start'
  | 'intermediate-catch'
  | 'intermediate-throw'
  | 'boundary'
  | 'end';

const { NONE, MESSAGE, TIMER, ERROR, SIGNAL, ESCALATION, CONDITIONAL, LINK, COMPENSATION, TERMINATE } = BpmnEventType;

/** The event types allowed at each place, `NONE` standing for no definition at all. */
export const allowedEventTypes: Readonly<Record<EventPlace, readonly BpmnEventType[]>> = {
  'process-start': [NONE, MESSAGE, TIMER, SIGNAL, CONDITIONAL],
  'sub-process-start': [NONE],
  'event-sub-process-start': [MESSAGE, TIMER, ERROR, SIGNAL, ESCALATION, CONDITIONAL],
  'intermediate-catch': [MESSAGE, TIMER, SIGNAL, LINK, CONDITIONAL],
  'intermediate-throw': [NONE, MESSAGE, SIGNAL, ESCALATION, LINK, COMPENSATION],
  boundary: [TIMER, MESSAGE, ERROR, SIGNAL, ESCALATION, CONDITIONAL, COMPENSATION],
  end: [NONE, ERROR, MESSAGE, TERMINATE, SIGNAL, ESCALATION, COMPENSATION],
};
