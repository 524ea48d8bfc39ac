import { environmentVariableOf, flagOf } from '../options/option-name.ts';
import type { StartOptionValues } from '../options/start-options.ts';
import { ListenError } from './listen-error.ts';

/**
 * One sentence for a start that failed, naming the option to change when there is one. Errors of the broker (folder
 * locked, data damaged, another number of partitions) say so themselves.
 */
export function startFailureText(error: unknown, options: StartOptionValues): string {
  if (error instanceof ListenError) return listenFailureText(error, options);
  return error instanceof Error ? error.message : String(error);
}

/** By the system's error code, which the gRPC library hands on only inside its message. */
function listenFailureText({ option, message }: ListenError, { host, ...options }: StartOptionValues): string {
  const expected = `Expected to listen on ${host}:${options[option]}`;
  const change = `${flagOf(option)} or ${environmentVariableOf(option)}`;
  if (message.includes('EADDRINUSE')) {
    return `${expected}, but the port is in use. Stop what uses it, or choose another with ${change}.`;
  }
  if (message.includes('EACCES')) {
    return `${expected}, but this user may not use the port. Choose one above 1023 with ${change}.`;
  }
  if (/EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL/.test(message)) {
    return `${expected}, but ${host} is no address of this machine. Choose another with ${flagOf('host')} or ${environmentVariableOf('host')}.`;
  }
  return `${expected}, but: ${message}.`;
}
