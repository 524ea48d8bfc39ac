import {
  type MessageStartEventSubscriptionValue,
  NO_KEY,
  type ProcessMessageSubscriptionValue,
  type SignalValue,
} from '@waggle/protocol';
import { jsonLiteral, quoted } from './source-text.ts';
import { type StepMaker, step } from './step.ts';

/** Where a message arrived, whoever kept it until then and on whichever partition: a test publishes it at that point. */
export const publishMessage: StepMaker = ({ value }) => {
  const { messageName, correlationKey, variables } = value as
    | ProcessMessageSubscriptionValue
    | MessageStartEventSubscriptionValue;
  const options = [
    ...(correlationKey === '' ? [] : [`correlationKey: ${quoted(correlationKey)}`]),
    ...(variables === '' || variables === '{}' ? [] : [`variables: ${jsonLiteral(variables, '  ')}`]),
  ];
  const argument = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  return step(`engine.publishMessage(${quoted(messageName)}${argument});`);
};

export const broadcastSignal: StepMaker = ({ value }) => {
  const { signalName, variables, afterKey } = value as SignalValue;
  // It goes on in further commands when it reaches many.
  if (afterKey !== NO_KEY) return undefined;
  const argument = variables === '' || variables === '{}' ? '' : `, ${jsonLiteral(variables, '  ')}`;
  return step(`engine.broadcastSignal(${quoted(signalName)}${argument});`);
};
