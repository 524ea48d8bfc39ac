import type { XmlNamespaces } from '@waggle/xml';

/** The versions of the standard differ in details that reading tolerates, so all of them become `dmn:…`. */
export const dmnNamespaces: XmlNamespaces = {
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd': 'dmn',
  'http://www.omg.org/spec/DMN/20180521/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20191111/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20211108/MODEL/': 'dmn',
  'https://www.omg.org/spec/DMN/20230324/MODEL/': 'dmn',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};
