import { BpmnEventType } from '@waggle/protocol';
import { bodyText, type Report, type XmlElement } from '@waggle/xml';
import { expressionSource, isExpression } from '../model/expression-source.ts';
import type { TimerDefinition } from '../model.ts';
import { isDateTime } from '../timers/iso-date-time.ts';
import { isDuration } from '../timers/iso-duration.ts';
import { isTimerCycle } from '../timers/timer-cycle.ts';
import type { EventDefinitionKind, EventUse } from './event-definition-kind.ts';
import { isInterruptingEvent } from './interrupting.ts';

export const timerDefinitionKind: EventDefinitionKind = {
  tag: 'bpmn:timerEventDefinition',
  eventType: BpmnEventType.TIMER,
  rules: [
    { id: 'timer-one-definition', check: checkOneDefinition },
    { id: 'timer-value-valid', check: checkValue },
    { id: 'timer-cycle-place', check: checkCyclePlace },
    { id: 'timer-duration-place', check: checkDurationPlace },
  ],
  read: (use) => {
    const timer = timersOf(use.xml)[0];
    return { timer: timer && { kind: timer.kind, expression: expressionSource(bodyText(timer.xml)) } };
  },
};

type TimerKind = TimerDefinition['kind'];

const kindOfTag: Readonly<Record<string, TimerKind>> = {
  'bpmn:timeDate': 'date',
  'bpmn:timeDuration': 'duration',
  'bpmn:timeCycle': 'cycle',
};

const formats: Readonly<Record<TimerKind, { readonly isValid: (text: string) => boolean; readonly expected: string }>> =
  {
    date: {
      isValid: isDateTime,
      expected: "an ISO 8601 date and time with offset or zone, e.g. '2030-01-31T12:00:00+01:00'",
    },
    duration: { isValid: isDuration, expected: "an ISO 8601 duration, e.g. 'PT15M' or 'P1DT12H'" },
    cycle: {
      isValid: isTimerCycle,
      expected:
        "a repeating interval, e.g. 'R3/PT1H', or a cron expression with six fields, e.g. '0 0 9-17 * * MON-FRI'",
    },
  };

function timersOf(xml: XmlElement): { readonly xml: XmlElement; readonly kind: TimerKind }[] {
  return xml.children.flatMap((child) => {
    const kind = kindOfTag[child.name];
    return kind === undefined ? [] : [{ xml: child, kind }];
  });
}

function checkOneDefinition({ xml }: EventUse, report: Report): void {
  const count = timersOf(xml).length;
  if (count !== 1) report(xml, `Expected exactly one of timeDate, timeDuration and timeCycle, but found ${count}.`);
}

/** Characters of a static timer: room for a cron expression with long lists. */
const staticTimerLengthMax = 1000;

function checkValue({ xml }: EventUse, report: Report): void {
  for (const timer of timersOf(xml)) {
    const text = bodyText(timer.xml);
    const format = formats[timer.kind];
    if (!isExpression(text) && !(text.length <= staticTimerLengthMax && format.isValid(text))) {
      report(
        timer.xml,
        `Invalid timer ${timer.kind} expression (Expected ${format.expected} or an expression, but found '${text}')`,
      );
    }
  }
}

function checkCyclePlace({ node, xml, place }: EventUse, report: Report): void {
  const mayRepeat =
    place === 'process-start' ||
    ((place === 'event-sub-process-start' || place === 'boundary') && !isInterruptingEvent(node));
  for (const timer of timersOf(xml)) {
    if (timer.kind === 'cycle' && !mayRepeat) {
      report(
        timer.xml,
        place === 'intermediate-catch'
          ? 'Intermediate timer catch event must have either a time duration or a time date. A timeCycle triggers more than once.'
          : 'Interrupting timer event with time cycle is not allowed. It can trigger once only; use timeDuration or timeDate.',
      );
    }
  }
}

function checkDurationPlace({ xml, place }: EventUse, report: Report): void {
  for (const timer of timersOf(xml)) {
    if (timer.kind === 'duration' && place === 'process-start') {
      report(
        timer.xml,
        'Expected no timeDuration on the start event of a process, as nothing has begun yet; use timeDate or timeCycle.',
      );
    }
  }
}
