import type { CommandRequest } from '@waggle/protocol';
import { expect } from 'vitest';
import type { ScriptedPort } from './scripted-port.ts';

/** The one command that was sent so far; its value as the test expects it to be. */
export function sentCommand<Value = object>(
  port: ScriptedPort,
): Omit<CommandRequest, 'value'> & { readonly value: Value } {
  expect(port.sent).toHaveLength(1);
  return port.sent[0]!.command as never;
}
