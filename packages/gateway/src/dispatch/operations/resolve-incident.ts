import { IncidentIntent, incidentCommandValue, type Key, NO_KEY, ValueType } from '@waggle/protocol';
import type { Answer, CommandRouter } from '../command-router.ts';

/** Lets a stuck element or job try again. */
export async function resolveIncident(
  router: CommandRouter,
  input: { readonly incidentKey: Key; readonly operationReference?: Key | undefined },
): Answer<typeof ValueType.INCIDENT> {
  return router.sendByKey({
    valueType: ValueType.INCIDENT,
    intent: IncidentIntent.RESOLVE,
    key: input.incidentKey,
    value: incidentCommandValue(),
    operationReference: input.operationReference ?? NO_KEY,
  });
}
