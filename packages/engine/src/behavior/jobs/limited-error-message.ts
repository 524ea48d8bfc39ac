import { ERROR_MESSAGE_LENGTH_MAX } from '@waggle/protocol';

/** What a worker says went wrong, cut where it is too long to be kept. */
export function limitedErrorMessage(message: string): string {
  return message.length <= ERROR_MESSAGE_LENGTH_MAX ? message : `${message.slice(0, ERROR_MESSAGE_LENGTH_MAX)}...`;
}
