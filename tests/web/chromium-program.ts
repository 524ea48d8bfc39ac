import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL_TIMEOUT_MS = 300_000;

/** `undefined` = this machine has none. */
export function findChromium(): string | undefined {
  const chosen = process.env.WAGGLE_CHROMIUM;
  return chosen ?? PROGRAMS.find((path) => existsSync(path));
}

/** Whether it is there, or can be installed without asking anybody: as root on Debian and its kin. */
export function hasChromium(): boolean {
  return findChromium() !== undefined || canInstall();
}

/** @throws it is neither there nor can it be installed. */
export function ensureChromium(): string {
  if (findChromium() === undefined && canInstall()) {
    const options = { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
      ...options,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const program = findChromium();
  if (program === undefined) {
    throw new Error('Expected a Chromium, but found none. Install it, or name it in WAGGLE_CHROMIUM');
  }
  return program;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
