import { fileURLToPath } from 'node:url';

/** Folder of this checkout, with a slash at its end. */
export const repositoryPath = fileURLToPath(new URL('..', import.meta.url));
