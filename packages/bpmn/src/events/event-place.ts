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

/** The event types allowed at each place, `NONE` standing for no definition at all. */
export const allowedEventTypes: Readonly<Record<EventPlace, readonly BpmnEventType[]>> = {
  'process-start': [BpmnEventType.NONE, BpmnEventType.MESSAGE, BpmnEventType.TIMER],
  'sub-process-start': [BpmnEventType.NONE],
  'event-sub-process-start': [BpmnEventType.MESSAGE, BpmnEventType.TIMER, BpmnEventType.ERROR],
  'intermediate-catch': [BpmnEventType.MESSAGE, BpmnEventType.TIMER],
  'intermediate-throw': [BpmnEventType.NONE, BpmnEventType.MESSAGE],
  boundary: [BpmnEventType.MESSAGE, BpmnEventType.TIMER, BpmnEventType.ERROR],
  end: [BpmnEventType.NONE, BpmnEventType.MESSAGE, BpmnEventType.ERROR, BpmnEventType.TERMINATE],
};
