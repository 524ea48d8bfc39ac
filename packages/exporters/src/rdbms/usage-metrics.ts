/** Counts what usage metrics show, as the events happen. */
import { createHash } from 'node:crypto';
import {
  BpmnElementType,
  DecisionEvaluationIntent,
  type LogRecord,
  NO_KEY,
  ProcessInstanceIntent,
  type RecordOf,
  UserTaskIntent,
  ValueType,
} from '@waggle/protocol';
import { usageInterval } from '@waggle/secondary-storage';
import type { Fold, FoldContext } from './fold.ts';

const counters: { readonly [Type in ValueType]?: Fold<Type> } = {
  [ValueType.PROCESS_INSTANCE]: ({ intent, timestamp, value }, context) => {
    const isBeginning =
      intent === ProcessInstanceIntent.ELEMENT_ACTIVATING && value.bpmnElementType === BpmnElementType.PROCESS;
    if (isBeginning && value.parentProcessInstanceKey === NO_KEY) {
      count(context, timestamp, value.tenantId, { process_instances: 1, decision_instances: 0 });
    }
  },
  [ValueType.DECISION_EVALUATION]: ({ intent, timestamp, value }, context) => {
    if (intent !== DecisionEvaluationIntent.EVALUATED) return;
    count(context, timestamp, value.tenantId, { process_instances: 0, decision_instances: 1 });
  },
  [ValueType.USER_TASK]: ({ intent, timestamp, value }, { changes }) => {
    if (intent !== UserTaskIntent.ASSIGNED || value.assignee === '') return;
    changes.insert('usage_metric_assignee', {
      event_time: usageInterval(timestamp),
      tenant_id: value.tenantId,
      assignee_hash: hashOf(value.assignee),
    });
  },
};

export function countUsage(record: LogRecord, context: FoldContext): void {
  const counter = counters[record.valueType] as ((record: LogRecord, context: FoldContext) => void) | undefined;
  counter?.(record as RecordOf<ValueType>, context);
}

function count(
  { changes }: FoldContext,
  timestamp: number,
  tenantId: string,
  counts: { readonly process_instances: number; readonly decision_instances: number },
): void {
  changes.accumulate('usage_metric', { event_time: usageInterval(timestamp), tenant_id: tenantId, ...counts });
}

/** Of 64 bits two people of a thousand million have the same once in forty times. */
function hashOf(assignee: string): bigint {
  return createHash('sha256').update(assignee).digest().readBigInt64BE(0);
}
