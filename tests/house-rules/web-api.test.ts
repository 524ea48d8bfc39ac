import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocument } from '@waggle/gateway';
import { expect, test } from 'vitest';
import { type OpenApiNode, webApiTypes } from '../../scripts/web-api-types.ts';
import { repositoryPath } from '../repository-path.ts';

test('should call the API as it is', () => {
  const written = readFileSync(join(repositoryPath, 'packages/web/src/api/gen/api.ts'), 'utf8');
  const expected = webApiTypes(apiDocument() as unknown as OpenApiNode);
  expect(
    written === expected,
    'Expected packages/web/src/api/gen/api.ts to be made from the API document as it is now: run "npm run web-api".',
  ).toBe(true);
});
