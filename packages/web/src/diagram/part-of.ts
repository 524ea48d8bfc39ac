interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PartOptions {
  /** Around all of the diagram. */
  readonly whole: Box;
  /** In pixels. */
  readonly pane: { readonly width: number; readonly height: number };
  readonly shapes: readonly (Box & { readonly id: string })[];
  /** The shape in the middle; without it, or when there is no such one, that which begins the diagram. */
  readonly startId: string | undefined;
  readonly zoom: number;
}

/** Free around the diagram where the part ends with it. */
const MARGIN_PX = 24;
/** Buttons lie over the right edge. */
const CONTROLS_PX = 48;
/** Wider shapes have others inside: a pool begins at its first event, not at its middle. */
const ELEMENT_WIDTH_MAX = 160;

/** What of a diagram a pane shows that is too small for the whole: around one shape, and nothing beyond the diagram. */
export function partOf({ whole, pane, shapes, startId, zoom }: PartOptions): Box {
  const width = pane.width / zoom;
  const height = pane.height / zoom;
  const leftmost = () =>
    shapes
      .filter((shape) => shape.width <= ELEMENT_WIDTH_MAX)
      .reduce<Box | undefined>((left, shape) => (left === undefined || shape.x < left.x ? shape : left), undefined);
  const start = shapes.find(({ id }) => id === startId) ?? leftmost() ?? whole;
  const margin = MARGIN_PX / zoom;
  const right = CONTROLS_PX / zoom;
  return {
    x: within(start.x + start.width / 2 - width / 2, whole.x - margin, whole.x + whole.width + right - width),
    y: within(start.y + start.height / 2 - height / 2, whole.y - margin, whole.y + whole.height + margin - height),
    width,
    height,
  };
}

/** What has room to spare lies in the middle. */
function within(value: number, min: number, max: number): number {
  return max < min ? (min + max) / 2 : Math.min(max, Math.max(min, value));
}
