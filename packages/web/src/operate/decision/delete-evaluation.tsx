import { TrashCan } from '@carbon/icons-react';
import { Button, IconButton } from '@carbon/react';
import { useState } from 'react';
import { deleteDecisionInstance } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useTexts } from '../../texts/use-texts.ts';

export interface DeleteEvaluationProps {
  readonly decisionEvaluationKey: string;
  /** How many decisions were evaluated together. */
  readonly decisionCount: number;
  onDeleted(): void;
}

/** Forgets an evaluation, with all decisions that it took. */
export function DeleteEvaluation({ decisionEvaluationKey, decisionCount, onDeleted }: DeleteEvaluationProps) {
  const { decisions: texts } = useTexts();
  const isNarrow = useIsNarrow();
  const [isAsking, setAsking] = useState(false);
  const deletion = useAction(deleteDecisionInstance, {
    onDone: () => {
      onDeleted();
      notify({ kind: 'success', title: texts.deleted });
    },
    onProblem: (problem) => {
      setAsking(false);
      notifyProblem(texts.notDeleted, problem);
    },
  });
  return (
    <>
      {isNarrow ? (
        <IconButton label={texts.delete} kind="ghost" size="sm" align="bottom-end" onClick={() => setAsking(true)}>
          <TrashCan />
        </IconButton>
      ) : (
        <Button size="sm" kind="danger--ghost" renderIcon={TrashCan} onClick={() => setAsking(true)}>
          {texts.delete}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={texts.deleteOneTitle}
          action={texts.delete}
          isDanger
          isPending={deletion.isPending}
          onConfirm={() => deletion.mutate({ path: { decisionEvaluationKey } })}
          onClose={() => setAsking(false)}
        >
          <p>{texts.deleteOneHelp(decisionCount)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
