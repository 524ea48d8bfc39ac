import { cancelProcessInstance, type ProcessInstanceResult, searchProcessInstances } from '../../../api/gen/api.ts';
import { useAction } from '../../../api/use-action.ts';
import { useApi } from '../../../api/use-api.ts';
import { notify, notifyProblem } from '../../../app/notifications.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { useTexts } from '../../../texts/use-texts.ts';

export interface CancelDialogProps {
  readonly instance: ProcessInstanceResult;
  onClose(): void;
}

/** Asks before an instance and all that it called are canceled: nothing brings them back. */
export function CancelDialog({ instance, onClose }: CancelDialogProps) {
  const { instance: texts } = useTexts();
  const key = instance.processInstanceKey;
  const called = useApi(
    searchProcessInstances,
    {
      body: {
        filter: { parentProcessInstanceKey: key, state: { $in: ['ACTIVE' as const, 'SUSPENDED' as const] } },
        page: { limit: 1 },
      },
    },
    { live: { valueTypes: ['PROCESS_INSTANCE'] } },
  );
  const cancel = useAction(cancelProcessInstance, {
    onDone: () => {
      notify({ kind: 'success', title: texts.actions.canceled });
      onClose();
    },
    onProblem: (problem) => notifyProblem(texts.actions.notCanceled, problem),
  });
  const count = called.data?.page.totalItems ?? 0;
  return (
    <ConfirmDialog
      title={texts.actions.cancelTitle(instance.processDefinitionName ?? instance.processDefinitionId)}
      action={texts.actions.cancelSubmit}
      refusal={texts.actions.keep}
      isDanger
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate({ path: { processInstanceKey: key } })}
      onClose={onClose}
    >
      <p>{count === 0 ? texts.actions.cancelText(key) : texts.actions.cancelTextWithCalled(key, count)}</p>
    </ConfirmDialog>
  );
}
