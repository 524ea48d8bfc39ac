/** Creates root instances for clients, at the start event or at chosen elements. */
import {
  IDENTIFIER_LENGTH_MAX,
  NO_KEY,
  ProcessInstanceCreationIntent,
  type ProcessInstanceCreationValue,
  type ProcessValue,
  RejectionType,
  ValueType,
} from '@waggle/protocol';
import type { Processing } from '../../processing.ts';
import { Rejection } from '../../rejection.ts';
import { tenantName } from '../../state/table-names.ts';
import { parseVariables } from '../variables/parse-variables.ts';
import { setLocalVariables } from '../variables/set-variables.ts';
import { checkBusinessIdIsFree } from './business-id.ts';
import { rootInstanceValue, startRootInstance } from './process-instance-start.ts';
import { startAtElements } from './start-at-elements.ts';

/** Letters, digits and `_-:.`, beginning with a letter; at most 100 characters. */
const TAG = /^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/;
const TAGS_MAX = 10;

/** @param awaiting who waits for the instance's result; -1 when the answer is its creation. */
export function createInstance(
  processing: Processing,
  value: ProcessInstanceCreationValue,
  awaiting: { readonly streamId: number; readonly requestId: number },
): Rejection | undefined {
  const definition = findDefinition(processing, value);
  if (definition instanceof Rejection) return definition;
  const variables = parseVariables(value.variables);
  if (variables instanceof Rejection) return variables;
  const problem =
    checkMarks(value) ??
    checkBusinessIdIsFree(processing, definition.bpmnProcessId, value.businessId, definition.tenantId) ??
    checkStart(processing, definition, value) ??
    checkInstructions(processing, definition, value);
  if (problem !== undefined) return problem;

  const processInstanceKey = processing.keys.next();
  const instanceValue = rootInstanceValue(definition, processInstanceKey);
  setLocalVariables(processing, processInstanceKey, instanceValue, variables);
  const { CREATED } = ProcessInstanceCreationIntent;
  const created = processing.write.event(ValueType.PROCESS_INSTANCE_CREATION, CREATED, processInstanceKey, {
    ...value,
    bpmnProcessId: definition.bpmnProcessId,
    version: definition.version,
    processDefinitionKey: definition.processDefinitionKey,
    processInstanceKey,
    awaitRequestStreamId: awaiting.streamId,
    awaitRequestId: awaiting.requestId,
    tenantId: definition.tenantId,
  });
  if (value.startInstructions.length === 0) startRootInstance(processing, instanceValue);
  else startAtElements(processing, instanceValue, value.startInstructions);
  // Last, since start instructions may still be refused.
  if (awaiting.requestId === -1) processing.write.respond(created);
  return undefined;
}

function findDefinition(processing: Processing, value: ProcessInstanceCreationValue): ProcessValue | Rejection {
  const { state } = processing;
  const { bpmnProcessId, version, processDefinitionKey } = value;
  if (bpmnProcessId !== '') {
    const name = tenantName(bpmnProcessId, value.tenantId);
    const key =
      version < 0
        ? state.latestProcesses.get(name)?.processDefinitionKey
        : state.processVersions.get(name, BigInt(version));
    const definition = key === undefined ? undefined : state.processes.get(key);
    if (definition !== undefined) return definition;
    return new Rejection(
      RejectionType.NOT_FOUND,
      version < 0
        ? `Expected to find process definition with process ID '${bpmnProcessId}', but none found`
        : `Expected to find process definition with process ID '${bpmnProcessId}' and version '${version}', but none found`,
    );
  }
  if (processDefinitionKey === NO_KEY) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      'Expected at least a bpmnProcessId or a key greater than -1, but none given',
    );
  }
  const definition = state.processes.get(processDefinitionKey);
  const isWithdrawn = state.withdrawnProcesses.has(processDefinitionKey);
  if (definition?.tenantId === value.tenantId && !isWithdrawn) return definition;
  return new Rejection(
    RejectionType.NOT_FOUND,
    `Expected to find process definition with key '${processDefinitionKey}', but none found`,
  );
}

function checkMarks({ tags, businessId }: ProcessInstanceCreationValue): Rejection | undefined {
  if (tags.length > TAGS_MAX) {
    return new Rejection(RejectionType.INVALID_ARGUMENT, `Expected at most ${TAGS_MAX} tags, but got ${tags.length}`);
  }
  const badTag = tags.find((tag) => !TAG.test(tag));
  if (badTag !== undefined) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      `Expected tags to begin with a letter and to hold at most 100 letters, digits and '_-:.', but got '${badTag}'`,
    );
  }
  if (businessId.length > IDENTIFIER_LENGTH_MAX) {
    return new Rejection(
      RejectionType.INVALID_ARGUMENT,
      `Expected a business id of at most ${IDENTIFIER_LENGTH_MAX} characters, but got ${businessId.length}`,
    );
  }
  return undefined;
}

function checkStart(
  processing: Processing,
  definition: ProcessValue,
  value: ProcessInstanceCreationValue,
): Rejection | undefined {
  if (value.startInstructions.length > 0) return undefined;
  if (processing.models.get(definition.processDefinitionKey).root.noneStartEvent !== undefined) return undefined;
  return new Rejection(
    RejectionType.INVALID_STATE,
    'Expected to create instance of process with none start event, but there is no such event',
  );
}

function checkInstructions(
  processing: Processing,
  { processDefinitionKey, bpmnProcessId }: ProcessValue,
  { terminateAfterElementIds }: ProcessInstanceCreationValue,
): Rejection | undefined {
  if (terminateAfterElementIds.length === 0) return undefined;
  const { elements, root } = processing.models.get(processDefinitionKey);
  const unknown = terminateAfterElementIds.find((id) => !elements.has(id) || id === root.id);
  if (unknown === undefined) return undefined;
  return new Rejection(
    RejectionType.INVALID_ARGUMENT,
    `Expected to create instance of process '${bpmnProcessId}' with runtime instructions for its elements, but no element found with id '${unknown}'.`,
  );
}
