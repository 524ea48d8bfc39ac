import type { XmlElement } from '@waggle/xml';
import { extensionProperties } from './extension-properties.ts';

/** Extension properties that say how an element is offered to AI agents and connectors. */
export type ToolProperties = Readonly<Record<string, string>>;

const TOOL_PREFIX = 'io.camunda.tool:';
const TOOL_NAME = 'io.camunda.tool:name';
const INBOUND_CONNECTOR_TYPE = 'inbound.type';

/** `undefined`: the element has none of them. */
export function toolPropertiesOf(element: XmlElement): ToolProperties | undefined {
  const entries = extensionProperties(element).filter(([name]) => isToolProperty(name));
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
