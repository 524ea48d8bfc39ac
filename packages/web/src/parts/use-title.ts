import { useEffect } from 'react';
import { useTexts } from '../texts/use-texts.ts';

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const { productName } = useTexts().shell;
  useEffect(() => {
    document.title = `${title} · ${productName}`;
  }, [title, productName]);
}
