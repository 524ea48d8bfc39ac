import { useNavigate } from '@tanstack/react-router';
import { deleteProcessInstance, type ProcessInstanceResult } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

export interface DeleteDialogProps {
  readonly instance: ProcessInstanceResult;
  onClose(): void;
}

/** Asks before what is kept of a finished instance is deleted. */
export function DeleteDialog({ instance, onClose }: DeleteDialogProps) {
  const { instance: texts } = useTexts();
  const navigate = useNavigate();
  const key = instance.processInstanceKey;
  const remove = useAction(deleteProcessInstance, {
    onDone: () => {
      notify({ kind: 'success', title: texts.actions.deleted(key) });
      void navigate({
        to: '/operate/processes',
        search: { process: instance.processDefinitionId, states: 'completed,canceled' },
      });
    },
    onProblem: (problem) => notifyProblem(texts.actions.notDeleted, problem),
  });
  return (
    <ConfirmDialog
      title={texts.actions.deleteTitle(instance.processDefinitionName ?? instance.processDefinitionId)}
      action={texts.actions.deleteSubmit}
      refusal={texts.actions.keep}
      isDanger
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ path: { processInstanceKey: key } })}
      onClose={onClose}
    >
      <p>{texts.actions.deleteText(key)}</p>
    </ConfirmDialog>
  );
}
