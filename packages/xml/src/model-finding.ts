import type { XmlFailure } from './parse-xml.ts';
import { sourcePositions } from './source-position.ts';

/** One reason why a document is not accepted. */
export interface ModelFinding {
  /** Id of the element, or of the nearest one around it that has an id; empty when there is none. */
  readonly elementId: string;
  /** Local name of that element, e.g. `serviceTask`; empty when the document could not be read. */
  readonly elementType: string;
  /** Where exactly, e.g. `task_1 > extensionElements > taskDefinition`; empty when the document could not be read. */
  readonly path: string;
  /** Stable kebab-case id of the rule. */
  readonly rule: string;
  /** A sentence that names what to change. */
  readonly message: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/** Why there is no tree to check at all. */
export function xmlFinding(xml: string, { rule, message, offset }: XmlFailure): ModelFinding {
  return { elementId: '', elementType: '', path: '', rule, message, ...sourcePositions(xml, [offset]).get(offset) };
}
