export interface ModelElement {
  readonly id: string;
  readonly name: string;
  /** As BPMN spells it: `serviceTask`. */
  readonly type: string;
}

const FLOW_NODE = /(Event|[tT]ask|Gateway|[sS]ubProcess|callActivity|transaction)$/;

/** The elements that tokens can be at, by name. */
export function modelElements(xml: string): readonly ModelElement[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.querySelectorAll('process *')]
    .filter((element) => FLOW_NODE.test(element.localName) && element.namespaceURI?.endsWith('/MODEL') === true)
    .map((element) => {
      const id = element.getAttribute('id') ?? '';
      const name = (element.getAttribute('name') ?? '').replaceAll(/\s+/g, ' ').trim();
      return { id, name: name === '' ? id : name, type: element.localName };
    })
    .filter(({ id }) => id !== '')
    .sort((one, other) => one.name.localeCompare(other.name));
}
