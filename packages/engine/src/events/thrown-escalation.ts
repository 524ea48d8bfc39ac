import { BpmnEventType, EscalationIntent, ValueType } from '@waggle/protocol';
import { activated, completeElement } from '../behavior/element-transitions.ts';
import { evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { findCatch } from '../behavior/triggers/catch-search.ts';
import { canCatch, triggerEvent } from '../behavior/triggers/event-triggers.ts';
import { applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';
import { Failure } from '../failure.ts';

/** Tells those around it. Only a catch that interrupts keeps it from going on: that ends it with its scope. */
export const thrownEscalation: ElementProcessor = {
  activate(processing, element, instance) {
    const source = element.escalation?.code;
    if (source === undefined) throw new Error(`Expected an escalation code on '${element.id}', but the model has none`);
    const escalationCode = evaluateString(processing, source, scopeContext(processing, instance.key));
    if (escalationCode instanceof Failure) return escalationCode;
    const search = findCatch(processing, instance.value.flowScopeKey, BpmnEventType.ESCALATION, escalationCode);
    // Whoever is about to be ended with its scope would start what nobody ends any more.
    const isCaught = 'instance' in search && canCatch(processing, search.instance, search.event);
    const caughtBy = isCaught ? search : undefined;
    const active = activated(processing, instance);
    const { ESCALATED, NOT_ESCALATED } = EscalationIntent;
    processing.write.event(
      ValueType.ESCALATION,
      caughtBy === undefined ? NOT_ESCALATED : ESCALATED,
      processing.keys.next(),
      {
        processInstanceKey: instance.value.processInstanceKey,
        escalationCode,
        throwElementId: element.id,
        catchElementId: caughtBy?.event.id ?? '',
        tenantId: instance.value.tenantId,
      },
    );
    if (caughtBy !== undefined) triggerEvent(processing, caughtBy.instance, caughtBy.event, '{}');
    if (caughtBy?.event.isInterrupting !== true) completeElement(processing, active);
    return undefined;
  },

  complete: applyOutputMappings,
};
