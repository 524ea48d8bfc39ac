import { type BatchOperationCreationValue, BatchOperationType, NO_KEY } from '@waggle/protocol';
import { isObject, listedValues, refuseFilter } from './filter-property.ts';
import { compileProcessInstanceFilter } from './process-instance-filter.ts';

/** Refuses an operation that could not be carried out. @throws {RejectCommand} naming what to change. */
export function checkBatchOperation(value: BatchOperationCreationValue): void {
  const filter = parseFilter(value.entityFilter);
  compileProcessInstanceFilter(filter);
  switch (value.batchOperationType) {
    case BatchOperationType.MIGRATE_PROCESS_INSTANCE:
      if (value.targetProcessDefinitionKey === NO_KEY || value.mappingInstructions.length === 0) {
        refuseFilter(
          'Expected a migration plan with a target process definition and mapping instructions, but none given',
        );
      }
      break;
    case BatchOperationType.MODIFY_PROCESS_INSTANCE:
      if (value.moveInstructions.length === 0) refuseFilter('Expected at least one move instruction, but none given');
      break;
    case BatchOperationType.DELETE_PROCESS_INSTANCE:
      checkDeletionFilter(filter);
      break;
    case BatchOperationType.UPDATE_JOB:
      refuseFilter(
        'Expected an operation on process instances or incidents, but jobs cannot be updated in a batch yet',
      );
      break;
    default:
  }
}

/** Ended instances are in no state, so they can only be listed. */
function checkDeletionFilter(filter: unknown): void {
  const fields = isObject(filter) ? filter : {};
  const other = Object.keys(fields).find((name) => name !== 'processInstanceKey' && name !== 'state');
  if (other !== undefined) {
    refuseFilter(
      `Expected to find ended instances by 'processInstanceKey', but nothing is known of their '${other}' without a search index`,
    );
  }
  if (listedValues(fields.processInstanceKey) === undefined) {
    refuseFilter("Expected 'processInstanceKey' to list the instances to delete, by '$eq' or '$in', but it does not");
  }
}

function parseFilter(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuseFilter(
      `Expected the filter to be JSON, but ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
