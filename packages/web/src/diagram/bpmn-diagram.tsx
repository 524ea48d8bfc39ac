import { Add, FitToScreen, Subtract } from '@carbon/icons-react';
import { IconButton } from '@carbon/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import './diagram.scss';
import { type OpenedViewer, openViewer, type Viewer } from './viewer.ts';

/** Something put onto an element of the diagram. */
export interface DiagramOverlay {
  /** Unique among the overlays of the diagram. */
  readonly id: string;
  readonly elementId: string;
  /** Where on the element; pixels from that edge, negative = outside. */
  readonly position: {
    readonly top?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly left?: number;
  };
  /** On elements too small for two things, such as events. */
  readonly positionIfSmall?: DiagramOverlay['position'];
  readonly content: ReactNode;
  /** It does not become smaller when the diagram does: for what is clicked. Default `false`. */
  readonly isReadable?: boolean;
}

export interface BpmnDiagramProps {
  /** BPMN 2.0 XML; without diagram data it is laid out. */
  readonly xml: string;
  /** Draws something else than BPMN. One for the life of the diagram. */
  readonly open?: (container: HTMLElement, xml: string) => Promise<OpenedViewer>;
  readonly overlays?: readonly DiagramOverlay[];
  /** CSS classes by element id: `{ charge: ['is-selected'] }`. */
  readonly markers?: Readonly<Record<string, readonly string[]>>;
  readonly selectedElementId?: string | undefined;
  /** What matters most: a pane too small for the whole starts there. Default the selected one, else where it begins. */
  readonly startElementId?: string | undefined;
  /** `undefined` = the canvas was clicked. */
  onSelect?(elementId: string | undefined): void;
  /** Which elements can be clicked; default all but the process and its labels. */
  isSelectable?(elementId: string): boolean;
  /** Buttons beside those for the zoom. */
  readonly controls?: ReactNode;
  /** Told when it is drawn, and again when another model is. */
  onReady?(viewer: Viewer): void;
}

interface Drawn {
  readonly viewer: Viewer;
  readonly isLaidOut: boolean;
}

/** A BPMN diagram to look at, to move about in, and to click on. */
export function BpmnDiagram(props: BpmnDiagramProps) {
  const { xml, overlays = [], markers = {}, selectedElementId, controls } = props;
  const { parts } = useTexts();
  const canvas = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const [failure, setFailure] = useState<string>();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const container = canvas.current;
    if (container === null) return;
    let isGone = false;
    let viewer: Viewer | undefined;
    setFailure(undefined);
    (latest.current.open ?? openViewer)(container, xml).then(
      (opened) => {
        viewer = opened.viewer;
        if (isGone) {
          viewer.close();
          return;
        }
        viewer.onClick((elementId) => {
          const { isSelectable, onSelect } = latest.current;
          onSelect?.(elementId !== undefined && (isSelectable?.(elementId) ?? true) ? elementId : undefined);
        });
        setDrawn(opened);
        latest.current.onReady?.(viewer);
      },
      (error: unknown) => {
        if (!isGone) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isGone = true;
      setDrawn(undefined);
      viewer?.close();
    };
  }, [xml]);

  useEffect(() => {
    const marked = { ...markers };
    if (selectedElementId !== undefined) {
      marked[selectedElementId] = [...(marked[selectedElementId] ?? []), 'is-selected'];
    }
    drawn?.viewer.mark(marked);
  }, [drawn, markers, selectedElementId]);

  const startElementId = selectedElementId ?? props.startElementId;
  useEffect(() => drawn?.viewer.startAt(startElementId), [drawn, startElementId]);

  const viewer = drawn?.viewer;
  return (
    <div className="diagram" role="group" aria-label={parts.diagram}>
      {failure !== undefined && (
        <div className="problem-notice" role="alert">
          <h2>{parts.diagramFailed}</h2>
          <p className="problem-detail">{failure}</p>
        </div>
      )}
      <div className="diagram-canvas" ref={canvas} hidden={failure !== undefined} />
      {viewer === undefined && failure === undefined && <PageSkeleton />}
      {drawn?.isLaidOut === true && <p className="diagram-note">{parts.diagramLaidOut}</p>}
      {viewer !== undefined &&
        overlays.map((overlay) => <Overlay key={overlay.id} viewer={viewer} overlay={overlay} />)}
      {viewer !== undefined && (
        <div className="diagram-controls">
          {controls}
          <IconButton label={parts.zoomReset} kind="ghost" size="sm" align="left" onClick={() => viewer.fit()}>
            <FitToScreen />
          </IconButton>
          <IconButton label={parts.zoomIn} kind="ghost" size="sm" align="left" onClick={() => viewer.zoomBy(1.25)}>
            <Add />
          </IconButton>
          <IconButton label={parts.zoomOut} kind="ghost" size="sm" align="left" onClick={() => viewer.zoomBy(0.8)}>
            <Subtract />
          </IconButton>
        </div>
      )}
    </div>
  );
}

/** Drawn by React into a place that the diagram moves along with its element. */
function Overlay({ viewer, overlay }: { readonly viewer: Viewer; readonly overlay: DiagramOverlay }) {
  const { elementId, content, isReadable = false } = overlay;
  const position =
    overlay.positionIfSmall !== undefined && viewer.isSmall(elementId) ? overlay.positionIfSmall : overlay.position;
  const [place, setPlace] = useState<HTMLElement>();
  const { top, right, bottom, left } = position;
  useEffect(() => {
    const added = viewer.place(
      elementId,
      {
        ...(top === undefined ? {} : { top }),
        ...(right === undefined ? {} : { right }),
        ...(bottom === undefined ? {} : { bottom }),
        ...(left === undefined ? {} : { left }),
      },
      isReadable,
    );
    setPlace(added?.place);
    return () => added?.remove();
  }, [viewer, elementId, top, right, bottom, left, isReadable]);
  return place === undefined ? null : createPortal(content, place);
}
