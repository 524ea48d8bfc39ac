import type { ActivatedJob, JobReceiver, JobStreamRequest, PartitionPort } from '@waggle/protocol';
import { checkJobStream } from './job-activation.ts';

/**
 * Clients' job streams. Equal requests share one stream to the partitions, so a job that one client cannot take now
 * goes to the next in this gateway before it has to go back to its partition.
 */
export class JobStreamHub {
  readonly #port: PartitionPort;
  readonly #streams = new Map<string, SharedJobStream>();

  constructor(port: PartitionPort) {
    this.#port = port;
  }

  /**
   * @param receiver answers `false` while its client is not ready.
   * @returns closes the client's stream.
   * @throws {CommandFailedError} kind `argument`: blank type, time-out below 1.
   */
  open(request: JobStreamRequest, receiver: JobReceiver): () => void {
    const checked = checkJobStream(request);
    const id = identityOf(checked);
    let stream = this.#streams.get(id);
    if (stream === undefined) {
      stream = new SharedJobStream();
      this.#streams.set(id, stream);
      stream.close = this.#port.openJobStream(checked, stream.push);
    }
    const shared = stream;
    shared.receivers.push(receiver);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      shared.receivers.splice(shared.receivers.indexOf(receiver), 1);
      if (shared.receivers.length > 0) return;
      this.#streams.delete(id);
      shared.close();
    };
  }
}

class SharedJobStream {
  readonly receivers: JobReceiver[] = [];
  close: () => void = () => {};
  #next = 0;

  /** Clients take turns; whoever is not ready is passed over. */
  readonly push = (job: ActivatedJob): boolean => {
    const count = this.receivers.length;
    const first = this.#next++;
    for (let turn = 0; turn < count; turn++) {
      if (this.receivers[(first + turn) % count]!(job)) return true;
    }
    return false;
  };
}

function identityOf(request: JobStreamRequest): string {
  const { type, worker, timeoutMs, fetchVariables, tenantIds, withLease } = request;
  return JSON.stringify([type, worker, timeoutMs, [...fetchVariables].sort(), tenantIds, withLease]);
}
