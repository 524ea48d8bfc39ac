import { activateAdHocElements } from '../../dispatch/index.ts';
import { noContent } from '../answer.ts';
import { defineEndpoint, jsonBody } from '../endpoint.ts';
import { jsonItems } from '../json-parts.ts';
import { nestedVariables } from '../nested-variables.ts';
import { adHocSubProcessActivateActivitiesInstruction } from '../schemas/ad-hoc-sub-process-activate-activities-instruction.ts';
import { elementInstanceKey } from '../schemas/keys.ts';

export const activateAdHocSubProcessActivities = defineEndpoint({
  method: 'POST',
  path: '/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation',
  operationId: 'activateAdHocSubProcessActivities',
  tag: 'Ad-hoc sub-process',
  summary: 'Starts elements inside a running ad-hoc sub-process',
  since: '8.8',
  parameters: { adHocSubProcessInstanceKey: elementInstanceKey },
  body: jsonBody(adHocSubProcessActivateActivitiesInstruction),
  success: { status: 204, description: 'The elements are started.' },
  errors: [400, 404, 409, 500, 503],

  async handle(call) {
    const texts = jsonItems(call.memberText('elements'));
    await activateAdHocElements(call.dispatch.router, {
      adHocSubProcessInstanceKey: call.key('adHocSubProcessInstanceKey'),
      activateElements: call.body.elements.map(({ elementId }, index) => ({
        elementId,
        variables: nestedVariables(texts[index]),
      })),
      isCancelRemainingInstances: call.body.cancelRemainingInstances ?? false,
    });
    return noContent;
  },
});
