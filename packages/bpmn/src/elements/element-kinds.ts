import type { XmlElement } from '@waggle/xml';
import { adHocSubProcessKind } from './ad-hoc-sub-process.ts';
import { boundaryEventKind } from './boundary-event.ts';
import { businessRuleTaskKind } from './business-rule-task.ts';
import { callActivityKind } from './call-activity.ts';
import type { ElementKind } from './element-kind.ts';
import { endEventKind } from './end-event.ts';
import { eventBasedGatewayKind } from './event-based-gateway.ts';
import { eventSubProcessKind } from './event-sub-process.ts';
import { exclusiveGatewayKind } from './exclusive-gateway.ts';
import { inclusiveGatewayKind } from './inclusive-gateway.ts';
import { intermediateCatchEventKind } from './intermediate-catch-event.ts';
import { intermediateThrowEventKind } from './intermediate-throw-event.ts';
import { sendTaskKind, serviceTaskKind } from './job-task.ts';
import { parallelGatewayKind } from './parallel-gateway.ts';
import { manualTaskKind, undefinedTaskKind } from './pass-through-task.ts';
import { receiveTaskKind } from './receive-task.ts';
import { scriptTaskKind } from './script-task.ts';
import { startEventKind } from './start-event.ts';
import { subProcessKind } from './sub-process.ts';
import { unsupportedElementKind } from './unsupported-element.ts';
import { userTaskKind } from './user-task.ts';

/** Every element the engine can execute. Of kinds with one tag the first that matches is taken. */
export const elementKinds: readonly ElementKind[] = [
  startEventKind,
  endEventKind,
  intermediateCatchEventKind,
  intermediateThrowEventKind,
  boundaryEventKind,
  serviceTaskKind,
  sendTaskKind,
  businessRuleTaskKind,
  scriptTaskKind,
  manualTaskKind,
  undefinedTaskKind,
  receiveTaskKind,
  userTaskKind,
  exclusiveGatewayKind,
  parallelGatewayKind,
  inclusiveGatewayKind,
  eventBasedGatewayKind,
  eventSubProcessKind,
  subProcessKind,
  adHocSubProcessKind,
  callActivityKind,
];

const kindsByTag = Map.groupBy(elementKinds, (kind) => kind.tag);

export function elementKindOf(xml: XmlElement): ElementKind {
  const kind = kindsByTag.get(xml.name)?.find((candidate) => candidate.matches?.(xml) ?? true);
  return kind ?? unsupportedElementKind(xml.name);
}
