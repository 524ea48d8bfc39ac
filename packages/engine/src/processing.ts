import type { BpmnElementType, Key } from '@waggle/protocol';
import type { BacklogView } from './backlog.ts';
import type { VariableChanges } from './behavior/variables/variable-changes.ts';
import type { ElementProcessor } from './elements/element-processor.ts';
import type { ExpressionCache } from './expression-cache.ts';
import type { JobStreams } from './job-streams.ts';
import type { KeyGenerator } from './key-generator.ts';
import type { EngineLimits } from './limits.ts';
import type { DecisionModels } from './model/decision-models.ts';
import type { ProcessModels } from './model/process-models.ts';
import type { RecordWriter } from './record-writer.ts';
import type { EngineView } from './state/engine-state.ts';

/** What a processor has at hand: it reads the state, and writes only through `write`. */
export interface Processing {
  readonly partitionId: number;
  readonly partitionCount: number;
  /** Epoch ms of the present command, or at which the clock is pinned. */
  readonly now: number;
  readonly state: EngineView;
  readonly write: RecordWriter;
  readonly keys: KeyGenerator;
  readonly models: ProcessModels;
  readonly decisionModels: DecisionModels;
  readonly backlog: BacklogView;
  /** The steps of an element of this type; elements themselves cannot look each other up without a circle. */
  readonly elementProcessor: (elementType: BpmnElementType) => ElementProcessor;
  readonly expressions: ExpressionCache;
  readonly jobStreams: JobStreams;
  readonly limits: EngineLimits;
  /** IANA zone that cron expressions and now() use. */
  readonly timeZone: string;
  /** One running root instance of a process holds a business id; a second one is refused. */
  readonly hasUniqueBusinessIds: boolean;
  /** Jobs that became activatable in the present command; given out or announced when it ends. */
  readonly activatableJobs: Key[];
  /** Variables that the present step wrote and that conditions may see; looked at when it is through. */
  readonly variableChanges: VariableChanges;
}
