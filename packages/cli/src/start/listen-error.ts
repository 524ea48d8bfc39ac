import type { StartOptionName } from '../options/start-options.ts';

export type PortOptionName = Extract<StartOptionName, 'rest-port' | 'grpc-port' | 'management-port'>;

/** A server could not take its port; the option says which one. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly option: PortOptionName;

  constructor(option: PortOptionName, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.option = option;
  }
}

/** Runs what opens a port. @throws {ListenError} */
export async function listening<Server>(option: PortOptionName, open: () => Promise<Server>): Promise<Server> {
  try {
    return await open();
  } catch (cause) {
    throw new ListenError(option, cause);
  }
}
