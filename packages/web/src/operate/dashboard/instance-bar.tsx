import './instance-bar.scss';

export interface InstanceBarProps {
  readonly withIncident: number;
  readonly without: number;
  /** The number that fills the whole width; default both together. */
  readonly of?: number;
}

/** Running instances as a bar: those with an incident at the left. The numbers stand beside it as text. */
export function InstanceBar({ withIncident, without, of = withIncident + without }: InstanceBarProps) {
  const part = (count: number) => ({ inlineSize: `${of === 0 ? 0 : (100 * count) / of}%` });
  return (
    <span className="instance-bar" aria-hidden="true">
      {withIncident > 0 && <span data-look="incident" style={part(withIncident)} />}
      {without > 0 && <span data-look="active" style={part(without)} />}
    </span>
  );
}
