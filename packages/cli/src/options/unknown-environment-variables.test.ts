import { expect, test } from 'vitest';
import { startOptionNames } from './start-options.ts';
import { unknownEnvironmentVariables } from './unknown-environment-variables.ts';

test('should find misspelled names', () => {
  const environment = { WAGGLE_REST_PORT: '1', WAGGLE_RESTPORT: '1', WAGGLE_ADDRESS: 'x', PATH: '/bin' };
  expect(unknownEnvironmentVariables(environment)).toEqual(['WAGGLE_RESTPORT']);
});

test('should not be alarmed by what Kubernetes sets for a service called waggle', () => {
  const environment = { WAGGLE_SERVICE_HOST: '10.0.0.1', WAGGLE_PORT: 'tcp://10.0.0.1', WAGGLE_PORT_8080_TCP: 'x' };
  expect(unknownEnvironmentVariables(environment)).toEqual([]);
});

test('should leave the name that Kubernetes uses to Kubernetes', () => {
  expect(startOptionNames).not.toContain('port');
});
