import type { ModelFinding } from '@waggle/xml';
import type { DecisionRequirements } from './decision-requirements.ts';

export interface ParseDmnOptions {
  /** The document of an imported namespace; undefined when there is none. Default: nothing can be imported. */
  readonly importedDocument?: (namespace: string, locationUri: string | undefined) => string | undefined;
  /** The document was accepted before, so its rules are not checked again. Default: `false`. */
  readonly isAccepted?: boolean;
}

export type ParseDmnResult =
  | { readonly ok: true; readonly requirements: DecisionRequirements }
  | { readonly ok: false; readonly findings: readonly ModelFinding[] };

/**
 * Reads a DMN document of version 1.1 to 1.5, checks what deployment demands, and compiles its decisions.
 * @returns the compiled graph, or every reason (up to `maxFindings`) why there is none. Never throws.
 */
export function parseDmn(_xml: string, _options: ParseDmnOptions = {}): ParseDmnResult {
  const message = 'Expected a decision model, but none can be read yet.';
  return { ok: false, findings: [{ elementId: '', elementType: '', path: '', rule: 'dmn-readable', message }] };
}
