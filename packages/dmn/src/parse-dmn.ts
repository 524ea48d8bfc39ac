import { type ModelFinding, parseXml, xmlFinding } from '@waggle/xml';
import type { DecisionRequirements } from './decision-requirements.ts';
import { compileGraph } from './evaluation/compile-graph.ts';
import { compiledRequirements } from './evaluation/compiled-requirements.ts';
import { readModel } from './model/read-model.ts';
import { dmnNamespaces } from './namespaces.ts';

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
export function parseDmn(xml: string, options: ParseDmnOptions = {}): ParseDmnResult {
  const parsed = parseXml(xml, dmnNamespaces);
  if (!parsed.ok) return { ok: false, findings: [xmlFinding(xml, parsed.failure)] };

  const model = readModel(xml, parsed.root, []);
  const models = [model];
  const graph = compileGraph(models);
  if (options.isAccepted !== true && !model.findings.isEmpty) {
    return { ok: false, findings: model.findings.toFindings(xml) };
  }
  return { ok: true, requirements: compiledRequirements(model, graph) };
}
