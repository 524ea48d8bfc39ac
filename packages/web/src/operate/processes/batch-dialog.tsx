import type { ProcessInstanceFilter } from '../../api/gen/api.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { InstanceActionName } from './instance-actions.ts';
import { useInstanceCount } from './use-instance-count.ts';

export interface BatchDialogProps {
  readonly name: InstanceActionName | 'move';
  /** Those it can be done to; `undefined` = none. */
  readonly filter: ProcessInstanceFilter | undefined;
  /** How many are chosen; `undefined` = more than are counted. */
  readonly selectedCount: number | undefined;
  /** What happens to them; default the action's own words. */
  readonly help?: string;
  readonly isDangerous: boolean;
  readonly isBusy: boolean;
  onConfirm(filter: ProcessInstanceFilter): void;
  onClose(): void;
}

/** Asks the server how many it is going to touch, then the person. */
export function BatchDialog(props: BatchDialogProps) {
  const { name, filter, selectedCount, isDangerous, isBusy, onConfirm, onClose } = props;
  const { processes } = useTexts();
  const { count, isMore, problem } = useInstanceCount(filter);
  const others = selectedCount === undefined || isMore || count === undefined ? 0 : selectedCount - count;
  const help = props.help ?? (name === 'move' ? '' : processes.askHelp[name]);
  return (
    <ConfirmDialog
      title={count === undefined ? processes.counting : processes.ask[name](count, isMore)}
      action={processes.actionsAsked[name]}
      {...(name === 'cancel' ? { refusal: processes.keepRunning } : {})}
      isDanger={isDangerous}
      isDisabled={filter === undefined || count === undefined || count === 0 || isBusy}
      onConfirm={() => filter !== undefined && onConfirm(filter)}
      onClose={onClose}
    >
      <p>{count === 0 ? processes.nothingFits[name] : help}</p>
      {others > 0 && count !== 0 && <p>{processes.leftAlone(others)}</p>}
      {problem !== null && <ProblemNotice problem={problem} />}
    </ConfirmDialog>
  );
}
