import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startRest } from '../../test/rest-fixture.ts';
import { CLOSE_GRACE_MS } from './limits.ts';

it('should not wait for connections that nothing came on when the server closes', async () => {
  // given
  const rest = await startRest();
  const socket = connect(rest.server.restPort, '127.0.0.1');
  await once(socket, 'connect');
  // So the server has seen the connection.
  await rest.request('GET', '/v2/topology');

  // when
  const startMs = performance.now();
  await rest.close();

  // then
  expect(performance.now() - startMs).toBeLessThan(CLOSE_GRACE_MS / 2);
  socket.destroy();
});
