import { ClusterVariableScope, type ClusterVariableValue } from '@waggle/protocol';
import { invalidArgument } from './errors.ts';
import { jsonObject, jsonText, jsonTextOrNull } from './json-text.ts';

/** The text of a `ClusterVariableResult`. */
export function clusterVariableJson({ name, value, scope, tenantId }: ClusterVariableValue): string {
  return jsonObject({
    name: jsonText(name),
    scope: scope === ClusterVariableScope.GLOBAL ? '"GLOBAL"' : '"TENANT"',
    tenantId: jsonTextOrNull(tenantId),
    metadata: '{}',
    kind: '"JSON"',
    value: jsonText(value),
  });
}

/** @param text of the member `value`, empty when it is absent or null. @throws {RestProblem} it is. */
export function clusterVariableValue(text: string): string {
  if (text === '') throw invalidArgument(['No value provided']);
  return text;
}
