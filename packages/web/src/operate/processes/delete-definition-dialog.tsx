import { Checkbox, InlineNotification } from '@carbon/react';
import { useState } from 'react';
import { deleteResource, type ProcessDefinitionResult } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify } from '../../app/notifications.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';

export interface DeleteDefinitionDialogProps {
  readonly definition: ProcessDefinitionResult;
  onDeleted(): void;
  onClose(): void;
}

/** Deletes a version of a process, with or without what is kept of its instances. */
export function DeleteDefinitionDialog({ definition, onDeleted, onClose }: DeleteDefinitionDialogProps) {
  const { processes } = useTexts();
  const [deleteHistory, setDeleteHistory] = useState(false);
  const [isUnderstood, setUnderstood] = useState(false);
  const { name, processDefinitionId, processDefinitionKey, version } = definition;
  const title = name ?? processDefinitionId;
  const deletion = useAction(deleteResource, {
    onDone: () => {
      notify({ kind: 'success', title: processes.deletedDefinition(title, version) });
      onDeleted();
    },
  });
  return (
    <ConfirmDialog
      title={processes.deleteDefinitionTitle(title, version)}
      action={processes.actions.delete}
      isDanger
      isDisabled={!isUnderstood || deletion.isPending}
      onConfirm={() => deletion.mutate({ path: { resourceKey: processDefinitionKey }, body: { deleteHistory } })}
      onClose={onClose}
    >
      <p>{processes.deleteDefinitionText}</p>
      <Checkbox
        id="delete-definition-history"
        labelText={processes.deleteDefinitionHistory}
        checked={deleteHistory}
        onChange={(_, { checked }) => setDeleteHistory(checked)}
      />
      <Checkbox
        id="delete-definition-understood"
        labelText={processes.deleteDefinitionUnderstood}
        checked={isUnderstood}
        onChange={(_, { checked }) => setUnderstood(checked)}
      />
      {deletion.error !== null && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={processes.deleteDefinitionFailed}
          subtitle={deletion.error.message}
        />
      )}
    </ConfirmDialog>
  );
}
