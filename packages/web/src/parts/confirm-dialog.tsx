import type { ReactNode } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** The deed, in a word or two: "Delete 12 decision instances". */
  readonly action: string;
  readonly isDanger?: boolean;
  /** Whether it is under way. */
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  /** The other button's word; default "Cancel", which is no word beside a deed of that name. */
  readonly refusal?: string;
  onConfirm(): void;
  onClose(): void;
  /** What it touches and what cannot be undone. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be undone. Rendered only while it is open. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    action,
    isDanger = false,
    isPending = false,
    isDisabled = false,
    refusal,
    onConfirm,
    onClose,
    children,
  } = props;
  const { parts } = useTexts();
  return (
    <Dialog
      size="xs"
      danger={isDanger}
      modalHeading={title}
      primaryButtonText={action}
      secondaryButtonText={refusal ?? parts.cancel}
      primaryButtonDisabled={isPending || isDisabled}
      onRequestSubmit={onConfirm}
      onRequestClose={onClose}
    >
      <div className="confirm-text">{children}</div>
    </Dialog>
  );
}
