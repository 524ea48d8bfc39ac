import {
  defaultXmlLimits,
  FindingCollector,
  type ModelFinding,
  parseXml,
  type XmlLimits,
  xmlFinding,
} from '@waggle/xml';
import { readDocument } from './document/read-document.ts';
import { buildProcess } from './model/build-model.ts';
import type { ExecutableModel } from './model.ts';
import { bpmnNamespaces } from './namespaces.ts';
import { checkDocument } from './rules/check-document.ts';

export interface ParseOptions {
  /** Name of the deployed resource. Findings do not repeat it; `formatFindings` puts it in front of them. */
  readonly resourceName: string;
  /** Returns a sentence when the FEEL text (without the leading `=`) does not parse. Default: FEEL is not checked. */
  readonly checkExpression?: (feel: string) => string | undefined;
  /**
   * The document was accepted before, so it is only read: rules grow stricter with releases, and what was deployed once keeps
   * running. Default: `false`.
   */
  readonly isAccepted?: boolean;
  /** Rejects loops made only of elements that never wait. Default: `true`. */
  readonly rejectStraightThroughLoops?: boolean;
  /** Default: {@link defaultXmlLimits}. */
  readonly limits?: Partial<XmlLimits>;
}

export type ParseResult =
  | { readonly ok: true; readonly model: ExecutableModel }
  | { readonly ok: false; readonly findings: readonly ModelFinding[] };

/**
 * Reads a BPMN 2.0 document, checks what deployment demands, and links its executable processes.
 * @param xml the document's text; anything else than BPMN ends as a finding.
 * @returns the model, or every reason (up to `maxFindings`) why there is none. Never throws.
 * @see `reference/engine-semantics.md` sections 1.10 and 1.11
 */
export function parseBpmn(xml: string, options: ParseOptions): ParseResult {
  const limits = { ...defaultXmlLimits, ...options.limits };
  const parsed = parseXml(xml, bpmnNamespaces, limits);
  if (!parsed.ok) return { ok: false, findings: [xmlFinding(xml, parsed.failure)] };

  const document = readDocument(parsed.root);
  const findings = new FindingCollector(limits.maxFindings);
  const { checkExpression, rejectStraightThroughLoops = true, isAccepted = false } = options;
  if (!isAccepted) checkDocument(document, { checkExpression, rejectStraightThroughLoops }, findings);
  if (!findings.isEmpty) return { ok: false, findings: findings.toFindings(xml) };
  return { ok: true, model: { processes: document.processes.map(buildProcess) } };
}
