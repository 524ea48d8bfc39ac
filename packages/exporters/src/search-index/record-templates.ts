/** What search engines are told about records before the first one comes: fields, shards, aliases. */
import type { ValueType } from '@waggle/protocol';
import type { IndexNames } from './index-names.ts';
import type { SearchIndexSettings } from './search-index-settings.ts';

type Json = Readonly<Record<string, unknown>>;

/** Of ours, so that an operator sees which one is newer. */
const TEMPLATE_VERSION = 1;
/** Longer texts are kept, but cannot be searched for: Lucene refuses terms above 32766 bytes. */
const KEYWORD_LENGTH_MAX = 8191;

const LONG: Json = { type: 'long' };
const INTEGER: Json = { type: 'integer' };
const KEYWORD: Json = { type: 'keyword', ignore_above: KEYWORD_LENGTH_MAX };
const TEXT: Json = { type: 'text' };
/** Kept and not searched: users' data of any shape, each member of which would be one field more, and files. */
const NOT_INDEXED: Json = { type: 'object', enabled: false };

const notIndexed = ['variables', 'customHeaders', 'resource', 'commandValue', 'checksum', 'entityFilter'];
const texts = ['errorMessage', 'exceptionMessage', 'stacktrace', 'deniedReason', 'evaluationFailureMessage'];

const recordProperties: Json = {
  position: LONG,
  sourceRecordPosition: LONG,
  key: LONG,
  timestamp: { type: 'date' },
  partitionId: INTEGER,
  recordType: KEYWORD,
  valueType: KEYWORD,
  intent: KEYWORD,
  rejectionType: KEYWORD,
  rejectionReason: TEXT,
  brokerVersion: KEYWORD,
  recordVersion: INTEGER,
  operationReference: LONG,
  batchOperationReference: LONG,
  sequence: LONG,
};

/** What readers sort and filter by: there before the first record that has it. Everything else maps itself. */
const valueProperties: Json = {
  processInstanceKey: LONG,
  rootProcessInstanceKey: LONG,
  processDefinitionKey: LONG,
  elementInstanceKey: LONG,
  bpmnProcessId: KEYWORD,
  elementId: KEYWORD,
  tenantId: KEYWORD,
};

export function componentTemplate(settings: SearchIndexSettings, lifecycle: Json): Json {
  return {
    version: TEMPLATE_VERSION,
    template: {
      settings: indexSettings(settings, lifecycle),
      mappings: {
        // A text that looks like a date or number would fix the field's type for all that come after it.
        date_detection: false,
        numeric_detection: false,
        dynamic_templates: [
          ...notIndexed.flatMap((name) => [
            // Twice: an object and anything else are matched apart.
            { [`${name}-object`]: { match: name, match_mapping_type: 'object', mapping: NOT_INDEXED } },
            { [`${name}-text`]: { match: name, match_mapping_type: 'string', mapping: NOT_INDEXED } },
          ]),
          ...texts.map((name) => ({ [name]: { match: name, match_mapping_type: 'string', mapping: TEXT } })),
          { strings: { match_mapping_type: 'string', mapping: KEYWORD } },
        ],
        properties: { ...recordProperties, value: { properties: valueProperties } },
      },
    },
  };
}

export function indexTemplate(
  settings: SearchIndexSettings,
  names: IndexNames,
  valueType: ValueType,
  lifecycle: Json,
): Json {
  return {
    index_patterns: [`${names.template(valueType)}_*`],
    composed_of: [names.component],
    priority: settings.index.templatePriority,
    version: TEMPLATE_VERSION,
    template: {
      settings: indexSettings(settings, lifecycle),
      aliases: { [names.alias(valueType)]: {} },
    },
  };
}

function indexSettings({ index }: SearchIndexSettings, lifecycle: Json): Json {
  return {
    number_of_shards: index.numberOfShards,
    number_of_replicas: index.numberOfReplicas,
    // Records are read once, in order: a cache of results would never be hit.
    'index.queries.cache.enabled': false,
    ...lifecycle,
  };
}
