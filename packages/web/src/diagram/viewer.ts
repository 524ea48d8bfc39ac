/** What pages need of a diagram, over bpmn-js, which is loaded with the first diagram. */
import { layOut } from './lay-out.ts';
import { partOf } from './part-of.ts';
import { moveByTouch } from './touch-moves.ts';

export interface DiagramElement {
  readonly id: string;
  /** As BPMN spells it: `bpmn:ServiceTask`. */
  readonly type: string;
  readonly name: string | undefined;
}

export interface Viewer {
  /** All elements that have a place in the diagram, but no labels and not the process itself. */
  elements(): readonly DiagramElement[];
  element(id: string): DiagramElement | undefined;
  /** Whether it is an event, a gateway or the like, with its name beside it. */
  isSmall(id: string): boolean;
  /** CSS classes by element id; those given before go. Unknown ids are passed over. */
  mark(markers: Readonly<Record<string, readonly string[]>>): void;
  /** A place on an element that moves and scales with it; `undefined` when the diagram has no such element. */
  place(
    elementId: string,
    position: { readonly top?: number; readonly right?: number; readonly bottom?: number; readonly left?: number },
    /** It does not become smaller than it is. Default `false`. */
    isReadable?: boolean,
  ): { readonly place: HTMLElement; remove(): void } | undefined;
  /** @param listener gets `undefined` for the canvas. @returns a function that stops it. */
  onClick(listener: (elementId: string | undefined) => void): () => void;
  onHover(listener: (elementId: string | undefined) => void): () => void;
  /** Moves the diagram so that the element is seen; one that is seen stays where it is. */
  reveal(elementId: string): void;
  /**
   * In a pane too small for the whole to be read, the part around this element is shown at first; without one, where the
   * diagram begins. Nothing moves any more once the person has moved it.
   */
  startAt(elementId: string | undefined): void;
  /** Shows the whole; in a small pane that shows it already, the part it started with. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Lets a token run along a sequence flow. Unknown ids are passed over. */
  moveToken(flowId: string, durationMs: number): void;
  /** The diagram as a picture. */
  svg(): Promise<string>;
  close(): void;
}

export interface OpenedViewer {
  readonly viewer: Viewer;
  /** Whether the model had no diagram of its own. */
  readonly isLaidOut: boolean;
}

interface DiagramNode {
  readonly id: string;
  readonly type: string;
  readonly parent?: DiagramNode;
  readonly labelTarget?: DiagramNode;
  /** Of a connection: where it runs. */
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly businessObject: { readonly id: string; readonly name?: string };
  /** Of a shape. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Canvas {
  /** @param value to be set; absent = tells the present one. */
  zoom(value?: number | 'fit-viewport', center?: 'auto' | { readonly x: number; readonly y: number }): number;
  scroll(by: { readonly dx: number; readonly dy: number }): void;
  /**
   * What is seen, in the diagram's coordinates; `inner` is the whole diagram, `outer` the pane in pixels.
   * @param box to be seen; absent = tells the present one.
   */
  viewbox(box?: Box): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding?: number): void;
  resized(): void;
  getRootElement(): DiagramNode;
  findRoot(id: string): DiagramNode | undefined;
  /** A group of the picture, in its coordinates. */
  getLayer(name: string, index: number): SVGGElement;
}

interface ElementRegistry {
  get(id: string): DiagramNode | undefined;
  filter(condition: (node: DiagramNode) => boolean): readonly DiagramNode[];
}

interface Overlays {
  add(elementId: string, overlay: { position: object; html: HTMLElement; scale?: object }): string;
  remove(id: string): void;
}

interface EventBus {
  on(event: string, listener: (event: { element?: DiagramNode }) => void): void;
  off(event: string, listener: (event: { element?: DiagramNode }) => void): void;
}

/** Of what models give no colour; by our own style sheet, so that they follow the theme. */
const colours = {
  defaultFillColor: 'var(--diagram-fill)',
  defaultStrokeColor: 'var(--diagram-line)',
  defaultLabelColor: 'var(--diagram-line)',
};

/** What lies on elements stays readable, and large enough to be hit, however far away the diagram is. */
const overlayScale = { defaults: { scale: { min: 0.8, max: 1.5 } } };

const ZOOM_MIN = 0.2;
const ZOOM_MAX = 4;
/** What is seen with so much around it stays where it is: a diagram that jumps at every click is hard to follow. */
const REVEAL_PADDING = 20;
/** More where little is seen: the next one is rarely far. */
const REVEAL_PADDING_SMALL_PANE = 90;
/** Small diagrams are not blown up to fill the pane. */
const FIT_ZOOM_MAX = 1;
/** Left free at each side of a diagram that is fitted, so that nothing lies under the controls; less in small panes. */
const FIT_MARGIN_PX = 44;
const FIT_SHARE_MIN = 0.75;
/** Panes narrower than that are a phone's. */
const SMALL_PANE_PX = 768;
/** Names cannot be read any more below: a small pane starts with a part instead. */
const READ_ZOOM_MIN = 0.5;
/** Of that part: names can be read, and the next elements are seen. */
const PART_ZOOM = 0.75;
/** Overlays with numbers would lie over each other below, and show their signs only. */
const FAR_ZOOM_MAX = 0.45;
/** Tasks are 100 wide, gateways 50. */
const SMALL_SHAPE_WIDTH = 60;
const TOKEN_RADIUS = 7;
/** In front of the elements. */
const TOKEN_LAYER = 1;

/** @throws the text is no BPMN. */
export async function openViewer(container: HTMLElement, xml: string): Promise<OpenedViewer> {
  const { default: NavigatedViewer } = await import('bpmn-js/lib/NavigatedViewer');
  const hasDiagram = /<(\w+:)?BPMNShape\b/.test(xml);
  const drawable = hasDiagram ? xml : await layOut(xml);
  const library = new NavigatedViewer({ container, bpmnRenderer: colours, overlays: overlayScale });
  try {
    await library.importXML(drawable);
  } catch (error) {
    library.destroy();
    throw error;
  }
  const viewer = new LibraryViewer(library, container);
  viewer.startAt(undefined);
  return { viewer, isLaidOut: !hasDiagram };
}

/** What is needed of bpmn-js and its kin. */
export interface Library {
  get(name: 'canvas'): Canvas;
  get(name: 'elementRegistry'): ElementRegistry;
  get(name: 'overlays'): Overlays;
  get(name: 'eventBus'): EventBus;
  saveSVG(): Promise<{ svg: string }>;
  destroy(): void;
}

export class LibraryViewer implements Viewer {
  readonly #library: Library;
  readonly #canvas: Canvas;
  readonly #registry: ElementRegistry;
  readonly #container: HTMLElement;
  readonly #observer: ResizeObserver;
  #marked: readonly (readonly [string, string])[] = [];
  /** Until the person moves it, what is shown follows the size of the pane. */
  #shows: 'start' | 'whole' | 'chosen' = 'start';
  #startId: string | undefined;
  readonly #stopTouch: () => void;
  #isClosed = false;

  constructor(library: Library, container: HTMLElement) {
    this.#library = library;
    this.#container = container;
    this.#canvas = library.get('canvas');
    this.#registry = library.get('elementRegistry');
    this.#observer = new ResizeObserver(() => {
      this.#canvas.resized();
      this.#settle();
    });
    this.#observer.observe(container);
    for (const type of ['wheel', 'pointerdown']) {
      container.addEventListener(type, () => (this.#shows = 'chosen'), { passive: true });
    }
    this.#stopTouch = moveByTouch(container, {
      scroll: (dx, dy) => this.#canvas.scroll({ dx, dy }),
      zoomBy: (factor, center) => this.#zoomBy(factor, center),
    });
    library.get('eventBus').on('canvas.viewbox.changed', () => this.#noteDistance());
  }

  elements(): readonly DiagramElement[] {
    return this.#registry
      .filter((node) => node.labelTarget === undefined && node.parent !== undefined)
      .map((node) => describe(node));
  }

  element(id: string): DiagramElement | undefined {
    const node = this.#registry.get(id);
    return node === undefined ? undefined : describe(node);
  }

  isSmall(id: string): boolean {
    return (this.#registry.get(id)?.width ?? 0) < SMALL_SHAPE_WIDTH;
  }

  mark(markers: Readonly<Record<string, readonly string[]>>): void {
    if (this.#isClosed) return;
    const wanted = Object.entries(markers)
      .filter(([id]) => this.#registry.get(id) !== undefined)
      .flatMap(([id, classes]) => classes.map((name) => [id, name] as const));
    const key = ([id, name]: readonly [string, string]) => `${id} ${name}`;
    const wantedKeys = new Set(wanted.map(key));
    const markedKeys = new Set(this.#marked.map(key));
    for (const one of this.#marked) if (!wantedKeys.has(key(one))) this.#canvas.removeMarker(...one);
    for (const one of wanted) if (!markedKeys.has(key(one))) this.#canvas.addMarker(...one);
    this.#marked = wanted;
  }

  place(
    elementId: string,
    position: { readonly top?: number; readonly right?: number; readonly bottom?: number; readonly left?: number },
    isReadable = false,
  ): { readonly place: HTMLElement; remove(): void } | undefined {
    if (this.#isClosed || this.#registry.get(elementId) === undefined) return undefined;
    const place = document.createElement('div');
    place.className = 'diagram-overlay';
    const overlays = this.#library.get('overlays');
    const id = overlays.add(elementId, { position, html: place, ...(isReadable ? { scale: { min: 1 } } : {}) });
    return {
      place,
      remove: () => {
        if (!this.#isClosed) overlays.remove(id);
      },
    };
  }

  onClick(listener: (elementId: string | undefined) => void): () => void {
    return this.#listen('element.click', listener);
  }

  onHover(listener: (elementId: string | undefined) => void): () => void {
    return this.#listen('element.hover', listener);
  }

  reveal(elementId: string): void {
    if (this.#registry.get(elementId) === undefined || this.#isSeen(elementId)) return;
    this.#shows = 'chosen';
    const padding = this.#container.clientWidth < SMALL_PANE_PX ? REVEAL_PADDING_SMALL_PANE : REVEAL_PADDING;
    this.#canvas.scrollToElement(elementId, padding);
  }

  /** A diagram that moves under the hand that just clicked is missed with the next click. */
  #isSeen(elementId: string): boolean {
    const shape = this.#container
      .querySelector(`[data-element-id="${CSS.escape(elementId)}"]`)
      ?.getBoundingClientRect();
    const pane = this.#container.getBoundingClientRect();
    return (
      shape !== undefined &&
      shape.left >= pane.left &&
      shape.right <= pane.right &&
      shape.top >= pane.top &&
      shape.bottom <= pane.bottom
    );
  }

  startAt(elementId: string | undefined): void {
    this.#startId = elementId;
    if (this.#shows === 'start') this.#settle();
  }

  fit(): void {
    this.#shows = this.#shows === 'whole' ? 'start' : 'whole';
    this.#settle();
  }

  zoomBy(factor: number): void {
    this.#shows = 'chosen';
    this.#zoomBy(factor, 'auto');
  }

  #zoomBy(factor: number, center: 'auto' | { readonly x: number; readonly y: number }): void {
    this.#canvas.zoom(Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, this.#canvas.zoom() * factor)), center);
  }

  #settle(): void {
    if (this.#isClosed || this.#shows === 'chosen') return;
    const width = this.#container.clientWidth;
    const share = Math.max(FIT_SHARE_MIN, 1 - (2 * FIT_MARGIN_PX) / Math.max(1, width));
    const zoom = Math.min(this.#canvas.zoom('fit-viewport', 'auto') * share, FIT_ZOOM_MAX);
    if (this.#shows === 'start' && width < SMALL_PANE_PX && zoom < READ_ZOOM_MIN) this.#showPart();
    else this.#canvas.zoom(zoom, 'auto');
    this.#noteDistance();
  }

  #showPart(): void {
    const { inner, outer } = this.#canvas.viewbox();
    const root = this.#canvas.getRootElement();
    const shapes = this.#registry.filter(
      (node) => node.width !== undefined && node.labelTarget === undefined && this.#canvas.findRoot(node.id) === root,
    ) as readonly (DiagramNode & Box)[];
    this.#canvas.viewbox(partOf({ whole: inner, pane: outer, shapes, startId: this.#startId, zoom: PART_ZOOM }));
  }

  /** For style sheets. */
  #noteDistance(): void {
    if (!this.#isClosed) this.#container.toggleAttribute('data-far', this.#canvas.zoom() < FAR_ZOOM_MAX);
  }

  moveToken(flowId: string, durationMs: number): void {
    const waypoints = this.#isClosed ? undefined : this.#registry.get(flowId)?.waypoints;
    if (waypoints === undefined) return;
    const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    token.setAttribute('r', String(TOKEN_RADIUS));
    token.setAttribute('class', 'diagram-token');
    this.#canvas.getLayer('tokens', TOKEN_LAYER).append(token);
    const way = wayAlong(waypoints);
    const animation = token.animate(
      waypoints.map(({ x, y }, index) => ({ transform: `translate(${x}px, ${y}px)`, offset: way[index]! })),
      durationMs,
    );
    // Also when it is cut short, as the diagram is closed.
    animation.finished.then(
      () => token.remove(),
      () => token.remove(),
    );
  }

  async svg(): Promise<string> {
    return (await this.#library.saveSVG()).svg;
  }

  close(): void {
    this.#isClosed = true;
    this.#stopTouch();
    this.#observer.disconnect();
    this.#library.destroy();
  }

  #listen(event: string, listener: (elementId: string | undefined) => void): () => void {
    const heard = ({ element }: { element?: DiagramNode }) => {
      const node = element?.labelTarget ?? element;
      listener(node === undefined || node.parent === undefined ? undefined : node.businessObject.id);
    };
    const bus = this.#library.get('eventBus');
    bus.on(event, heard);
    return () => bus.off(event, heard);
  }
}

function describe({ id, type, businessObject }: DiagramNode): DiagramElement {
  return { id, type, name: businessObject.name };
}

/** How far along each point is, from 0 to 1. */
function wayAlong(points: readonly { readonly x: number; readonly y: number }[]): readonly number[] {
  let length = 0;
  const lengths = points.map(({ x, y }, index) => {
    const before = points[index - 1];
    if (before !== undefined) length += Math.hypot(x - before.x, y - before.y);
    return length;
  });
  return lengths.map((each) => (length === 0 ? 0 : each / length));
}
