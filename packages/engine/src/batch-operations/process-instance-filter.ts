/**
 * Filters of process instances as the published API has them, answered by what lives now. What live state does not
 * know, such as when an instance began, is refused by name rather than taken for "any".
 */
import { javaHashCode, type Key, NO_KEY, type ProcessValue } from '@waggle/protocol';
import { variableText } from '../behavior/multi-instance/collected-output.ts';
import type { Processing } from '../processing.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { type Candidate, someElement } from './candidate.ts';
import {
  compileProperty,
  conditionsOf,
  isObject,
  listedValues,
  type PropertyValue,
  refuseFilter,
} from './filter-property.ts';

export interface ProcessInstanceFilter {
  readonly matches: (candidate: Candidate) => boolean;
  /** Whether any instance of the definition can match: saves looking at all of them. */
  readonly canMatch: (processing: Processing, definition: ProcessValue) => boolean;
  /** Keys that alone can match, when the filter lists them. */
  readonly listedKeys: readonly string[] | undefined;
}

type Test = (candidate: Candidate) => boolean;
type DefinitionTest = (processing: Processing, definition: ProcessValue) => boolean;
/** A test of one element of the instance. */
type ElementTest = (candidate: Candidate, element: ElementInstance) => boolean;

const keyText = (key: Key): PropertyValue => (key === NO_KEY ? undefined : String(key));
const nonEmpty = (text: string | undefined): PropertyValue => (text === '' ? undefined : text);

/** Properties of the definition. */
const definitionProperties = {
  processDefinitionKey: ['key', (_processing, { processDefinitionKey }) => keyText(processDefinitionKey)],
  processDefinitionId: ['text', (_processing, { bpmnProcessId }) => bpmnProcessId],
  processDefinitionName: [
    'text',
    ({ models }, { processDefinitionKey }) => nonEmpty(models.get(processDefinitionKey).name),
  ],
  processDefinitionVersion: ['integer', (_processing, { version }) => version],
  processDefinitionVersionTag: ['text', (_processing, { versionTag }) => nonEmpty(versionTag)],
  tenantId: ['text', (_processing, { tenantId }) => tenantId],
} as const satisfies Record<
  string,
  readonly ['key' | 'text' | 'integer', (processing: Processing, definition: ProcessValue) => PropertyValue]
>;

/** Properties of the instance. */
const instanceProperties = {
  processInstanceKey: ['key', ({ instance }) => keyText(instance.key)],
  parentProcessInstanceKey: ['key', ({ instance }) => keyText(instance.value.parentProcessInstanceKey)],
  parentElementInstanceKey: ['key', ({ instance }) => keyText(instance.value.parentElementInstanceKey)],
  businessId: [
    'text',
    ({ processing, instance }) => nonEmpty(processing.state.processInstanceMetadata.get(instance.key)?.businessId),
  ],
  state: ['enumeration', ({ instance, processing }) => stateOf(processing, instance)],
  hasIncident: ['flag', ({ processing, instance }) => !processing.state.instanceIncidents.isEmpty(instance.key)],
} as const satisfies Record<
  string,
  readonly ['key' | 'text' | 'enumeration' | 'flag', (candidate: Candidate) => PropertyValue]
>;

/** Compiles a filter. @throws {RejectCommand} it is none, or asks for what live state does not know. */
export function compileProcessInstanceFilter(filter: unknown): ProcessInstanceFilter {
  const { $or: alternatives, ...fields } = conditionsOf(filter, 'the filter to be a JSON object');
  const definitionTests = compileDefinitionFields(fields, '');
  const tests: Test[] = [compileFields(fields, '')];
  if (alternatives !== undefined) tests.push(compileAlternatives(alternatives));
  return {
    matches: (candidate) => tests.every((test) => test(candidate)),
    canMatch: (processing, definition) => definitionTests.every((test) => test(processing, definition)),
    listedKeys: listedValues(fields.processInstanceKey),
  };
}

/** As the published API names it. */
function stateOf({ state }: Processing, { key }: ElementInstance): string {
  return state.suspensions.get(key) === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
}

function compileAlternatives(alternatives: unknown): Test {
  if (!Array.isArray(alternatives)) return refuseFilter("Expected '$or' to be a list of filters, but it is not");
  const tests = alternatives.map((fields: unknown, index) => {
    return compileFields(conditionsOf(fields, `'$or[${index}]' to be a filter`), `$or[${index}].`);
  });
  return (candidate) => tests.length === 0 || tests.some((test) => test(candidate));
}

function compileDefinitionFields(fields: Readonly<Record<string, unknown>>, prefix: string): DefinitionTest[] {
  const tests: DefinitionTest[] = [];
  for (const [name, [kind, read]] of Object.entries(definitionProperties)) {
    if (fields[name] === undefined) continue;
    const test = compileProperty(kind, fields[name], prefix + name);
    tests.push((processing, definition) => test(read(processing, definition)));
  }
  return tests;
}

function compileFields(fields: Readonly<Record<string, unknown>>, prefix: string): Test {
  const definitionTests = compileDefinitionFields(fields, prefix);
  const tests: Test[] = definitionTests.map((test) => (candidate) => test(candidate.processing, candidate.definition));
  const elementTests: ElementTest[] = [];
  for (const [name, given] of Object.entries(fields)) {
    if (given === undefined || name in definitionProperties) continue;
    const path = prefix + name;
    if (name in instanceProperties) {
      const [kind, read] = instanceProperties[name as keyof typeof instanceProperties];
      const test = compileProperty(kind, given, path);
      tests.push((candidate) => test(read(candidate)));
      continue;
    }
    switch (name) {
      case 'tags':
        tests.push(compileTags(given, path));
        break;
      case 'variables':
        tests.push(...compileVariables(given, path));
        break;
      case 'errorMessage':
        tests.push(compileIncidents('text', given, path, (message) => message));
        break;
      case 'incidentErrorHashCode':
        tests.push(compileIncidents('integer', given, path, javaHashCode));
        break;
      case 'elementId':
        elementTests.push(compileElementId(given, path));
        break;
      case 'elementInstanceState':
        elementTests.push(compileElementState(given, path));
        break;
      case 'hasElementInstanceIncident':
        elementTests.push(compileElementIncident(given, path));
        break;
      default:
        refuseFilter(
          `Expected a filter that running instances can answer, but nothing is known of '${path}' without a search index`,
        );
    }
  }
  if (elementTests.length > 0) {
    tests.push((candidate) =>
      someElement(candidate, (element) => elementTests.every((test) => test(candidate, element))),
    );
  }
  return (candidate) => tests.every((test) => test(candidate));
}

function compileTags(given: unknown, path: string): Test {
  if (!Array.isArray(given) || !given.every((tag) => typeof tag === 'string')) {
    return refuseFilter(`Expected '${path}' to be a list of tags, but it is not`);
  }
  return ({ processing, instance }) => {
    const tags = processing.state.processInstanceMetadata.get(instance.key)?.tags ?? [];
    return given.every((tag) => tags.includes(tag));
  };
}

/** Each variable has to be somewhere in the instance. */
function compileVariables(given: unknown, path: string): readonly Test[] {
  if (!Array.isArray(given)) return refuseFilter(`Expected '${path}' to be a list of variables, but it is not`);
  return given.map((variable: unknown, index) => {
    const place = `${path}[${index}]`;
    if (!isObject(variable) || typeof variable.name !== 'string') {
      return refuseFilter(`Expected '${place}' to have a name, but it has none`);
    }
    const name = variable.name;
    const test = compileProperty('text', variable.value, `${place}.value`);
    return (candidate: Candidate) =>
      someElement(candidate, ({ key }) => {
        const row = candidate.processing.state.variables.get(key, name);
        return row !== undefined && test(variableText(candidate.processing, key, row));
      });
  });
}

function compileIncidents(
  kind: 'text' | 'integer',
  given: unknown,
  path: string,
  read: (errorMessage: string) => PropertyValue,
): Test {
  const test = compileProperty(kind, given, path);
  return ({ processing, instance, meter }) => {
    const { incidents, instanceIncidents } = processing.state;
    let isFound = false;
    instanceIncidents.forEach(instance.key, (key) => {
      meter.rows++;
      const incident = incidents.get(key);
      isFound = incident !== undefined && test(read(incident.errorMessage));
      return !isFound;
    });
    return isFound;
  };
}

function compileElementId(given: unknown, path: string): ElementTest {
  const test = compileProperty('text', given, path);
  return (_candidate, element) => test(element.value.elementId);
}

function compileElementState(given: unknown, path: string): ElementTest {
  const test = compileProperty('enumeration', given, path);
  if (!test('ACTIVE')) {
    refuseFilter(`Expected '${path}' to ask for ACTIVE elements, but nothing is known of ended ones`);
  }
  return () => true;
}

function compileElementIncident(given: unknown, path: string): ElementTest {
  const test = compileProperty('flag', given, path);
  return ({ processing }, element) => test(!processing.state.elementIncidents.isEmpty(element.key));
}
