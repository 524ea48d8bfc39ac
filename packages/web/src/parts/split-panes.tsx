import { ContentSwitcher, Switch } from '@carbon/react';
import { Fragment, type ReactNode, useId, useRef, useState } from 'react';
import { browserStorage } from '../app/browser-storage.ts';
import { firstSizes, moveBorder, type PaneSizes, paneSizes, partOfBoth } from './pane-sizes.ts';
import { SplitSeparator } from './split-separator.tsx';
import { useIsNarrow } from './use-media.ts';

export interface Pane {
  readonly id: string;
  /** For the switch on a phone. */
  readonly name: string;
  readonly content: ReactNode;
  /** Percent of the whole; by default panes share alike. */
  readonly size?: number;
  /** In pixels; default 120. */
  readonly sizeMin?: number;
}

export interface SplitPanesProps {
  /** Sizes are remembered under this name. */
  readonly id: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panes: readonly Pane[];
  /** Pane shown first on a phone; default the first. */
  readonly narrowFirst?: string;
  /** Whether a phone shows one pane at a time. Default `true`; else panes follow each other. */
  readonly isSwitchedWhenNarrow?: boolean;
}

const PANE_PX_MIN = 120;

/** Panes with separators that can be dragged, or moved by arrow keys. On a phone one pane at a time. */
export function SplitPanes({ id, direction, panes, narrowFirst, isSwitchedWhenNarrow = true }: SplitPanesProps) {
  const isNarrow = useIsNarrow();
  if (!isNarrow) return <ResizablePanes id={id} direction={direction} panes={panes} />;
  if (!isSwitchedWhenNarrow || panes.length === 1) {
    return (
      <div className="stacked-panes">
        {panes.map((pane) => (
          <section key={pane.id} aria-label={pane.name}>
            {pane.content}
          </section>
        ))}
      </div>
    );
  }
  return <SwitchedPanes panes={panes} first={narrowFirst ?? panes[0]!.id} />;
}

function ResizablePanes({ id, direction, panes }: Pick<SplitPanesProps, 'id' | 'direction' | 'panes'>) {
  const storedAs = `waggle.panes.${id}`;
  const elementId = useId();
  const [moved, setMoved] = useState<PaneSizes>();
  // Which panes there are may change, with what is shown in them.
  const isMoved = moved !== undefined && panes.every((pane) => moved[pane.id] !== undefined);
  const sizes = isMoved ? moved : paneSizes(panes, browserStorage.getItem(storedAs));
  // Keys are quicker than drawing.
  const latest = useRef(sizes);
  latest.current = sizes;
  const change = (next: PaneSizes) => {
    latest.current = next;
    setMoved(next);
  };
  const remember = () => browserStorage.setItem(storedAs, JSON.stringify(latest.current));
  const px = (paneId: string) => {
    const { width = 0, height = 0 } = document.getElementById(`${elementId}${paneId}`)?.getBoundingClientRect() ?? {};
    return direction === 'horizontal' ? width : height;
  };
  return (
    <div className="split-panes" data-direction={direction}>
      {panes.map((pane, index) => {
        const before = panes[index - 1];
        return (
          <Fragment key={pane.id}>
            {before !== undefined && (
              <SplitSeparator
                direction={direction}
                controls={`${elementId}${before.id}`}
                value={partOfBoth(sizes, [before.id, pane.id])}
                onMove={(part) =>
                  change(
                    moveBorder(latest.current, [before.id, pane.id], part, {
                      both: px(before.id) + px(pane.id),
                      firstMin: before.sizeMin ?? PANE_PX_MIN,
                      secondMin: pane.sizeMin ?? PANE_PX_MIN,
                    }),
                  )
                }
                onMoved={remember}
                onReset={() => {
                  change(firstSizes(panes));
                  remember();
                }}
              />
            )}
            <div
              id={`${elementId}${pane.id}`}
              className="split-pane"
              style={
                { flexGrow: sizes[pane.id], '--pane-min': `${pane.sizeMin ?? PANE_PX_MIN}px` } as React.CSSProperties
              }
            >
              {pane.content}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}

function SwitchedPanes({ panes, first }: { readonly panes: readonly Pane[]; readonly first: string }) {
  const [shown, setShown] = useState(first);
  const pane = panes.find(({ id }) => id === shown) ?? panes[0]!;
  return (
    <div className="switched-panes">
      <ContentSwitcher size="sm" selectedIndex={panes.indexOf(pane)} onChange={({ name }) => setShown(String(name))}>
        {panes.map(({ id, name }) => (
          <Switch key={id} name={id} text={name} />
        ))}
      </ContentSwitcher>
      <div className="switched-pane">{pane.content}</div>
    </div>
  );
}
