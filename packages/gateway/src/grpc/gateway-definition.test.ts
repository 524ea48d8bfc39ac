import { createRequire } from 'node:module';
import { loadSync, type MessageTypeDefinition, type PackageDefinition } from '@grpc/proto-loader';
import { describe, expect, it } from 'vitest';
import { gatewayService } from './gateway-definition.ts';
import { rpcHandlers } from './rpc-handlers.ts';

const ownProto = new URL('../../proto/gateway.proto', import.meta.url).pathname;
const officialProto = createRequire(import.meta.url)
  .resolve('@camunda8/sdk')
  .replace(/dist\/.*$/, 'dist/proto/zeebe.proto');

/** `Message.field` → number, label and type of every field; `Enum.VALUE` → number. */
function wireNumbers(definitions: PackageDefinition): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [name, definition] of Object.entries(definitions)) {
    if (!('type' in definition) || !('fileDescriptorProtos' in definition)) continue;
    const { field = [], value = [] } = (definition as MessageTypeDefinition<object, object>).type as {
      field?: { name: string; number: number; label: string; type: string; typeName: string }[];
      value?: { name: string; number: number }[];
    };
    for (const { name: fieldName, number, label, type, typeName } of field) {
      numbers.set(`${name}.${fieldName}`, `${number} ${label} ${type} ${typeName.split('.').at(-1)}`);
    }
    for (const { name: valueName, number } of value) numbers.set(`${name}.${valueName}`, String(number));
  }
  return numbers;
}

describe('gateway.proto', () => {
  it('should have a handler for every rpc and no other', () => {
    // when
    const declared = Object.keys(gatewayService);

    // then
    expect(Object.keys(rpcHandlers)).toEqual(declared);
    expect(declared).toHaveLength(23);
  });

  it('should stream where the handler streams', () => {
    for (const [name, handler] of Object.entries(rpcHandlers)) {
      expect([name, gatewayService[name]?.responseStream]).toEqual([name, handler.kind === 'stream']);
    }
  });

  it('should give every field the number and type that an official client sends', () => {
    // given
    const own = wireNumbers(loadSync(ownProto, { keepCase: true }));
    const official = wireNumbers(loadSync(officialProto, { keepCase: true }));

    // when
    const shared = [...official].filter(([name]) => own.has(name));
    const different = shared.filter(([name, wire]) => own.get(name) !== wire);

    // then
    expect(different).toEqual([]);
    expect([...official.keys()].filter((name) => !own.has(name))).toEqual([]);
    expect(shared.length).toBeGreaterThan(150);
  });
});
