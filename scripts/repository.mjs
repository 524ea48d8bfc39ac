import { fileURLToPath } from 'node:url';

/** Folder of this checkout. */
export const repositoryPath = fileURLToPath(new URL('..', import.meta.url));
