import { type BatchOperationCreationValue, BatchOperationType, NO_KEY } from '@waggle/protocol';
import { isObject, listedValues, refuseFilter } from './filter-property.ts';
import { compileSelection } from './item-selection.ts';

/** Refuses an operation that could not be carried out. @throws {RejectCommand} naming what to change. */
export function checkBatchOperation(value: BatchOperationCreationValue): void {
  const filter = parseFilter(value.entityFilter);
  // Whoever delivers the items understands the filter.
  if (!value.areItemsDelivered) compileSelection(value.batchOperationType, filter);
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
      if (!value.areItemsDelivered) checkDeletionFilter(filter);
      break;
    case BatchOperationType.UPDATE_JOB:
      if (value.jobChange.changedAttributes.length === 0) {
        refuseFilter("Expected a new value for 'retries', 'timeout' or 'priority' of the jobs, but none is given");
      }
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
