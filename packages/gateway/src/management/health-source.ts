/** Spring's words, as probes and dashboards expect them. */
export type HealthStatus = 'UP' | 'DOWN' | 'UNKNOWN';

/**
 * startup: done with starting. liveness: worth keeping alive. readiness: can take requests. status: at least one
 * partition works, what the original's container checks ask for. all: everything there is.
 */
export type HealthGroup = 'startup' | 'liveness' | 'readiness' | 'status' | 'all';

export interface HealthComponent {
  /** Unique in its group. */
  readonly name: string;
  readonly status: HealthStatus;
  /** Further facts for people; JSON values only. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Tells how the parts of the server are. */
export interface HealthSource {
  components(group: HealthGroup): readonly HealthComponent[];
}
