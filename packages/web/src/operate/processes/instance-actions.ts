import {
  type BatchOperationCreatedResult,
  cancelProcessInstancesBatchOperation,
  deleteProcessInstancesBatchOperation,
  type ProcessInstanceFilter,
  resolveIncidentsBatchOperation,
  resumeProcessInstancesBatchOperation,
  suspendProcessInstancesBatchOperation,
} from '../../api/gen/api.ts';
import type { Operation } from '../../api/operation.ts';
import { restrictedToRoots, restrictedToStates } from './restricted-filter.ts';

export type InstanceActionName = 'retry' | 'suspend' | 'resume' | 'cancel' | 'delete';

/** What can be done to many instances at once. */
export interface InstanceAction {
  readonly name: InstanceActionName;
  readonly operation: Operation<{ body: { filter: ProcessInstanceFilter } }, BatchOperationCreatedResult>;
  /** Of the chosen ones those it can be done to; `undefined` = none. */
  restrict(filter: ProcessInstanceFilter): ProcessInstanceFilter | undefined;
  /** Asks before, with the number, also when single instances are chosen. */
  readonly isAsked: boolean;
  readonly isDangerous: boolean;
}

export const instanceActions: readonly InstanceAction[] = [
  {
    name: 'retry',
    operation: resolveIncidentsBatchOperation,
    restrict: (filter) =>
      filter.hasIncident === false
        ? undefined
        : restrictedToStates({ ...filter, hasIncident: true }, ['ACTIVE', 'SUSPENDED']),
    isAsked: false,
    isDangerous: false,
  },
  {
    name: 'suspend',
    operation: suspendProcessInstancesBatchOperation,
    restrict: (filter) => restrictedToRoots(restrictedToStates(filter, ['ACTIVE'])),
    isAsked: true,
    isDangerous: false,
  },
  {
    name: 'resume',
    operation: resumeProcessInstancesBatchOperation,
    restrict: (filter) => restrictedToRoots(restrictedToStates(filter, ['SUSPENDED'])),
    isAsked: false,
    isDangerous: false,
  },
  {
    name: 'cancel',
    operation: cancelProcessInstancesBatchOperation,
    restrict: (filter) => restrictedToRoots(restrictedToStates(filter, ['ACTIVE', 'SUSPENDED'])),
    isAsked: true,
    isDangerous: true,
  },
  {
    name: 'delete',
    operation: deleteProcessInstancesBatchOperation,
    restrict: (filter) => restrictedToStates(filter, ['COMPLETED', 'TERMINATED']),
    isAsked: true,
    isDangerous: true,
  },
];
