import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts them, one folder for each major version. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const INSTALL_TIMEOUT_MS = 300_000;

/** The folder with `postgres` and `initdb`; `undefined` = this machine has none. */
export function findPostgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const folders = [
    ...versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN_FOLDER, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

/** Whether they are there, or can be installed without asking anybody: as root on Debian and its kin. */
export function hasPostgresPrograms(): boolean {
  return findPostgresPrograms() !== undefined || canInstall();
}

/** @throws they are neither there nor can they be installed. */
export function ensurePostgresPrograms(): string {
  if (findPostgresPrograms() === undefined && canInstall()) {
    const options = { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'postgresql'], {
      ...options,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const folder = findPostgresPrograms();
  if (folder === undefined) {
    throw new Error(
      'Expected the programs of PostgreSQL (postgres, initdb), but found none. Install PostgreSQL 14 or newer',
    );
  }
  return folder;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
