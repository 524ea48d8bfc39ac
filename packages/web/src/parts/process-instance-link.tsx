import { KeyText } from './key-text.tsx';

/** The key of a process instance, leading to it. */
export function ProcessInstanceLink({ processInstanceKey }: { readonly processInstanceKey: string }) {
  return <KeyText value={processInstanceKey} to={`/operate/processes/${processInstanceKey}`} />;
}
