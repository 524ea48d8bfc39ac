/** Runs beside the page, so that a hundred thousand records are read and folded without holding it up. */
import { ApiProblem } from '../../../../api/api-problem.ts';
import { NoScenario, type ReadRecords, type ReplayProblem } from '../../../../replay/index.ts';
import { loadRecords } from './record-loader.ts';
import type {
  FromWorker,
  OpenedReplay,
  ReplayRequests,
  RequestName,
  ToldProblem,
  ToWorker,
} from './replay-requests.ts';
import { ReplaySession } from './replay-session.ts';
import { scenarioFor } from './scenario-for.ts';

let processInstanceKey = '';
let session: ReplaySession | undefined;
/** What reading met, of all that was loaded so far. */
let readProblems: readonly ReplayProblem[] = [];

const handlers: {
  readonly [Name in RequestName]: (input: ReplayRequests[Name]['input']) => Promise<ReplayRequests[Name]['output']>;
} = {
  open: async (input) => {
    processInstanceKey = input.processInstanceKey;
    return become(await load(0), []);
  },
  extend: async () => {
    const { replay } = opened();
    const records = await load(replay.records.at(-1)?.position ?? 0).catch((error: unknown) => {
      // Deleted meanwhile: what was loaded is still here to look at.
      if (error instanceof ApiProblem && error.isNotFound) return { records: [], problems: [] };
      throw error;
    });
    return become(records, replay.records);
  },
  view: async (query) => opened().view(query),
  moments: async ({ indices }) => opened().moments(indices),
  variable: async (input) => opened().variable(input),
  scenario: (request) => scenarioFor(opened().replay, request),
};

function load(after: number): Promise<ReadRecords> {
  return loadRecords(processInstanceKey, { after, onProgress: (records) => tell({ kind: 'progress', records }) });
}

function become(loaded: ReadRecords, before: ReplaySession['replay']['records']): OpenedReplay {
  readProblems = [...readProblems, ...loaded.problems];
  session = new ReplaySession({ processInstanceKey, records: [...before, ...loaded.records], problems: readProblems });
  const { replay, timeLine } = session;
  const lastPosition = replay.records.at(-1)?.position ?? 0;
  return { timeLine, problems: replay.problems, records: replay.length, lastPosition };
}

function opened(): ReplaySession {
  if (session === undefined) throw new Error('Expected a replay to be open, but none is');
  return session;
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));

async function answer({ id, name, input }: ToWorker): Promise<void> {
  try {
    const handle = handlers[name] as (input: ToWorker['input']) => Promise<unknown>;
    tell({ kind: 'answer', id, output: await handle(input) });
  } catch (error) {
    tell({ kind: 'problem', id, problem: problemOf(error) });
  }
}

function problemOf(error: unknown): ToldProblem {
  if (error instanceof ApiProblem) {
    const { status, title, detail, request, message } = error;
    return { message, api: { status, title, detail, request } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof NoScenario ? { message, isNoScenario: true } : { message };
}

function tell(message: FromWorker): void {
  postMessage(message);
}
