import {
  ClusterVariableScope,
  type ClusterVariableValue,
  IDENTIFIER_LENGTH_MAX,
  RejectionType,
} from '@waggle/protocol';
import { Rejection } from '../../rejection.ts';

/** Characters of a value: every partition keeps all of them, and any expression may ask for one. */
export const CLUSTER_VARIABLE_LENGTH_MAX = 8192;

const NAME = /^[a-zA-Z0-9_~@.+-]+$/;

/** How messages name the scope. */
export function scopeText({ scope, tenantId }: ClusterVariableValue): string {
  return scope === ClusterVariableScope.GLOBAL ? 'GLOBAL' : `tenant: '${tenantId}'`;
}

export function checkClusterVariableScope({ scope, tenantId }: ClusterVariableValue): Rejection | undefined {
  if (scope === ClusterVariableScope.GLOBAL) return undefined;
  if (scope !== ClusterVariableScope.TENANT) {
    return refused("Invalid cluster variable scope. The scope must be either 'GLOBAL' or 'TENANT'.");
  }
  if (tenantId.trim() !== '') return undefined;
  return refused('Invalid cluster variable scope. Tenant-scoped variables must have a non-blank tenant ID.');
}

export function checkClusterVariableName({ name }: ClusterVariableValue): Rejection | undefined {
  const invalid = (rule: string) => refused(`Invalid cluster variable name: '${name}'. ${rule}`);
  if (name === '') return invalid('Cluster variable can not be null or empty.');
  if (/\s/.test(name)) return invalid('The name must not contains any whitespace.');
  if (name.length > IDENTIFIER_LENGTH_MAX) {
    return invalid(`Expected at most ${IDENTIFIER_LENGTH_MAX} characters, but it has ${name.length}.`);
  }
  return NAME.test(name) ? undefined : invalid("Expected only letters, digits and '_~@.+-'.");
}

export function checkClusterVariableValue({ name, value }: ClusterVariableValue): Rejection | undefined {
  if (value.length > CLUSTER_VARIABLE_LENGTH_MAX) {
    return refused(
      `Invalid cluster variable value of '${name}'. Expected at most ${CLUSTER_VARIABLE_LENGTH_MAX} characters, but it has ${value.length}.`,
    );
  }
  try {
    JSON.parse(value);
    return undefined;
  } catch (error) {
    return refused(
      `Invalid cluster variable value of '${name}'. Expected JSON, but ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function refused(reason: string): Rejection {
  return new Rejection(RejectionType.INVALID_ARGUMENT, reason);
}
