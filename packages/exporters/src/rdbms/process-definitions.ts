import type { Key } from '@waggle/protocol';
import { parseRetention } from '@waggle/secondary-storage';
import type { ToolProperties } from './tool-properties.ts';

/** What rows of instances repeat of their definition. */
export interface ProcessDefinitionNames {
  readonly name: string | null;
  readonly version: number;
  readonly versionTag: string | null;
  readonly elementNames: Readonly<Record<string, string>>;
  /** How long ended instances are kept, in milliseconds; `undefined` = as the server keeps others. */
  readonly historyMs: number | undefined;
  readonly elementTools: Readonly<Record<string, ToolProperties>>;
}

/** A number stands for days, as in models for Camunda 7. What cannot be read says nothing: the document was accepted. */
export function retentionOf(historyTimeToLive: string | null): number | undefined {
  if (historyTimeToLive === null) return undefined;
  return parseRetention(/^[0-9]+$/.test(historyTimeToLive) ? `P${historyTimeToLive}D` : historyTimeToLive);
}

/**
 * Names of all process definitions, in memory: every new instance needs them. Some kilobytes a definition, thousands of
 * definitions at most.
 */
export class ProcessDefinitions {
  readonly #names = new Map<Key, ProcessDefinitionNames>();

  get(processDefinitionKey: Key): ProcessDefinitionNames | undefined {
    return this.#names.get(processDefinitionKey);
  }

  /** The name of an element, null when it has none or its process is unknown. */
  elementName(processDefinitionKey: Key, elementId: string): string | null {
    const names = this.#names.get(processDefinitionKey)?.elementNames;
    return names !== undefined && Object.hasOwn(names, elementId) ? (names[elementId] ?? null) : null;
  }

  /** Empty when the element has none or its process is unknown. */
  toolProperties(processDefinitionKey: Key, elementId: string): ToolProperties {
    const tools = this.#names.get(processDefinitionKey)?.elementTools;
    return tools !== undefined && Object.hasOwn(tools, elementId) ? (tools[elementId] ?? {}) : {};
  }

  set(processDefinitionKey: Key, names: ProcessDefinitionNames): void {
    this.#names.set(processDefinitionKey, names);
  }
}
