import type { ModelFinding } from '@waggle/xml';
import type { DmnModel } from './dmn-model.ts';

/** What was found in all documents. Lines are those of the document itself; for others the message says which it is. */
export function findingsOf(models: readonly DmnModel[], own: DmnModel): readonly ModelFinding[] {
  return models.flatMap((model) => {
    const findings = model.findings.toFindings(model.xml);
    if (model === own) return findings;
    return findings.map(({ elementId, elementType, path, rule, message }) => ({
      elementId,
      elementType,
      path,
      rule,
      message: `In the imported document '${model.namespace}': ${message}`,
    }));
  });
}
