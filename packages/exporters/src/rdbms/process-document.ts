/**
 * What rows repeat of a process's BPMN document: its name, its elements' names, its start form. The document was accepted, so
 * no rule is checked again; reading it as XML costs a fraction of reading it as a process.
 */
import { childNamed, childrenNamed, descendants, parseXml, type XmlElement } from '@waggle/xml';
import { type AgentElement, agentElementOf } from './agent-definitions.ts';
import { extensionProperties } from './extension-properties.ts';
import { type ToolProperties, toolPropertiesOf } from './tool-properties.ts';

const namespaces = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};

export interface ProcessDocument {
  readonly name: string | null;
  /** By element id; elements without a name are not there. */
  readonly elementNames: Readonly<Record<string, string>>;
  /** By element id; elements that are no tools are not there. */
  readonly elementTools: Readonly<Record<string, ToolProperties>>;
  readonly agents: readonly AgentElement[];
  readonly startForm: StartForm | undefined;
  /** How long ended instances are kept: a duration of ISO 8601. */
  readonly historyTimeToLive: string | null;
}

/** A form that the document names; one that an expression names cannot be known before there is an instance. */
export interface StartForm {
  readonly formId: string;
  readonly binding: 'latest' | 'deployment' | 'versionTag';
  readonly versionTag: string | null;
}

/** Extension property of a process. */
const HISTORY_TIME_TO_LIVE = 'historyTimeToLive';

const UNREADABLE: ProcessDocument = {
  name: null,
  elementNames: {},
  elementTools: {},
  agents: [],
  startForm: undefined,
  historyTimeToLive: null,
};

/** A document that cannot be read is another release's matter: it names nothing. */
export function readProcessDocument(xml: string, processId: string): ProcessDocument {
  const parsed = parseXml(xml, namespaces);
  if (!parsed.ok) return UNREADABLE;
  const process = childrenNamed(parsed.root, 'bpmn:process').find(
    ({ attributes }) => attributes.get('id') === processId,
  );
  if (process === undefined) return UNREADABLE;
  // Without a prototype: an element may be called `constructor`.
  const elementNames: Record<string, string> = Object.create(null);
  const elementTools: Record<string, ToolProperties> = Object.create(null);
  const agents: AgentElement[] = [];
  for (const element of descendants(process)) {
    const id = element.attributes.get('id');
    const name = element.attributes.get('name');
    if (element !== process && id !== undefined && name !== undefined && name !== '') elementNames[id] = name;
    const tools = toolPropertiesOf(element);
    if (tools !== undefined && id !== undefined) elementTools[id] = tools;
    const agent = agentElementOf(element);
    if (agent !== undefined) agents.push(agent);
  }
  const historyTimeToLive = extensionProperties(process).find(([name]) => name === HISTORY_TIME_TO_LIVE)?.[1] ?? null;
  return {
    name: process.attributes.get('name') ?? null,
    elementNames,
    elementTools,
    agents,
    startForm: startFormOf(process),
    historyTimeToLive,
  };
}

function startFormOf(process: XmlElement): StartForm | undefined {
  const start = childrenNamed(process, 'bpmn:startEvent').find(
    ({ children }) => !children.some(({ name }) => name.endsWith('EventDefinition')),
  );
  const extensions = start === undefined ? undefined : childNamed(start, 'bpmn:extensionElements');
  const form = extensions === undefined ? undefined : childNamed(extensions, 'zeebe:formDefinition');
  const formId = form?.attributes.get('formId');
  if (form === undefined || formId === undefined || formId === '' || formId.startsWith('=')) return undefined;
  const binding = form.attributes.get('bindingType');
  return {
    formId,
    binding: binding === 'deployment' || binding === 'versionTag' ? binding : 'latest',
    versionTag: form.attributes.get('versionTag') ?? null,
  };
}
