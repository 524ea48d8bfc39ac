import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

export interface VariableDocumentValue {
  readonly scopeKey: Key;
  /** `true` writes exactly in the scope, `false` propagates to the nearest scope that has the variable. */
  readonly isLocal: boolean;
  /** JSON object text. */
  readonly variables: string;
  readonly tenantId: string;
}

export const variableDocumentCodec: ValueCodec<VariableDocumentValue> = {
  write(writer, value) {
    writer.arrayHeader(4);
    writer.key(value.scopeKey);
    writer.boolean(value.isLocal);
    writer.text(value.variables);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      scopeKey: reader.key(),
      isLocal: reader.boolean(),
      variables: reader.text(),
      tenantId: reader.text(),
    };
  },
};
