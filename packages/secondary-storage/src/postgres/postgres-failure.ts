/** Failures of PostgreSQL in the words of an operator: which database, what to change, never the password. */
import pg from 'pg';
import { SecondaryStorageError, type SecondaryStorageErrorCode } from '../errors.ts';

/** What a URL means, for messages: `waggle at db.example.com:5432`. */
export function postgresName(url: string): string {
  try {
    // The driver's own reading of URL and PG… variables; nothing is opened.
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `PostgreSQL database ${database} at ${host.startsWith('/') ? `${host}, port ${port}` : `${host}:${port}`}`;
  } catch {
    return 'PostgreSQL database';
  }
}

type Explanation = readonly [SecondaryStorageErrorCode, string];

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const explanations: Readonly<Record<string, Explanation>> = {
  '28P01': ['REFUSED', 'the password is wrong. Correct it in the URL, in PGPASSWORD or in the password file'],
  '28000': ['REFUSED', 'the user may not connect. Check the user in the URL, and pg_hba.conf of the server'],
  '3D000': ['REFUSED', 'there is no such database. Create it, or correct its name in the URL'],
  '42501': ['REFUSED', 'the user lacks a right. It must own the tables, or be allowed to create them'],
  '3F000': ['REFUSED', 'no schema of the search path exists. Create it, or correct search_path'],
};

/** Beside the network's: the server is starting or stopping, or has no connection left. */
const AWAY = /^(57P0[1-5]|53300|08...|25006)$/;

/** @returns the error as it is when it is ours already. */
export function postgresFailure(error: unknown, url: string): SecondaryStorageError {
  if (error instanceof SecondaryStorageError) return error;
  const { code, message } = describe(error);
  const name = postgresName(url);
  const known = explanations[code];
  if (known !== undefined) {
    return new SecondaryStorageError(known[0], `Expected to use the ${name}, but ${known[1]}: ${message}`, {
      cause: error,
    });
  }
  if (/client password must be/.test(message)) {
    return new SecondaryStorageError(
      'REFUSED',
      `Expected to use the ${name}, but it asks for a password. Put one into the URL, into PGPASSWORD or into the password file`,
      { cause: error },
    );
  }
  if (error instanceof pg.DatabaseError && !AWAY.test(code)) {
    return new SecondaryStorageError('FAILED', `Expected the ${name} to do as asked, but: ${message} (${code})`, {
      cause: error,
    });
  }
  return new SecondaryStorageError('UNREACHABLE', `Expected to reach the ${name}, but: ${message}`, { cause: error });
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  // Several addresses of one host failed; each for the same reason mostly.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const message = error.message !== '' || !(first instanceof Error) ? error.message : first.message;
  return { code: 'code' in error ? String(error.code) : '', message };
}
