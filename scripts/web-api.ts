/** `npm run web-api`: writes `packages/web/src/api/gen/api.ts` anew after the API changed. */
import { writeFileSync } from 'node:fs';
import { apiDocument } from '@waggle/gateway';
import { type OpenApiNode, webApiTypes } from './web-api-types.ts';

const file = new URL('../packages/web/src/api/gen/api.ts', import.meta.url);
writeFileSync(file, webApiTypes(apiDocument() as unknown as OpenApiNode));
