import { DEFAULT_TENANT_ID, IncidentErrorType, IncidentIntent, type Key, NO_KEY, ValueType } from '@waggle/protocol';
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
    value: {
      errorType: IncidentErrorType.UNSPECIFIED,
      errorMessage: '',
      bpmnProcessId: '',
      processDefinitionKey: NO_KEY,
      processInstanceKey: NO_KEY,
      elementId: '',
      elementInstanceKey: NO_KEY,
      jobKey: NO_KEY,
      variableScopeKey: NO_KEY,
      rootProcessInstanceKey: NO_KEY,
      tenantId: DEFAULT_TENANT_ID,
    },
    operationReference: input.operationReference ?? NO_KEY,
  });
}
