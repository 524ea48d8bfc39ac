import { modifyProcessInstancesBatchOperation } from '../../api/gen/api.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { FlowNode } from '../model/flow-nodes.ts';
import { BatchDialog } from './batch-dialog.tsx';
import type { MoveOfTokens } from './move-of-tokens.ts';
import { useBatch } from './use-batch.ts';

export interface MoveDialogProps {
  readonly move: MoveOfTokens & { readonly source: string; readonly target: string };
  readonly elements: readonly FlowNode[];
  onDone(): void;
  onClose(): void;
}

/** Asks before tokens of many instances are moved. */
export function MoveDialog({ move, elements, onDone, onClose }: MoveDialogProps) {
  const { processes } = useTexts();
  const { start, isBusy } = useBatch(onDone);
  const { filter, source, target, selectedCount } = move;
  const nameOf = (id: string) => elements.find((element) => element.id === id)?.name ?? id;
  // Only instances that have a token there are touched, and counted.
  const affected =
    filter === undefined ? undefined : { ...filter, elementId: source, elementInstanceState: 'ACTIVE' as const };
  return (
    <BatchDialog
      name="move"
      filter={affected}
      selectedCount={selectedCount}
      help={processes.askHelp.move(nameOf(source), nameOf(target))}
      isDangerous
      isBusy={isBusy}
      onConfirm={(fitting) =>
        start('move', modifyProcessInstancesBatchOperation, {
          filter: fitting,
          moveInstructions: [{ sourceElementId: source, targetElementId: target }],
        })
      }
      onClose={onClose}
    />
  );
}
