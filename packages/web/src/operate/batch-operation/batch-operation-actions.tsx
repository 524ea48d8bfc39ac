import { Pause, Play, StopOutline } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useState } from 'react';
import {
  type BatchOperationResult,
  cancelBatchOperation,
  resumeBatchOperation,
  suspendBatchOperation,
} from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';

/** What can be done with a batch operation as long as it has not ended. */
export function BatchOperationActions({ operation }: { readonly operation: BatchOperationResult }) {
  const { batchOperations: texts } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const input = { path: { batchOperationKey: operation.batchOperationKey } };
  const suspend = useAction(suspendBatchOperation, {
    onDone: () => notify({ kind: 'success', title: texts.suspended, text: texts.suspendedHelp }),
    onProblem: (problem) => notifyProblem(texts.notSuspended, problem),
  });
  const resume = useAction(resumeBatchOperation, {
    onDone: () => notify({ kind: 'success', title: texts.resumed }),
    onProblem: (problem) => notifyProblem(texts.notResumed, problem),
  });
  const cancel = useAction(cancelBatchOperation, {
    onDone: () => {
      setAsking(false);
      notify({ kind: 'success', title: texts.canceled });
    },
    onProblem: (problem) => {
      setAsking(false);
      notifyProblem(texts.notCanceled, problem);
    },
  });
  const isSuspended = operation.state === 'SUSPENDED';
  if (!isSuspended && operation.state !== 'ACTIVE' && operation.state !== 'CREATED') return null;
  const { operationsTotalCount: total, operationsCompletedCount, operationsFailedCount } = operation;
  return (
    <>
      {isSuspended ? (
        <Button
          size="sm"
          kind="tertiary"
          renderIcon={Play}
          disabled={resume.isPending}
          onClick={() => resume.mutate(input)}
        >
          {texts.resume}
        </Button>
      ) : (
        <Button
          size="sm"
          kind="tertiary"
          renderIcon={Pause}
          disabled={suspend.isPending}
          onClick={() => suspend.mutate(input)}
        >
          {texts.suspend}
        </Button>
      )}
      <Button size="sm" kind="danger--tertiary" renderIcon={StopOutline} onClick={() => setAsking(true)}>
        {texts.cancel}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.cancelTitle}
          action={texts.cancel}
          isDanger
          isPending={cancel.isPending}
          onConfirm={() => cancel.mutate(input)}
          onClose={() => setAsking(false)}
        >
          <p>{texts.cancelHelp(total - operationsCompletedCount - operationsFailedCount, total)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
