/** What instances wait for beside jobs, tasks and messages, which have tables of their own. */
import {
  ConditionalSubscriptionIntent,
  type Key,
  NO_KEY,
  SignalSubscriptionIntent,
  TimerIntent,
  type ValueType,
} from '@waggle/protocol';
import type { RowOf } from '@waggle/secondary-storage';
import type { Fold, FoldContext } from '../fold.ts';

export const foldTimer: Fold<typeof ValueType.TIMER> = ({ intent, key, value }, context) => {
  switch (intent) {
    case TimerIntent.CREATED:
    case TimerIntent.MIGRATED:
      wait(context, key, {
        type: 'TIMER',
        element_id: value.targetElementId,
        element_instance_key: value.elementInstanceKey,
        process_instance_key: value.processInstanceKey,
        details: JSON.stringify({
          waitStateType: 'TIMER',
          dueDate: value.dueDate < 0 ? null : value.dueDate,
          repetitions: value.repetitions,
        }),
      });
      break;
    case TimerIntent.TRIGGERED:
    case TimerIntent.CANCELED:
      end(context, key, value.processInstanceKey);
      break;
  }
};

export const foldSignalSubscription: Fold<typeof ValueType.SIGNAL_SUBSCRIPTION> = ({ intent, key, value }, context) => {
  switch (intent) {
    case SignalSubscriptionIntent.CREATED:
    case SignalSubscriptionIntent.MIGRATED:
      wait(context, key, {
        type: 'SIGNAL',
        element_id: value.catchEventId,
        element_instance_key: value.catchEventInstanceKey,
        process_instance_key: value.processInstanceKey,
        details: JSON.stringify({ waitStateType: 'SIGNAL', signalName: value.signalName }),
      });
      break;
    case SignalSubscriptionIntent.DELETED:
      end(context, key, value.processInstanceKey);
      break;
  }
};

export const foldConditionalSubscription: Fold<typeof ValueType.CONDITIONAL_SUBSCRIPTION> = (
  { intent, key, value },
  context,
) => {
  switch (intent) {
    case ConditionalSubscriptionIntent.CREATED:
    case ConditionalSubscriptionIntent.MIGRATED:
      wait(context, key, {
        type: 'CONDITION',
        element_id: value.catchEventId,
        element_instance_key: value.elementInstanceKey,
        process_instance_key: value.processInstanceKey,
        details: JSON.stringify({
          waitStateType: 'CONDITION',
          expression: value.condition,
          events: value.variableEvents.length === 0 ? ['create', 'update'] : value.variableEvents,
        }),
      });
      break;
    case ConditionalSubscriptionIntent.TRIGGERED:
      if (value.isInterrupting) end(context, key, value.processInstanceKey);
      break;
    case ConditionalSubscriptionIntent.DELETED:
      end(context, key, value.processInstanceKey);
      break;
  }
};

/** Start events are nobody's yet. */
function wait(
  { changes, partitionId }: FoldContext,
  key: Key,
  cells: Omit<RowOf<'waiting_event'>, 'waiting_event_key' | 'partition_id'>,
): void {
  if (cells.process_instance_key === NO_KEY) return;
  changes.insert('waiting_event', { waiting_event_key: key, ...cells, partition_id: partitionId });
}

function end({ changes }: FoldContext, key: Key, processInstanceKey: Key): void {
  if (processInstanceKey !== NO_KEY) changes.delete('waiting_event', { waiting_event_key: key });
}
