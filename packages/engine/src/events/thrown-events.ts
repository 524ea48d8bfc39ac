import { BpmnEventType, type BpmnEventTypeName } from '@waggle/protocol';
import type { ElementProcessor } from '../elements/element-processor.ts';
import { jobTask } from '../elements/job-task.ts';
import { passThroughElement } from '../elements/pass-through-element.ts';
import { unsupportedElement } from '../elements/unsupported-element.ts';
import { thrownCompensation } from './thrown-compensation.ts';
import { thrownError } from './thrown-error.ts';
import { thrownEscalation } from './thrown-escalation.ts';
import { thrownLink } from './thrown-link.ts';
import { thrownSignal } from './thrown-signal.ts';
import { thrownTermination } from './thrown-termination.ts';

/** What intermediate throw and end events do, by what they throw; the compiler names a missing one. */
const thrownEvents: Readonly<Record<BpmnEventTypeName, ElementProcessor>> = {
  UNSPECIFIED: unsupportedElement,
  CONDITIONAL: unsupportedElement,
  ERROR: thrownError,
  ESCALATION: thrownEscalation,
  LINK: thrownLink,
  // Sending is a worker's business.
  MESSAGE: jobTask,
  NONE: passThroughElement,
  SIGNAL: thrownSignal,
  TERMINATE: thrownTermination,
  TIMER: unsupportedElement,
  COMPENSATION: thrownCompensation,
};

const thrownByCode: readonly ElementProcessor[] = Object.entries(BpmnEventType)
  .sort(([, left], [, right]) => left - right)
  .map(([name]) => thrownEvents[name as BpmnEventTypeName]);

export function thrownEvent(eventType: BpmnEventType): ElementProcessor {
  return thrownByCode[eventType] ?? unsupportedElement;
}
