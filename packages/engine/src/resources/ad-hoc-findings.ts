import type { ExecutableProcess } from '@waggle/bpmn';
import { problemOfParameters } from '../behavior/ad-hoc/ad-hoc-elements.ts';

export interface AdHocFinding {
  readonly elementId: string;
  readonly message: string;
}

/** What an agent that leads an ad-hoc sub-process could not be told, found when the process is deployed. */
export function adHocFindings(process: ExecutableProcess): readonly AdHocFinding[] {
  const findings: AdHocFinding[] = [];
  for (const element of process.elements.values()) {
    for (const start of (element.innerActivity ?? element).adHoc?.activatableElements ?? []) {
      const message = problemOfParameters(start);
      if (message !== undefined) findings.push({ elementId: start.id, message });
    }
  }
  return findings;
}
