import { join, resolve } from 'node:path';
import {
  type DocumentStore,
  Documents,
  FileDocumentStore,
  MemoryDocumentStore,
  S3Client,
  S3DocumentStore,
} from '@waggle/gateway';
import type { Logger } from 'pino';
import { CliError } from '../cli-error.ts';

export interface DocumentSettings {
  /** `ID=TARGET`, as on the command line; empty = one store in the data folder. */
  readonly stores: readonly string[];
  readonly documentBytesMax: number;
  /** `undefined` keeps everything in memory. */
  readonly dataFolder: string | undefined;
  /** Holds the credentials of S3. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
}

/** Other stores than AWS's take any region; most take this one. */
const REGION_DEFAULT = 'us-east-1';

/** @throws {CliError} INVALID_OPTION: an id twice, a URL that names no bucket, or credentials are missing. */
export function startDocuments({
  stores,
  documentBytesMax,
  dataFolder,
  environment,
  logger,
}: DocumentSettings): Documents {
  const made = stores.map((text) => {
    const separator = text.indexOf('=');
    return [text.slice(0, separator), storeOf(text.slice(separator + 1), environment)] as const;
  });
  const ids = made.map(([id]) => id);
  const again = ids.find((id, index) => ids.indexOf(id) !== index);
  if (again !== undefined) {
    throw new CliError('INVALID_OPTION', `Expected document stores with different ids, but "${again}" comes twice.`);
  }
  return new Documents({
    stores: made.length === 0 ? defaultStore(dataFolder) : Object.fromEntries(made),
    documentBytesMax,
    onCleanUpError: (error) => logger.warn({ err: error }, 'Expired documents could not be deleted; tried again later'),
  });
}

function defaultStore(dataFolder: string | undefined): Readonly<Record<string, DocumentStore>> {
  return dataFolder === undefined
    ? { 'in-memory': new MemoryDocumentStore() }
    : { local: new FileDocumentStore(join(dataFolder, 'documents')) };
}

function storeOf(target: string, environment: DocumentSettings['environment']): DocumentStore {
  if (target === 'memory') return new MemoryDocumentStore();
  if (target.startsWith('s3://')) return s3Store(target, environment);
  return new FileDocumentStore(resolve(target));
}

/** @param target `s3://BUCKET/PREFIX?region=…&endpoint=…` */
function s3Store(target: string, environment: DocumentSettings['environment']): S3DocumentStore {
  const [path = '', query = ''] = target.slice('s3://'.length).split('?');
  const [bucket = '', ...folders] = path.split('/');
  const prefix = folders.filter((folder) => folder !== '').join('/');
  const parameters = new URLSearchParams(query);
  const unknown = [...parameters.keys()].find((name) => name !== 'region' && name !== 'endpoint');
  const endpoint = parameters.get('endpoint') ?? undefined;
  const isEndpoint = endpoint === undefined || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol));
  if (bucket === '' || unknown !== undefined || !isEndpoint) {
    throw new CliError(
      'INVALID_OPTION',
      `Expected a document store such as s3://bucket/prefix?region=eu-central-1&endpoint=https://minio:9000, but got "${target}".`,
    );
  }
  const client = new S3Client({
    bucket,
    region: parameters.get('region') ?? environment.AWS_REGION ?? REGION_DEFAULT,
    endpoint,
    credentials: {
      accessKeyId: credential('AWS_ACCESS_KEY_ID', environment),
      secretAccessKey: credential('AWS_SECRET_ACCESS_KEY', environment),
      sessionToken: environment.AWS_SESSION_TOKEN,
    },
  });
  return new S3DocumentStore(client, prefix === '' ? '' : `${prefix}/`);
}

function credential(name: string, environment: DocumentSettings['environment']): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new CliError(
    'INVALID_OPTION',
    `Expected the environment variable ${name} for documents in S3, but it is not set.`,
  );
}
