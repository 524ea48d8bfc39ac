import { exporterKindNames } from './exporter-kind-names.ts';
import {
  choiceOption,
  databaseOption,
  integerOption,
  type OptionKind,
  optionalFileOption,
  optionalFolderOption,
  portOption,
  retentionOption,
  switchOption,
  textListOption,
  textOption,
} from './option-kind.ts';

/** An option of `waggle start`. Flag, environment variable and YAML key all follow from its name in the table. */
export interface StartOption<Value> {
  readonly kind: OptionKind<Value>;
  readonly default: Value;
  /** Sentences for the help and docs/configuration.md: what it does, and when to change it. */
  readonly description: string;
  /** For the documentation, when the default depends on something. */
  readonly defaultText?: string;
}

/** Each partition is a thread with a log and a state of its own; more than this on one machine only costs memory. */
const PARTITIONS_MAX = 64;

/** Clients give up long before. */
const SEARCH_WAIT_MS_MAX = 60_000;
const SEARCH_TIMEOUT_MS_MIN = 100;
const SEARCH_TIMEOUT_MS_MAX = 600_000;
/** A terabyte, in megabytes: more is a mistake in the unit. */
const DISK_FREE_MIN_MAX = 1024 * 1024;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Ten years: more is a mistake in the unit. */
const RECORD_HISTORY_DAYS_MAX = 3_650;

/** What S3 takes in one request, in megabytes. */
const DOCUMENT_MAX_MB_MAX = 5 * 1024;

function option<Value>(definition: StartOption<Value>): StartOption<Value> {
  return definition;
}

/** The one table behind the help, the environment variables, the YAML keys and docs/configuration.md. */
export const startOptions = {
  data: option<string>({
    kind: textOption('DIR'),
    default: '.waggle/data',
    description: 'Folder of log and state; made when missing. Relative to the working directory.',
  }),
  'in-memory': option<boolean>({
    kind: switchOption,
    default: false,
    description:
      'Keeps everything in memory: nothing is written, and all is gone when the server stops. For trying out.',
  }),
  host: option<string>({
    kind: textOption('HOST'),
    default: '127.0.0.1',
    description:
      'Address to listen on. The default takes connections from this machine only; use 0.0.0.0 to be reachable from others, behind something that authenticates them.',
  }),
  'rest-port': option<number>({
    kind: portOption,
    default: 8080,
    description: 'Port of the REST API.',
  }),
  'grpc-port': option<number>({
    kind: portOption,
    default: 26500,
    description: 'Port of the gRPC API.',
  }),
  'management-port': option<number>({
    kind: portOption,
    default: 9600,
    description: 'Port of health, metrics and log level.',
  }),
  partitions: option<number>({
    kind: integerOption(1, PARTITIONS_MAX),
    default: 1,
    description:
      'Number of partitions. Fixed when the data folder is made: start with as many as later, or export and begin anew.',
  }),
  database: option<string>({
    kind: databaseOption,
    default: 'sqlite',
    description:
      'Secondary storage, which searches and statistics read: sqlite (a file in the data folder), the URL of a PostgreSQL database, or none; see docs/configuration.md.',
  }),
  'search-wait-ms': option<number>({
    kind: integerOption(0, SEARCH_WAIT_MS_MAX),
    default: 5_000,
    description:
      'Milliseconds that a search waits for what was written before it came. After that the answer is what there is, and its header waggle-freshness says stale.',
  }),
  'search-timeout-ms': option<number>({
    kind: integerOption(SEARCH_TIMEOUT_MS_MIN, SEARCH_TIMEOUT_MS_MAX),
    default: 10_000,
    description: 'Milliseconds that the secondary storage may work for one search before it is given up.',
  }),
  exporter: option<readonly string[]>({
    kind: textListOption(
      'KIND=TARGET',
      new RegExp(`^(${exporterKindNames.join('|')})=.+$`),
      `KIND=TARGET with a kind in (${exporterKindNames.join(', ')}), for example json-lines=records.jsonl`,
    ),
    default: [],
    defaultText: 'none',
    description:
      'Where records are exported to; may be given several times. json-lines=PATH appends each record to a file; elasticsearch=URL and opensearch=URL write to a search engine, see docs/configuration.md.',
  }),
  'exporter-arg': option<readonly string[]>({
    kind: textListOption(
      'ID.NAME=VALUE',
      /^[a-z0-9-]+\.[A-Za-z0-9.-]+=/,
      'ID.NAME=VALUE with the id of an exporter, for example elasticsearch.bulk.size=500',
    ),
    default: [],
    defaultText: 'none',
    description:
      'Arguments of exporters to search engines, by the names Camunda has for them; may be given several times. See docs/configuration.md.',
  }),
  'document-store': option<readonly string[]>({
    kind: textListOption(
      'ID=TARGET',
      /^[A-Za-z0-9_-]{1,50}=.+$/,
      'ID=TARGET with a folder, memory or s3://BUCKET/PREFIX as target, for example archive=s3://bucket',
    ),
    default: [],
    defaultText: '`local=` in the data folder',
    description:
      'Where documents are kept; may be given several times, and the first is used when a request names none. A folder, memory, or s3://BUCKET/PREFIX?region=REGION&endpoint=URL; see docs/documents.md.',
  }),
  'document-max-mb': option<number>({
    kind: integerOption(1, DOCUMENT_MAX_MB_MAX),
    default: 100,
    description: 'Megabytes (of 1024 × 1024 bytes) a document may have; larger uploads are refused.',
  }),
  secrets: option<string>({
    kind: optionalFolderOption,
    default: '',
    defaultText: 'none',
    description:
      'Folder of secrets: a file each, named like the secret. Everybody who reaches the REST API can read them (POST /v2/secrets/resolve), as callers do not authenticate yet.',
  }),
  'global-task-listeners': option<string>({
    kind: optionalFileOption,
    default: '',
    defaultText: 'none',
    description:
      'JSON file with a list of listeners for the user tasks of every process, see docs/configuration.md. They replace those of the start before; listeners made over the API stay.',
  }),
  'unique-business-ids': option<boolean>({
    kind: switchOption,
    default: false,
    description:
      'Refuses to create an instance with a business id that a running root instance of the same process has; see docs/configuration.md.',
  }),
  'history-ttl': option<number>({
    kind: retentionOption,
    default: 30 * DAY_MS,
    defaultText: '`P30D`',
    description:
      'How long process instances can be searched after their root has ended, with all that belongs to them; a process may say otherwise. never keeps them for ever. See docs/operations.md.',
  }),
  'decision-instance-ttl': option<number>({
    kind: retentionOption,
    default: 30 * DAY_MS,
    defaultText: '`P30D`',
    description: 'How long evaluations of decisions that no process asked for can be searched.',
  }),
  'batch-operation-ttl': option<number>({
    kind: retentionOption,
    default: 5 * DAY_MS,
    defaultText: '`P5D`',
    description: 'How long batch operations can be searched after their end.',
  }),
  'audit-log-ttl': option<number>({
    kind: retentionOption,
    default: 30 * DAY_MS,
    defaultText: '`P30D`',
    description:
      'How long entries of the audit log can be searched. P0D keeps none, which saves a tenth of the export and a fifth of the database.',
  }),
  'job-metrics-ttl': option<number>({
    kind: retentionOption,
    default: 30 * DAY_MS,
    defaultText: '`P30D`',
    description: 'How long counts of jobs by type and worker are kept.',
  }),
  'usage-metrics-ttl': option<number>({
    kind: retentionOption,
    default: 730 * DAY_MS,
    defaultText: '`P730D`',
    description: 'How long counts of instances, evaluations and assignees are kept.',
  }),
  'record-history-days': option<number>({
    kind: integerOption(0, RECORD_HISTORY_DAYS_MAX),
    default: 7,
    description:
      'Days that the records of process instances are kept, to be replayed and looked at, also after their end. 0 keeps none and removes what there is.',
  }),
  'disk-free-min-mb': option<number>({
    kind: integerOption(0, DISK_FREE_MIN_MAX),
    default: 1024,
    description:
      'Megabytes (of 1024 × 1024 bytes) that must be free where the data lies; below it commands are refused until there is room again. 0 turns the check off.',
  }),
  'log-level': option<'trace' | 'debug' | 'info' | 'warn' | 'error'>({
    kind: choiceOption(['trace', 'debug', 'info', 'warn', 'error']),
    default: 'info',
    description: 'Lowest level that is logged. It can be changed while the server runs, on the management port.',
  }),
  'log-format': option<'auto' | 'human' | 'json'>({
    kind: choiceOption(['auto', 'human', 'json']),
    default: 'auto',
    description: 'Lines for people or one JSON object a line. auto: human on a terminal, json otherwise.',
  }),
};

export type StartOptionName = keyof typeof startOptions;

/** Resolved values, by the names in the table. */
export type StartOptionValues = {
  readonly [Name in StartOptionName]: (typeof startOptions)[Name] extends StartOption<infer Value> ? Value : never;
};

export const startOptionNames = Object.keys(startOptions) as readonly StartOptionName[];
