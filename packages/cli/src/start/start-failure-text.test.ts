import { expect, test } from 'vitest';
import { resolveStartOptions } from '../options/resolve-start-options.ts';
import { ListenError } from './listen-error.ts';
import { startFailureText } from './start-failure-text.ts';

const options = resolveStartOptions({ flags: {}, environment: {}, file: undefined });

test('should name the option of a port that is in use, also when only the message has the code', () => {
  const cause = new Error(
    'No address added out of total 1 resolved errors: [listen EADDRINUSE: address already in use]',
  );
  expect(startFailureText(new ListenError('grpc-port', cause), options)).toBe(
    'Expected to listen on 127.0.0.1:26500, but the port is in use. Stop what uses it, or choose another with --grpc-port or WAGGLE_GRPC_PORT.',
  );
});

test('should name the host when it is no address of this machine', () => {
  const cause = new Error('listen EADDRNOTAVAIL: address not available 10.1.2.3:8080');
  expect(startFailureText(new ListenError('rest-port', cause), options)).toBe(
    'Expected to listen on 127.0.0.1:8080, but 127.0.0.1 is no address of this machine. Choose another with --host or WAGGLE_HOST.',
  );
});

test('should leave the sentence of the broker as it is', () => {
  expect(startFailureText(new Error('Expected an unlocked folder, but …'), options)).toBe(
    'Expected an unlocked folder, but …',
  );
});
