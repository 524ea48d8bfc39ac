/**
 * Whether every page that the trees of an LMDB file reach is in the file. Reads the file itself: LMDB, finding a page
 * of another kind than expected, may end the process.
 */
import { readSync } from 'node:fs';
import { endianness } from 'node:os';

/** Fields of a page, and of a node in it; both begin where their table says. */
const PAGE = { number: 0, flags: 18, nodesEnd: 20, overflowPages: 20, nodes: 24 } as const;
const NODE = { low: 0, high: 2, flags: 4, keySize: 6, key: 8 } as const;
const BRANCH = 0x01;
const LEAF = 0x02;
const OVERFLOW = 0x04;
const VALUE_IS_ELSEWHERE = 0x01;
const NO_PAGE = (1n << 64n) - 1n;

export interface PagedFile {
  readonly descriptor: number;
  readonly pageSize: number;
  /** Whole pages in the file. */
  readonly pageCount: number;
}

/** @param root page number of a tree's root; all ones for an empty tree. */
export function areAllPagesThere(file: PagedFile, root: bigint): boolean {
  const waiting = root === NO_PAGE ? [] : [Number(root)];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    const references = referencesOf(file, page);
    if (references === undefined) return false;
    waiting.push(...references);
  }
  return true;
}

/** @returns pages a page refers to; `undefined` when it is missing or no page of a tree. */
function referencesOf(file: PagedFile, page: number): number[] | undefined {
  if (page >= file.pageCount) return undefined;
  const bytes = new DataView(new ArrayBuffer(file.pageSize));
  const isLittle = endianness() === 'LE';
  readSync(file.descriptor, bytes, 0, file.pageSize, page * file.pageSize);
  if (Number(bytes.getBigUint64(PAGE.number, isLittle)) !== page) return undefined;
  const flags = bytes.getUint16(PAGE.flags, isLittle);
  if ((flags & OVERFLOW) !== 0) {
    return page + bytes.getUint32(PAGE.overflowPages, isLittle) <= file.pageCount ? [] : undefined;
  }
  if ((flags & (BRANCH | LEAF)) === 0) return undefined;
  const references: number[] = [];
  const nodeCount = bytes.getUint16(PAGE.nodesEnd, isLittle) >> 1;
  for (let node = 0; node < nodeCount; node++) {
    const start = PAGE.nodes + bytes.getUint16(PAGE.nodes + node * 2, isLittle);
    const reference = (flags & BRANCH) !== 0 ? childOf(bytes, start, isLittle) : farValueOf(bytes, start, isLittle);
    if (reference !== undefined) references.push(reference);
  }
  return references;
}

function childOf(bytes: DataView, node: number, isLittle: boolean): number {
  const low = bytes.getUint16(node + NODE.low, isLittle);
  const high = bytes.getUint16(node + NODE.high, isLittle);
  return low + high * 2 ** 16 + bytes.getUint16(node + NODE.flags, isLittle) * 2 ** 32;
}

function farValueOf(bytes: DataView, node: number, isLittle: boolean): number | undefined {
  if ((bytes.getUint16(node + NODE.flags, isLittle) & VALUE_IS_ELSEWHERE) === 0) return undefined;
  const value = node + NODE.key + bytes.getUint16(node + NODE.keySize, isLittle);
  return Number(bytes.getBigUint64(value, isLittle));
}
