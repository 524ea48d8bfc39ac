import { errorDefinitionKind } from './error-definition.ts';
import type { EventDefinitionKind } from './event-definition-kind.ts';
import { messageDefinitionKind } from './message-definition.ts';
import { terminateDefinitionKind } from './terminate-definition.ts';
import { timerDefinitionKind } from './timer-definition.ts';

/** Every event definition the engine can execute. */
export const eventDefinitionKinds: readonly EventDefinitionKind[] = [
  messageDefinitionKind,
  timerDefinitionKind,
  errorDefinitionKind,
  terminateDefinitionKind,
];
