import type { Row } from './row.ts';
import { checkpoint } from './rows/checkpoint.ts';
import { decisions } from './rows/decisions.ts';
import { durable } from './rows/durable.ts';
import { engine } from './rows/engine.ts';
import { exporting } from './rows/export.ts';
import { feel } from './rows/feel.ts';
import { grpc } from './rows/grpc.ts';
import { heap } from './rows/heap.ts';
import { largeInstances } from './rows/large-instances.ts';
import { live } from './rows/live.ts';
import { rawFdatasync } from './rows/raw-fdatasync.ts';
import { rawGrpc } from './rows/raw-grpc.ts';
import { rawHttp } from './rows/raw-http.ts';
import { rawLmdb } from './rows/raw-lmdb.ts';
import { replay } from './rows/replay.ts';
import { rest } from './rows/rest.ts';
import { sdk } from './rows/sdk.ts';
import { start } from './rows/start.ts';

/** Everything that is measured, in the order of the table: the raw limits first, since later lines refer to them. */
export const rows: readonly Row[] = [
  rawFdatasync,
  rawLmdb,
  rawGrpc,
  rawHttp,
  feel,
  engine,
  decisions,
  durable,
  exporting,
  largeInstances,
  grpc,
  rest,
  sdk,
  start,
  heap,
  replay,
  checkpoint,
  live,
];
