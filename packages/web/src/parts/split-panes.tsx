import { ContentSwitcher, Switch } from '@carbon/react';
import { Fragment, type ReactNode, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { browserStorage } from '../app/browser-storage.ts';
import { useTexts } from '../texts/use-texts.ts';
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
  const { parts } = useTexts();
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `waggle.panes.${id}`,
    panelIds: panes.map((pane) => pane.id),
    storage: browserStorage,
  });
  return (
    <Group
      className="split-panes"
      orientation={direction}
      {...(defaultLayout === undefined ? {} : { defaultLayout })}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className="split-separator" aria-label={parts.resize} />}
          <Panel
            id={pane.id}
            className="split-pane"
            minSize={pane.sizeMin ?? PANE_PX_MIN}
            {...(pane.size === undefined ? {} : { defaultSize: `${pane.size}%` })}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
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
