/** The child's side of RemoteProcess. */

export type CallHandlers = Readonly<Record<string, (argument: never) => unknown>>;

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };

/** Answers the parent's calls; without a parent it does nothing. */
export function answerCalls(handlers: CallHandlers): void {
  const send = (answer: Answer): void => {
    process.send?.(answer);
  };
  process.on('message', ({ id, name, argument }: Call) => {
    const handler = handlers[name];
    Promise.resolve(argument as never)
      .then((value) => {
        if (handler === undefined)
          throw new Error(`Expected a call of ${Object.keys(handlers).join(', ')}, got ${name}`);
        return handler(value);
      })
      .then(
        (value) => send({ kind: 'answer', id, value }),
        (error: unknown) =>
          send({ kind: 'error', id, message: error instanceof Error ? `${error.stack}` : `${error}` }),
      );
  });
  // The bench is gone, however it ended: what it measured must not go on using the machine.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  send({ kind: 'ready' });
}
