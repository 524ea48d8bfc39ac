import type { ValueCodec } from '../encoding/value-codec.ts';

export const ClusterVariableScope = { GLOBAL: 0, TENANT: 1 } as const;
export type ClusterVariableScopeName = keyof typeof ClusterVariableScope;
export type ClusterVariableScope = (typeof ClusterVariableScope)[ClusterVariableScopeName];

/** A variable all processes see, as `camunda.vars`. */
export interface ClusterVariableValue {
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scope: ClusterVariableScope;
  /** Empty in the global scope. */
  readonly tenantId: string;
}

export const clusterVariableCodec: ValueCodec<ClusterVariableValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.text(value.name);
    writer.text(value.value);
    writer.integer(value.scope);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      name: reader.text(),
      value: reader.text(),
      scope: reader.integer() as ClusterVariableScope,
      tenantId: reader.text(),
    };
  },
};
