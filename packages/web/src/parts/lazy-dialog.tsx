import { type ReactNode, Suspense, useEffect } from 'react';

export interface LazyDialogProps {
  onClose(): void;
  /** A dialog made with `lazyPart`. */
  readonly children: ReactNode;
}

/**
 * Around a dialog that is loaded when it is first wanted. It is wanted already while it is on its way: keys do not reach
 * the page behind it, and Escape gives it up.
 */
export function LazyDialog({ onClose, children }: LazyDialogProps) {
  return <Suspense fallback={<Coming onClose={onClose} />}>{children}</Suspense>;
}

function Coming({ onClose }: { onClose(): void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The browser's own, such as to load the page again, still work.
      event.stopPropagation();
      if (event.key === 'Escape') onClose();
    };
    globalThis.addEventListener('keydown', onKey, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKey, { capture: true });
  }, [onClose]);
  return null;
}
