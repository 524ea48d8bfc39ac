import type { XmlElement } from '@waggle/xml';

/**
 * What may stand in a process or sub-process and is nothing tokens flow through. Anything of BPMN that is not listed
 * here and has no element kind is reported as unsupported, so nothing that would change the execution gets lost.
 */
const nonFlowElements: ReadonlySet<string> = new Set(
  [
    'association artifact auditing category completionCondition correlationSubscription dataInputAssociation dataObject',
    'dataObjectReference dataOutputAssociation dataStoreReference documentation extensionElements group incoming',
    'ioBinding ioSpecification laneSet monitoring outgoing performer potentialOwner humanPerformer property',
    'resourceRole sequenceFlow supportedInterfaceRef supports textAnnotation',
    // Markers on a sub-process; the rules for unsupported features report them.
    'multiInstanceLoopCharacteristics standardLoopCharacteristics',
  ]
    .flatMap((names) => names.split(' '))
    .map((name) => `bpmn:${name}`),
);

export function isNoFlowNode(element: XmlElement): boolean {
  return !element.name.startsWith('bpmn:') || nonFlowElements.has(element.name);
}
