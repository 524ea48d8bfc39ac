import { entities } from '@waggle/search';
import { getEndpoint } from '../search-endpoint.ts';

export const getFormByKey = getEndpoint(entities.Form, {
  path: '/forms/{formKey}',
  operationId: 'getFormByKey',
  tag: 'Form',
  since: '8.10',
});
