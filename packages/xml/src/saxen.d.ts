/** saxen ships no types; this is the part of its README the reader uses. */
declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(
      event: 'openTag',
      listener: (
        name: string,
        getAttributes: () => Record<string, string> | false,
        decodeEntities: (text: string) => string,
        isSelfClosing: boolean,
      ) => void,
    ): this;
    on(
      event: 'closeTag',
      listener: (name: string, decodeEntities: (text: string) => string, isSelfClosing: boolean) => void,
    ): this;
    on(event: 'text' | 'cdata' | 'comment' | 'question' | 'attention', listener: (value: string) => void): this;
    on(event: 'error' | 'warn', listener: (error: Error) => void): this;
    parse(xml: string): Error | null;
    stop(): void;
  }
}
