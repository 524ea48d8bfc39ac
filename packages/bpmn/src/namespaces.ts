import type { XmlNamespaces } from '@waggle/xml';

export const bpmnNamespaces: XmlNamespaces = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};
