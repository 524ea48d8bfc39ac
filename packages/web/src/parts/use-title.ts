import { useEffect } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/**
 * Names the page in the browser's tab and history.
 * @param title `undefined` = a part of the page names it.
 */
export function useTitle(title: string | undefined): void {
  const { productName } = useTexts().shell;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${productName}`;
  }, [title, productName]);
}
