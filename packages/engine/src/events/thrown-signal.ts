import { joinJsonObject, NO_KEY, SignalIntent, ValueType } from '@waggle/protocol';
import { activated, completeElement } from '../behavior/element-transitions.ts';
import { evaluateString, scopeContext } from '../behavior/expressions/evaluate-expression.ts';
import { applyInputMappings, applyOutputMappings } from '../behavior/variables/variable-mapping.ts';
import { localVariables } from '../behavior/variables/visible-variables.ts';
import type { ElementProcessor } from '../elements/element-processor.ts';
import { Failure } from '../failure.ts';

/** Broadcasts a signal with its own variables and goes on without waiting for those who receive it. */
export const thrownSignal: ElementProcessor = {
  prepare: applyInputMappings,

  activate(processing, element, instance) {
    const source = element.signal?.name;
    if (source === undefined) throw new Error(`Expected a signal on '${element.id}', but the model has none`);
    const signalName = evaluateString(processing, source, scopeContext(processing, instance.key));
    if (signalName instanceof Failure) return signalName;
    const active = activated(processing, instance);
    processing.write.followUp(ValueType.SIGNAL, SignalIntent.BROADCAST, NO_KEY, {
      signalName,
      variables: joinJsonObject(localVariables(processing, instance.key)),
      afterKey: NO_KEY,
      untilKey: NO_KEY,
      tenantId: instance.value.tenantId,
    });
    completeElement(processing, active);
    return undefined;
  },

  complete: applyOutputMappings,
};
