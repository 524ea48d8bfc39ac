import { MessagePackWriter, writeValue } from '@waggle/protocol';
import { describe, expect, it } from 'vitest';
import { setVariablesCommand } from '../test/record-samples.ts';
import { commandBytes } from './command-bytes.ts';

function encodedBytes(variables: string): number {
  const command = setVariablesCommand({ variables });
  const writer = new MessagePackWriter();
  writeValue(writer, command.valueType, command.value);
  return writer.length;
}

describe('commandBytes', () => {
  it('should never tell less than the encoded size', () => {
    for (const variables of ['{}', '{"name":"é€😀"}', `{"text":"${'x'.repeat(500)}"}`]) {
      expect(commandBytes(setVariablesCommand({ variables }), 1_000_000)).toBeGreaterThanOrEqual(
        encodedBytes(variables),
      );
    }
  });

  it('should be exact where it matters', () => {
    const variables = `{"text":"${'x'.repeat(2_000)}"}`;
    expect(commandBytes(setVariablesCommand({ variables }), 1_000)).toBe(encodedBytes(variables));
  });
});
