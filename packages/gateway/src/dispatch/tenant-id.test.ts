import { expect, it } from 'vitest';
import { checkTenantId, checkTenantIds } from './tenant-id.ts';

it('should take no tenant for the default one', () => {
  expect([checkTenantId('request X', ''), checkTenantId('request X', '<default>')]).toEqual(['<default>', '<default>']);
  expect([checkTenantIds('request X', []), checkTenantIds('request X', ['<default>', ''])]).toEqual([
    ['<default>'],
    ['<default>'],
  ]);
});

it('should refuse a foreign tenant', () => {
  const failure = {
    kind: 'argument',
    message: "Expected to handle gRPC request X with tenant identifier 'acme', but multi-tenancy is disabled",
  };

  expect(() => checkTenantId('gRPC request X', 'acme')).toThrow(expect.objectContaining({ failure }));
  expect(() => checkTenantIds('gRPC request X', ['<default>', 'acme'])).toThrow(expect.objectContaining({ failure }));
});
