import { unsupportedError } from '../dispatch/command-failure.ts';

/** No job carries a lease yet, so a client that sends a token relies on a promise nobody gave. */
export function checkNoLease(jobLeaseToken: string | undefined): void {
  if (jobLeaseToken !== undefined && jobLeaseToken !== '') {
    throw unsupportedError('Expected a job command without lease token, but got one: job leases come later');
  }
}
