/** Makes settings from the arguments that Camunda's exporters of the same name take. */
import { RecordType } from '@waggle/protocol';
import { dateSuffix } from './date-suffix.ts';
import { ExporterArgumentError } from './errors.ts';
import type { SearchIndexSettings, SearchProductName } from './search-index-settings.ts';
import { requiredValueTypes, valueTypeArguments } from './value-type-arguments.ts';
import { type NameRules, type VariableRules, type VariableValueType, variableValueTypes } from './variable-rules.ts';

/** Arguments as text, by their names with dots: `bulk.size`. Case and dashes do not count. */
export type ExporterArguments = Readonly<Record<string, string>>;

type Kind<Value> = { readonly expected: string; parse(text: string): Value | undefined };

const TRUE_OR_FALSE: Kind<boolean> = {
  expected: 'true or false',
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
};
const TEXT: Kind<string> = { expected: 'a text', parse: (text) => text };
const LIST: Kind<readonly string[]> = { expected: 'texts, separated by commas', parse: splitList };
const VALUE_TYPES: Kind<readonly VariableValueType[]> = {
  expected: `types out of ${variableValueTypes.join(', ')}, separated by commas`,
  parse: (text) => {
    const types = splitList(text).map((part) =>
      variableValueTypes.find((type) => type.toLowerCase() === part.toLowerCase()),
    );
    return types.every((type) => type !== undefined) ? types : undefined;
  },
};
const URLS: Kind<readonly string[]> = {
  expected: 'one or more URLs such as http://localhost:9200, separated by commas',
  parse: (text) => {
    const urls = splitList(text);
    return urls.length > 0 && urls.every((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? '')) ? urls : undefined;
  },
};
/** Characters that no index may have, and the underscore that separates the parts of our names. */
const PREFIX: Kind<string> = {
  expected: 'lower case letters, digits, dots and dashes, beginning with a letter or digit, at most 128 characters',
  parse: (text) => (/^[a-z0-9][a-z0-9.-]{0,127}$/.test(text) ? text : undefined),
};
const AGE: Kind<string> = {
  expected: 'a number with the unit d, h, m or s, such as 30d',
  parse: (text) => (/^[0-9]+[dhms]$/.test(text) ? text : undefined),
};
const DATE_PATTERN: Kind<string> = {
  expected: 'a pattern of dates such as yyyy-MM-dd or yyyy-MM-dd_HH',
  parse: (text) => (dateSuffix(text) === undefined ? undefined : text),
};

function wholeNumber(min: number, max: number): Kind<number> {
  return {
    expected: `a whole number from ${min} to ${max}`,
    parse: (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

const MINUTES_10 = 600;
/** Search engines refuse requests of 100 MB. */
const BULK_BYTES_MAX = 90 * 1024 * 1024;

/** @throws {ExporterArgumentError} naming the argument and what it should be. */
export function parseSearchIndexArguments(
  id: string,
  product: SearchProductName,
  given: ExporterArguments,
): SearchIndexSettings {
  const reader = new ArgumentReader(id, given);
  const isIncludingEnabled = reader.read('includeEnabledRecords', TRUE_OR_FALSE, false);
  const valueTypes = valueTypeArguments
    .filter((argument) => reader.read(`index.${argument.name}`, TRUE_OR_FALSE, argument.default))
    .map(({ valueType }) => valueType);
  const username = reader.read('authentication.username', TEXT, '');
  const password = reader.read('authentication.password', TEXT, '');
  const settings: SearchIndexSettings = {
    id,
    product,
    urls: reader.read('url', URLS, ['http://localhost:9200']).map((url) => url.replace(/\/+$/, '')),
    requestTimeoutMs: reader.read('requestTimeoutMs', wholeNumber(1, MINUTES_10 * 1_000), 30_000),
    authentication: username === '' || password === '' ? undefined : { username, password },
    index: {
      prefix: reader.read('index.prefix', PREFIX, 'zeebe-record'),
      suffixDatePattern: reader.read('index.indexSuffixDatePattern', DATE_PATTERN, 'yyyy-MM-dd'),
      createTemplate: reader.read('index.createTemplate', TRUE_OR_FALSE, true),
      templatePriority: reader.read('index.templatePriority', wholeNumber(0, 1_000_000), 20),
      numberOfShards: reader.read('index.numberOfShards', wholeNumber(1, 1024), 3),
      numberOfReplicas: reader.read('index.numberOfReplicas', wholeNumber(0, 1024), 0),
    },
    filter: {
      recordTypes: [
        ...(reader.read('index.command', TRUE_OR_FALSE, false) ? [RecordType.COMMAND] : []),
        ...(reader.read('index.event', TRUE_OR_FALSE, true) ? [RecordType.EVENT] : []),
        ...(reader.read('index.rejection', TRUE_OR_FALSE, false) ? [RecordType.COMMAND_REJECTION] : []),
      ],
      valueTypes: isIncludingEnabled ? valueTypes : valueTypes.filter((each) => requiredValueTypes.includes(each)),
      processIdInclusion: reader.read('index.bpmnProcessIdInclusion', LIST, []),
      processIdExclusion: reader.read('index.bpmnProcessIdExclusion', LIST, []),
      variables: {
        all: variableRules(reader, ''),
        root: variableRules(reader, 'Root'),
        local: variableRules(reader, 'Local'),
        exportsLocal: reader.read('index.exportLocalVariables', TRUE_OR_FALSE, true),
      },
      isOptimizeMode: reader.read('index.optimizeModeEnabled', TRUE_OR_FALSE, false),
    },
    bulk: {
      delayMs: reader.read('bulk.delay', wholeNumber(1, MINUTES_10), 5) * 1_000,
      size: reader.read('bulk.size', wholeNumber(1, 100_000), 1_000),
      memoryLimit: reader.read('bulk.memoryLimit', wholeNumber(1, BULK_BYTES_MAX), 10 * 1024 * 1024),
    },
    retention: {
      isEnabled: reader.read('retention.enabled', TRUE_OR_FALSE, false),
      managesPolicy: reader.read('retention.managePolicy', TRUE_OR_FALSE, true),
      minimumAge: reader.read('retention.minimumAge', AGE, '30d'),
      policyName: reader.read('retention.policyName', TEXT, 'zeebe-record-retention-policy'),
      policyDescription: reader.read('retention.policyDescription', TEXT, 'Zeebe record retention policy'),
    },
  };
  reader.refuseUnknown();
  return settings;
}

function variableRules(reader: ArgumentReader, scope: '' | 'Root' | 'Local'): VariableRules {
  const names = (kind: 'Inclusion' | 'Exclusion'): NameRules => ({
    exact: reader.read(`index.variableName${kind}Exact${scope}`, LIST, []),
    startWith: reader.read(`index.variableName${kind}StartWith${scope}`, LIST, []),
    endWith: reader.read(`index.variableName${kind}EndWith${scope}`, LIST, []),
  });
  return {
    nameInclusion: names('Inclusion'),
    nameExclusion: names('Exclusion'),
    typeInclusion: reader.read(`index.variableValueTypeInclusion${scope}`, VALUE_TYPES, []),
    typeExclusion: reader.read(`index.variableValueTypeExclusion${scope}`, VALUE_TYPES, []),
  };
}

class ArgumentReader {
  readonly #id: string;
  readonly #given = new Map<string, { readonly name: string; readonly text: string }>();
  readonly #known: string[] = [];

  constructor(id: string, given: ExporterArguments) {
    this.#id = id;
    for (const [name, text] of Object.entries(given)) this.#given.set(comparable(name), { name, text });
  }

  read<Value>(name: string, kind: Kind<Value>, defaultValue: Value): Value {
    this.#known.push(name);
    const given = this.#given.get(comparable(name));
    if (given === undefined) return defaultValue;
    this.#given.delete(comparable(name));
    const value = kind.parse(given.text.trim());
    if (value === undefined) {
      throw new ExporterArgumentError(
        `Expected the argument ${given.name} of the exporter "${this.#id}" to be ${kind.expected}, but it is "${given.text}"`,
      );
    }
    return value;
  }

  refuseUnknown(): void {
    const unknown = [...this.#given.values()].map(({ name }) => name);
    if (unknown.length === 0) return;
    throw new ExporterArgumentError(
      `Expected only known arguments of the exporter "${this.#id}", but found ${unknown.join(', ')}. Known are ${this.#known.join(', ')}`,
    );
  }
}

function comparable(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

function splitList(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
