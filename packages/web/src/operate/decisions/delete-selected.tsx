import { TrashCan } from '@carbon/icons-react';
import { Button } from '@carbon/react';
import { useState } from 'react';
import { type DecisionInstanceFilter, deleteDecisionInstancesBatchOperation } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useTexts } from '../../texts/use-texts.ts';

export interface DeleteSelectedProps {
  readonly filter: DecisionInstanceFilter;
  readonly count: number;
  onStarted(): void;
}

/** Deletes what is selected in the list, as a batch operation. */
export function DeleteSelected({ filter, count, onStarted }: DeleteSelectedProps) {
  const { decisions: texts } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const deletion = useAction(deleteDecisionInstancesBatchOperation, {
    onDone: ({ batchOperationKey }) => {
      setAsking(false);
      onStarted();
      const link = { href: `/operate/batch-operations/${batchOperationKey}`, text: texts.openBatch };
      notify({ kind: 'success', title: texts.deletionStarted(count), link });
    },
    onProblem: (problem) => {
      setAsking(false);
      notifyProblem(texts.deletionNotStarted, problem);
    },
  });
  return (
    <>
      <Button size="sm" kind="danger--ghost" renderIcon={TrashCan} onClick={() => setAsking(true)}>
        {texts.delete}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.deleteTitle(count)}
          action={texts.deleteSelected(count)}
          isDanger
          isPending={deletion.isPending}
          onConfirm={() => deletion.mutate({ body: { filter } })}
          onClose={() => setAsking(false)}
        >
          <p>{texts.deleteHelp}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
