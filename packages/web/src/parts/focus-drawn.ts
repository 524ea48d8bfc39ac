/**
 * Puts the focus on an item of a virtual list: at once when it is drawn, so that the next key finds it there; else as soon
 * as it is scrolled to.
 */
export function focusDrawn(find: () => HTMLElement | null | undefined): void {
  const item = find();
  if (item == null) requestAnimationFrame(() => find()?.focus());
  else item.focus();
}
