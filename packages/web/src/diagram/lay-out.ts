/** Gives a model without diagram data a picture. */
export async function layOut(xml: string): Promise<string> {
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(withFlowReferences(xml));
}

/**
 * Models need not say twice what flows lead where, but the library only looks at the elements: what they lack of
 * `incoming` and `outgoing` is added.
 */
function withFlowReferences(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.querySelector('parsererror') !== null) return xml;
  const elements = new Map(
    [...document.querySelectorAll('[id]')].map((element) => [element.getAttribute('id'), element]),
  );
  const refer = (element: Element | undefined, name: 'incoming' | 'outgoing', flowId: string) => {
    if (element === undefined) return;
    const isThere = [...element.children].some((one) => one.localName === name && one.textContent.trim() === flowId);
    if (isThere) return;
    const prefix = element.prefix === null ? '' : `${element.prefix}:`;
    const reference = document.createElementNS(element.namespaceURI, `${prefix}${name}`);
    reference.textContent = flowId;
    element.append(reference);
  };
  for (const flow of document.getElementsByTagNameNS('*', 'sequenceFlow')) {
    const id = flow.getAttribute('id');
    if (id === null) continue;
    refer(elements.get(flow.getAttribute('sourceRef')), 'outgoing', id);
    refer(elements.get(flow.getAttribute('targetRef')), 'incoming', id);
  }
  return new XMLSerializer().serializeToString(document);
}
