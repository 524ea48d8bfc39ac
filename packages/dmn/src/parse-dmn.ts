import type { Conformance } from '@waggle/feel';
import { type ModelFinding, parseXml, xmlFinding } from '@waggle/xml';
import type { DecisionRequirements } from './decision-requirements.ts';
import { compileGraph } from './evaluation/compile-graph.ts';
import { compiledRequirements } from './evaluation/compiled-requirements.ts';
import { xmlLimits } from './limits.ts';
import type { DmnModel } from './model/dmn-model.ts';
import { findingsOf } from './model/findings-of.ts';
import { type ImportedDocument, readModels } from './model/read-models.ts';
import { dmnNamespaces } from './namespaces.ts';
import { checkModel } from './rules/check-model.ts';

export interface ParseDmnOptions {
  /** The document of an imported namespace; undefined when there is none. Default: nothing can be imported. */
  readonly importedDocument?: ImportedDocument;
  /** The document was accepted before, so its rules are not checked again. Default: `false`. */
  readonly isAccepted?: boolean;
  /** Default: `camunda`. */
  readonly conformance?: Conformance;
}

export type ParseDmnResult =
  | { readonly ok: true; readonly requirements: DecisionRequirements }
  | { readonly ok: false; readonly findings: readonly ModelFinding[] };

/**
 * Reads a DMN document of version 1.1 to 1.5, checks what deployment demands, and compiles its decisions.
 * @returns the compiled graph, or every reason (up to `maxFindings`) why there is none. Never throws.
 */
export function parseDmn(xml: string, options: ParseDmnOptions = {}): ParseDmnResult {
  const parsed = parseXml(xml, dmnNamespaces, xmlLimits);
  if (!parsed.ok) return { ok: false, findings: [xmlFinding(xml, parsed.failure)] };

  const { importedDocument = () => undefined, isAccepted = false, conformance = 'camunda' } = options;
  const models = readModels(xml, parsed.root, importedDocument);
  const model = models.at(-1) as DmnModel;
  if (!isAccepted) for (const each of models) checkModel(each, conformance);
  const graph = compileGraph(models, conformance);
  const findings = isAccepted ? [] : findingsOf(models, model);
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, requirements: compiledRequirements(model, graph) };
}
