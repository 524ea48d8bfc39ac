import {
  type LogRecord,
  type MessageCorrelationValue,
  type MessageStartEventSubscriptionValue,
  type MessageValue,
  type ProcessMessageSubscriptionValue,
  type SignalValue,
  ValueType,
} from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { type StepMaker, step } from './step.ts';

/** Where a message arrived, whoever kept it until then and on whichever partition: a test publishes it at that point. */
export const publishMessage: StepMaker = (record, story) => {
  const { messageName, correlationKey, variables } = record.value as
    | ProcessMessageSubscriptionValue
    | MessageStartEventSubscriptionValue;
  // It waited for the instance to come: published when it arrived, it would find the instance gone on.
  const isBefore = messageNameOf(story.causeOf(record)) !== messageName;
  const options = [
    ...(correlationKey === '' ? [] : [`correlationKey: ${quoted(correlationKey)}`]),
    ...(variables === '' || variables === '{}' ? [] : [`variables: ${jsonLiteral(variables, '  ')}`]),
  ];
  if (isBefore) options.push(`timeToLive: 'P1D'`);
  const argument = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  return { lines: [`engine.publishMessage(${quoted(messageName)}${argument});`], isBefore };
};

/** Of a command that brings a message, from here or from the partition that keeps it; `undefined` for any other. */
function messageNameOf({ valueType, value }: LogRecord): string | undefined {
  switch (valueType) {
    case ValueType.MESSAGE:
    case ValueType.MESSAGE_CORRELATION:
      return (value as MessageValue | MessageCorrelationValue).name;
    case ValueType.MESSAGE_SUBSCRIPTION:
    case ValueType.PROCESS_MESSAGE_SUBSCRIPTION:
      return (value as ProcessMessageSubscriptionValue).messageName;
    default:
      return undefined;
  }
}

export const broadcastSignal: StepMaker = ({ value }) => {
  const { signalName, variables } = value as SignalValue;
  const argument = variables === '' || variables === '{}' ? '' : `, ${jsonLiteral(variables, '  ')}`;
  return step(`engine.broadcastSignal(${quoted(signalName)}${argument});`);
};
