import type { ValueCodec } from '../encoding/value-codec.ts';
import type { Key } from '../key.ts';

/** Evaluates an expression for a client. */
export interface ExpressionValue {
  readonly expression: string;
  /** Whose variables it sees; NO_KEY = only those given. */
  readonly scopeKey: Key;
  /** JSON object text. */
  readonly variables: string;
  /** JSON text. */
  readonly resultValue: string;
  readonly warnings: readonly string[];
  readonly tenantId: string;
}

export const expressionCodec: ValueCodec<ExpressionValue> = {
  write(writer, value) {
    writer.arrayHeader(6);
    writer.text(value.expression);
    writer.key(value.scopeKey);
    writer.text(value.variables);
    writer.text(value.resultValue);
    writer.texts(value.warnings);
    writer.text(value.tenantId);
  },
  read(reader) {
    return {
      expression: reader.text(),
      scopeKey: reader.key(),
      variables: reader.text(),
      resultValue: reader.text(),
      warnings: reader.texts(),
      tenantId: reader.text(),
    };
  },
};
