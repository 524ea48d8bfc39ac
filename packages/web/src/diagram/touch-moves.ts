export interface TouchMoves {
  scroll(dx: number, dy: number): void;
  /** @param center in pixels from the upper left corner of the container. */
  zoomBy(factor: number, center: { readonly x: number; readonly y: number }): void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What changes when fingers move: the middle between them, and how far they are from each other. */
export interface TouchChange {
  readonly dx: number;
  readonly dy: number;
  /** 1 with one finger. */
  readonly factor: number;
  readonly center: Point;
}

/** Further fingers do nothing. */
const FINGERS_MAX = 2;
/** Fingers that lie closer are one. */
const DISTANCE_MIN_PX = 10;

/** @param before, after the same fingers in the same order, one or two. */
export function touchChange(before: readonly Point[], after: readonly Point[]): TouchChange {
  const from = middle(before);
  const center = middle(after);
  return {
    dx: center.x - from.x,
    dy: center.y - from.y,
    factor: before.length < 2 ? 1 : distance(after) / distance(before),
    center,
  };
}

/**
 * One finger moves the picture, two bring it nearer: the drawing library knows the mouse only. The style sheet keeps the
 * browser from scrolling the page meanwhile.
 * @returns a function that stops it.
 */
export function moveByTouch(container: HTMLElement, moves: TouchMoves): () => void {
  const fingers = new Map<number, Point>();
  const down = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' || fingers.size === FINGERS_MAX) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent) => {
    if (!fingers.has(event.pointerId)) return;
    const before = [...fingers.values()];
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const { dx, dy, factor, center } = touchChange(before, [...fingers.values()]);
    const { left, top } = container.getBoundingClientRect();
    moves.scroll(dx, dy);
    if (factor !== 1) moves.zoomBy(factor, { x: center.x - left, y: center.y - top });
  };
  const up = (event: PointerEvent) => fingers.delete(event.pointerId);
  container.addEventListener('pointerdown', down);
  // What was touched may be gone by then.
  const { ownerDocument: page } = container;
  page.addEventListener('pointermove', move);
  page.addEventListener('pointerup', up);
  page.addEventListener('pointercancel', up);
  return () => {
    container.removeEventListener('pointerdown', down);
    page.removeEventListener('pointermove', move);
    page.removeEventListener('pointerup', up);
    page.removeEventListener('pointercancel', up);
  };
}

function middle(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
}

function distance([first, second]: readonly Point[]): number {
  return Math.max(DISTANCE_MIN_PX, Math.hypot(second!.x - first!.x, second!.y - first!.y));
}
