/** Something about this machine keeps us from starting; the message says what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}
