import { businessId } from './identifiers.ts';
import type { NamedSchema } from './schema.ts';

export interface BusinessIdAssignmentRequest {
  readonly businessId: string;
}

export const businessIdAssignmentRequest: NamedSchema<BusinessIdAssignmentRequest> = {
  name: 'ProcessInstanceBusinessIdAssignmentInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { businessId },
    required: ['businessId'],
  },
};
