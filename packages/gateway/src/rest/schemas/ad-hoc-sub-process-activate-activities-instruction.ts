import { elementId } from './identifiers.ts';
import type { NamedSchema } from './schema.ts';
import { variables } from './variables.ts';

export interface AdHocSubProcessActivateActivitiesInstruction {
  readonly elements: readonly { readonly elementId: string }[];
  readonly cancelRemainingInstances?: boolean | null;
}

const activityReference: NamedSchema = {
  name: 'AdHocSubProcessActivateActivityReference',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: { elementId, variables: variables('Variables of the started element.') },
    required: ['elementId'],
  },
};

export const adHocSubProcessActivateActivitiesInstruction: NamedSchema<AdHocSubProcessActivateActivitiesInstruction> = {
  name: 'AdHocSubProcessActivateActivitiesInstruction',
  definition: {
    type: 'object',
    additionalProperties: false,
    properties: {
      elements: { type: 'array', items: activityReference, minItems: 1, description: 'Elements to start.' },
      cancelRemainingInstances: {
        type: 'boolean',
        default: false,
        description: 'Ends what runs inside the ad-hoc sub-process before.',
      },
    },
    required: ['elements'],
  },
};
