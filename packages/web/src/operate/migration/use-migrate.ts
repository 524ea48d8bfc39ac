import { useNavigate } from '@tanstack/react-router';
import {
  type MigrateProcessInstanceMappingInstruction,
  migrateProcessInstance,
  migrateProcessInstancesBatchOperation,
  type ProcessInstanceFilter,
} from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify } from '../../app/notifications.ts';
import { useTexts } from '../../texts/use-texts.ts';

export interface Migration {
  readonly targetProcessDefinitionKey: string;
  readonly mappingInstructions: readonly MigrateProcessInstanceMappingInstruction[];
}

/** Migrates one instance and goes to it, or many in a batch and goes to that. */
export function useMigrate(processInstanceKey: string | undefined, filter: ProcessInstanceFilter) {
  const { migration: texts } = useTexts();
  const navigate = useNavigate();
  const one = useAction(migrateProcessInstance, {
    onDone: (_, { path }) => {
      notify({ kind: 'success', title: texts.migratedOne });
      void navigate({ to: '/operate/processes/$processInstanceKey', params: path });
    },
  });
  const many = useAction(migrateProcessInstancesBatchOperation, {
    onDone: ({ batchOperationKey }) => {
      const href = `/operate/batch-operations/${batchOperationKey}`;
      notify({ kind: 'success', title: texts.started, link: { href, text: texts.toBatch } });
      void navigate({ to: '/operate/batch-operations/$batchOperationKey', params: { batchOperationKey } });
    },
  });
  return {
    migrate: (migration: Migration) =>
      processInstanceKey === undefined
        ? many.mutate({ body: { filter, migrationPlan: migration } })
        : one.mutate({ path: { processInstanceKey }, body: migration }),
    isPending: one.isPending || many.isPending,
    problem: one.error ?? many.error,
  };
}
