import type { RejectionType } from '@waggle/protocol';

/** Why a command is refused; becomes a rejection record. */
export class Rejection {
  readonly type: RejectionType;
  readonly reason: string;

  constructor(type: RejectionType, reason: string) {
    this.type = type;
    this.reason = reason;
  }
}

/** Thrown to refuse a command after part of it was written: everything it wrote is taken back first. */
export class RejectCommand extends Error {
  override readonly name = 'RejectCommand';
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.reason);
    this.rejection = rejection;
  }
}
