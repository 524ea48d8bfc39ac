import { TrashCan } from '@carbon/icons-react';
import { Button, Checkbox, IconButton } from '@carbon/react';
import { useState } from 'react';
import { type DecisionDefinitionResult, deleteResource } from '../../api/gen/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notify, notifyProblem } from '../../app/notifications.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useIsNarrow } from '../../parts/use-media.ts';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { useDecisionsOfModel } from './use-decision-definitions.ts';

export interface DeleteDefinitionProps {
  readonly definition: DecisionDefinitionResult;
  onDeleted(): void;
}

/** Deletes the model that a decision is part of, with all its decisions: it cannot be taken apart. */
export function DeleteDefinition({ definition, onDeleted }: DeleteDefinitionProps) {
  const { decisions: texts } = useTexts();
  const formats = useFormats();
  const isNarrow = useIsNarrow();
  const [isAsking, setAsking] = useState(false);
  const [isSure, setSure] = useState(false);
  const [isWithHistory, setWithHistory] = useState(false);
  const decisions = useDecisionsOfModel(definition.decisionRequirementsKey, isAsking).data?.items ?? [definition];
  const close = () => {
    setAsking(false);
    setSure(false);
    setWithHistory(false);
  };
  const deletion = useAction(deleteResource, {
    onDone: () => {
      close();
      onDeleted();
      notify({ kind: 'success', title: texts.definitionDeleted, text: definition.decisionRequirementsName });
    },
    onProblem: (problem) => {
      close();
      notifyProblem(texts.definitionNotDeleted, problem);
    },
  });
  const resourceKey = definition.decisionRequirementsKey;
  return (
    <>
      {isNarrow ? (
        <IconButton
          label={texts.deleteDefinition}
          kind="ghost"
          size="sm"
          align="bottom-end"
          onClick={() => setAsking(true)}
        >
          <TrashCan />
        </IconButton>
      ) : (
        <Button size="sm" kind="danger--ghost" renderIcon={TrashCan} onClick={() => setAsking(true)}>
          {texts.deleteDefinition}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={texts.deleteDefinitionTitle(
            definition.decisionRequirementsName,
            definition.decisionRequirementsVersion,
          )}
          action={texts.deleteDefinition}
          isDanger
          isDisabled={!isSure}
          isPending={deletion.isPending}
          onConfirm={() => deletion.mutate({ path: { resourceKey }, body: { deleteHistory: isWithHistory } })}
          onClose={close}
        >
          <p>{texts.deleteDefinitionHelp(formats.list(decisions.map(({ name }) => name)))}</p>
          <Checkbox
            id="delete-history"
            labelText={texts.deleteHistory}
            checked={isWithHistory}
            onChange={(_, { checked }) => setWithHistory(checked)}
          />
          <Checkbox
            id="delete-sure"
            labelText={texts.deleteConfirm}
            checked={isSure}
            onChange={(_, { checked }) => setSure(checked)}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
