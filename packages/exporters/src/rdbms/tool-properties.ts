import { childNamed, childrenNamed, type XmlElement } from '@waggle/xml';

/** Extension properties that say how an element is offered to AI agents and connectors. */
export type ToolProperties = Readonly<Record<string, string>>;

const TOOL_PREFIX = 'io.camunda.tool:';
const TOOL_NAME = 'io.camunda.tool:name';
const INBOUND_CONNECTOR_TYPE = 'inbound.type';

/** `undefined`: the element has none of them. */
export function toolPropertiesOf(element: XmlElement): ToolProperties | undefined {
  const extensions = childNamed(element, 'bpmn:extensionElements');
  const properties = extensions === undefined ? undefined : childNamed(extensions, 'zeebe:properties');
  if (properties === undefined) return undefined;
  const entries = childrenNamed(properties, 'zeebe:property')
    .map(({ attributes }) => [attributes.get('name') ?? '', attributes.get('value') ?? ''] as const)
    .filter(([name]) => isToolProperty(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** As message subscriptions show them. */
export function toolCells(properties: ToolProperties) {
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => name.startsWith(TOOL_PREFIX)));
  return {
    tool_name: properties[TOOL_NAME] ?? null,
    tool_properties: JSON.stringify(own),
    inbound_connector_type: properties[INBOUND_CONNECTOR_TYPE] ?? null,
  };
}

function isToolProperty(name: string): boolean {
  return name.startsWith(TOOL_PREFIX) || name === INBOUND_CONNECTOR_TYPE;
}
