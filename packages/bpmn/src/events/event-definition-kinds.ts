import { compensationDefinitionKind } from './compensation-definition.ts';
import { conditionalDefinitionKind } from './conditional-definition.ts';
import { errorDefinitionKind } from './error-definition.ts';
import { escalationDefinitionKind } from './escalation-definition.ts';
import type { EventDefinitionKind } from './event-definition-kind.ts';
import { linkDefinitionKind } from './link-definition.ts';
import { messageDefinitionKind } from './message-definition.ts';
import { signalDefinitionKind } from './signal-definition.ts';
import { terminateDefinitionKind } from './terminate-definition.ts';
import { timerDefinitionKind } from './timer-definition.ts';

/** Every event definition the engine can execute. */
export const eventDefinitionKinds: readonly EventDefinitionKind[] = [
  messageDefinitionKind,
  timerDefinitionKind,
  errorDefinitionKind,
  signalDefinitionKind,
  escalationDefinitionKind,
  conditionalDefinitionKind,
  linkDefinitionKind,
  compensationDefinitionKind,
  terminateDefinitionKind,
];
