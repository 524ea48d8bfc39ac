import {
  type MessageStartEventSubscriptionValue,
  NO_KEY,
  type ProcessMessageSubscriptionValue,
  type SignalValue,
  ValueType,
} from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { type StepMaker, step } from './step.ts';

/** What a message comes by, from here or from the partition that keeps it. */
const MESSAGE_TYPES: readonly ValueType[] = [
  ValueType.MESSAGE,
  ValueType.MESSAGE_CORRELATION,
  ValueType.MESSAGE_SUBSCRIPTION,
  ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
];

/** Where a message arrived, whoever kept it until then and on whichever partition: a test publishes it at that point. */
export const publishMessage: StepMaker = (record, story) => {
  // It waited for the instance to come: published when it arrived, it would find the instance gone on.
  const isBefore = !MESSAGE_TYPES.includes(story.causeOf(record).valueType);
  const { messageName, correlationKey, variables } = record.value as
    | ProcessMessageSubscriptionValue
    | MessageStartEventSubscriptionValue;
  const options = [
    ...(correlationKey === '' ? [] : [`correlationKey: ${quoted(correlationKey)}`]),
    ...(variables === '' || variables === '{}' ? [] : [`variables: ${jsonLiteral(variables, '  ')}`]),
  ];
  if (isBefore) options.push(`timeToLive: 'P1D'`);
  const argument = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  return { lines: [`engine.publishMessage(${quoted(messageName)}${argument});`], isBefore };
};

export const broadcastSignal: StepMaker = ({ value }) => {
  const { signalName, variables, afterKey } = value as SignalValue;
  // It goes on in further commands when it reaches many.
  if (afterKey !== NO_KEY) return undefined;
  const argument = variables === '' || variables === '{}' ? '' : `, ${jsonLiteral(variables, '  ')}`;
  return step(`engine.broadcastSignal(${quoted(signalName)}${argument});`);
};
