/** What an event element reacts to or throws; NONE for a plain event, UNSPECIFIED for anything that is no event. Wire codes: append only. */
export const BpmnEventType = {
  UNSPECIFIED: 0,
  CONDITIONAL: 1,
  ERROR: 2,
  ESCALATION: 3,
  LINK: 4,
  MESSAGE: 5,
  NONE: 6,
  SIGNAL: 7,
  TERMINATE: 8,
  TIMER: 9,
  COMPENSATION: 10,
} as const;

export type BpmnEventTypeName = keyof typeof BpmnEventType;
export type BpmnEventType = (typeof BpmnEventType)[BpmnEventTypeName];
