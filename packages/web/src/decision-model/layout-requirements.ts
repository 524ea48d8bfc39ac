/** Places a requirements graph without diagram data: what decides stands above what it requires. */

export interface GraphNode {
  readonly id: string;
}

/** `from` is required by `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 180;
const HEIGHT = 80;
const GAP_X = 40;
const GAP_Y = 80;

/** @returns a place for each node. Cycles, which no valid model has, do no harm. */
export function layoutRequirements(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): ReadonlyMap<string, Place> {
  const levels = levelsOf(nodes, edges);
  const rows = Map.groupBy(nodes, ({ id }) => levels.get(id)!);
  const depth = Math.max(0, ...rows.keys());
  const widest = Math.max(0, ...[...rows.values()].map((row) => row.length));
  const places = new Map<string, Place>();
  for (const [level, row] of rows) {
    const indent = ((widest - row.length) * (WIDTH + GAP_X)) / 2;
    for (const [index, { id }] of row.entries()) {
      const x = indent + index * (WIDTH + GAP_X);
      places.set(id, { x, y: (depth - level) * (HEIGHT + GAP_Y), width: WIDTH, height: HEIGHT });
    }
  }
  return places;
}

/** How many requirements lie below a node at most; 0 = it requires nothing. */
function levelsOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const required = Map.groupBy(edges, ({ to }) => to);
  const levels = new Map<string, number>();
  const levelOf = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    levels.set(id, 0);
    const below = (required.get(id) ?? []).map(({ from }) => levelOf(from));
    const level = below.length === 0 ? 0 : Math.max(...below) + 1;
    levels.set(id, level);
    return level;
  };
  for (const { id } of nodes) levelOf(id);
  return levels;
}
