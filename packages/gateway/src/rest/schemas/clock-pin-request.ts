import type { InlineSchema, NamedSchema } from './schema.ts';

export interface ClockPinRequest {
  readonly timestamp: number;
}

/** The last moment a date can be, in the year 275760. */
const TIMESTAMP_MAX = 8_640_000_000_000_000;

const timestamp: InlineSchema = {
  type: 'integer',
  format: 'int64',
  minimum: 0,
  maximum: TIMESTAMP_MAX,
  description: 'Epoch milliseconds at which the clock stands still.',
};

export const clockPinRequest: NamedSchema<ClockPinRequest> = {
  name: 'ClockPinRequest',
  definition: { type: 'object', additionalProperties: false, properties: { timestamp }, required: ['timestamp'] },
};
