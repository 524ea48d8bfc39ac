/** The libraries bring no types of what is used here. */
declare module 'bpmn-js/lib/NavigatedViewer' {
  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement; bpmnRenderer?: Readonly<Record<string, string>> });
    importXML(xml: string): Promise<{ warnings: readonly unknown[] }>;
    destroy(): void;
  }
}

declare module 'bpmn-auto-layout' {
  /** @param xml BPMN without diagram data. @returns the same with them. */
  export function layoutProcess(xml: string): Promise<string>;
}
