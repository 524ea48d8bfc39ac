/** What had the focus when something opened, and what opened that, should it be gone later. */
export type Opener = readonly HTMLElement[];

/** @param focused an item of a menu, too: the menu's button stands in for it. */
export function openerOf(focused: Element | null): Opener {
  if (!(focused instanceof HTMLElement) || focused === document.body) return [];
  const menu = focused.closest('[role=menu]');
  const button =
    menu === null || menu.id === ''
      ? null
      : document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`);
  return button === null ? [focused] : [focused, button];
}

/** Unless something else has taken the focus by itself meanwhile. */
export function focusOpener(opener: Opener): void {
  const present = document.activeElement;
  if (present !== null && present !== document.body && present.closest('[role=dialog]') === null) return;
  opener.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
}
