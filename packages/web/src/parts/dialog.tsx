import { Modal, type ModalProps } from '@carbon/react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '../texts/use-texts.ts';
import { focusOpener, openerOf } from './opener.ts';

export interface DialogProps extends Omit<ModalProps, 'open' | 'modalHeading' | 'modalLabel' | 'aria-label'> {
  readonly modalHeading: string;
  /** What kind of thing the heading names. */
  readonly modalLabel?: string | undefined;
}

/**
 * Stands before the page until it is closed; rendered only while it is open. Carbon's, with the focus where a keyboard
 * needs it: inside from the first moment, and back on what opened it in the end.
 */
export function Dialog({ modalLabel, children, ...rest }: DialogProps) {
  const { parts } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  // While it is drawn: a menu that led to it goes with the moment it comes.
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(() => {
    const container = place.current?.querySelector<HTMLElement>('[role=dialog]');
    // A button that cannot be pressed yet does not take it.
    if (container?.contains(document.activeElement) === false) container.focus();
    return () => focusOpener(opener);
  }, [opener]);
  return createPortal(
    <Modal
      closeButtonLabel={parts.close}
      {...rest}
      open
      ref={place}
      // A label that is text would be the name instead of the heading.
      {...(modalLabel === undefined ? {} : { modalLabel: <>{modalLabel}</> })}
      aria-label={rest.modalHeading}
    >
      {rest.passiveModal === true ? (
        // Not the button that closes takes the focus: its hint would take the first Escape for itself.
        <div className="dialog-content" data-modal-primary-focus tabIndex={-1}>
          {children}
        </div>
      ) : (
        children
      )}
    </Modal>,
    document.body,
  );
}
