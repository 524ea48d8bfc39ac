/** Which jobs statistics count. */
import { stringFilterProperty } from './filter-property.ts';
import type { InlineSchema, NamedSchema } from './schema.ts';

const times: NonNullable<InlineSchema['properties']> = {
  from: { type: 'string', format: 'date-time', minLength: 1, description: 'The minute it lies in counts as a whole.' },
  to: { type: 'string', format: 'date-time', minLength: 1, description: 'Exclusive.' },
};
const jobType: InlineSchema = { type: 'string', minLength: 1, maxLength: 10_000 };

function filter(name: string, properties: NonNullable<InlineSchema['properties']>): NamedSchema<object> {
  const required = ['from', 'to', ...('jobType' in properties && properties.jobType === jobType ? ['jobType'] : [])];
  const definition: InlineSchema = {
    type: 'object',
    additionalProperties: false,
    required,
    properties: { ...times, ...properties },
  };
  return { name, definition };
}

export const jobTypeStatisticsFilter = filter('JobTypeStatisticsFilter', { jobType: stringFilterProperty });
export const jobWorkerStatisticsFilter = filter('JobWorkerStatisticsFilter', { jobType });
export const jobTimeSeriesStatisticsFilter = filter('JobTimeSeriesStatisticsFilter', {
  jobType,
  resolution: {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: 'How long a step is: an ISO 8601 duration of a minute or more.',
  },
});
export const jobErrorStatisticsFilter = filter('JobErrorStatisticsFilter', {
  jobType,
  errorCode: stringFilterProperty,
  errorMessage: stringFilterProperty,
});
