import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseRecord } from '../exported-records.ts';

/** What happened, as exported records tell it. */
export interface Outcome {
  /** Completions by process instance, and by job. */
  readonly instanceCompletions: ReadonlyMap<string, number>;
  readonly jobCompletions: ReadonlyMap<string, number>;
  /** Positions that were exported twice with different content: a record that was committed has changed. */
  readonly changedPositions: readonly number[];
}

/** Reads JSON-lines files, one a partition. After a crash records may stand in them twice; each counts once, by its position. */
export async function readOutcome(paths: readonly string[]): Promise<Outcome> {
  const outcome = {
    instanceCompletions: new Map<string, number>(),
    jobCompletions: new Map<string, number>(),
    changedPositions: [],
  };
  for (const path of paths) await readPartition(path, outcome);
  return outcome;
}

interface GrowingOutcome extends Outcome {
  readonly instanceCompletions: Map<string, number>;
  readonly jobCompletions: Map<string, number>;
  readonly changedPositions: number[];
}

async function readPartition(path: string, outcome: GrowingOutcome): Promise<void> {
  const contents = new Map<number, string>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    // The line being written has no end yet.
    if (!line.endsWith('}')) continue;
    const { position, valueType, intent, key, value } = parseRecord(line);
    const content = createHash('sha1').update(line).digest('base64');
    const before = contents.get(position);
    if (before !== undefined) {
      if (before !== content) outcome.changedPositions.push(position);
      continue;
    }
    contents.set(position, content);
    if (valueType === 'JOB' && intent === 'COMPLETED') count(outcome.jobCompletions, key);
    if (valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_COMPLETED' && value.bpmnElementType === 'PROCESS') {
      count(outcome.instanceCompletions, key);
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
