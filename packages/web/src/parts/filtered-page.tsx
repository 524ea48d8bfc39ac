import { ChevronLeft, Close, Filter } from '@carbon/icons-react';
import { Button, IconButton } from '@carbon/react';
import { type ReactNode, useState } from 'react';
import { browserStorage } from '../app/browser-storage.ts';
import { useKeys } from '../app/keys.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useIsNarrow } from './use-media.ts';

export interface FilteredPageProps {
  /** Whether the panel is open is remembered under this name. */
  readonly id: string;
  /** The panel's content. */
  readonly filters: ReactNode;
  /** How many filters are set. */
  readonly count: number;
  onReset(): void;
  readonly children: ReactNode;
}

/** A page with a panel of filters at its left: it can be put away, and covers the page on a phone while it is used. */
export function FilteredPage({ id, filters, count, onReset, children }: FilteredPageProps) {
  const isNarrow = useIsNarrow();
  const storedAs = `waggle.filters.${id}`;
  const [isOpenWide, setOpenWide] = useState(() => browserStorage.getItem(storedAs) !== 'closed');
  const [isOpenNarrow, setOpenNarrow] = useState(false);
  const isOpen = isNarrow ? isOpenNarrow : isOpenWide;
  const texts = useTexts().filterPanel;
  const open = (isOpened: boolean) => {
    if (isNarrow) {
      setOpenNarrow(isOpened);
      return;
    }
    setOpenWide(isOpened);
    browserStorage.setItem(storedAs, isOpened ? 'open' : 'closed');
  };
  useKeys([{ keys: 'f', text: isOpen ? texts.collapse : texts.open, run: () => open(!isOpen) }]);
  const panel = (
    <section className="filter-panel" aria-label={texts.title} data-sheet={isNarrow || undefined}>
      <header>
        <h2>{texts.title}</h2>
        <IconButton
          label={texts.collapse}
          kind="ghost"
          size="sm"
          align={isNarrow ? 'left' : 'right'}
          onClick={() => open(false)}
        >
          {isNarrow ? <Close /> : <ChevronLeft />}
        </IconButton>
      </header>
      <div className="filter-panel-content">{filters}</div>
      <footer>
        <Button kind="ghost" size="sm" disabled={count === 0} onClick={onReset}>
          {texts.reset}
        </Button>
        {isNarrow && (
          <Button size="sm" onClick={() => open(false)}>
            {texts.showResults}
          </Button>
        )}
      </footer>
    </section>
  );
  return (
    <div className="filtered-page">
      {isOpen
        ? panel
        : !isNarrow && (
            <div className="filter-strip">
              <IconButton label={texts.show(count)} kind="ghost" size="sm" align="right" onClick={() => open(true)}>
                <Filter />
              </IconButton>
            </div>
          )}
      <div className="filtered-content">
        {isNarrow && (
          <div className="filter-bar">
            <Button kind="ghost" size="sm" renderIcon={Filter} onClick={() => open(true)}>
              {texts.show(count)}
            </Button>
          </div>
        )}
        {children}
      </div>
    </div>
  );
}
