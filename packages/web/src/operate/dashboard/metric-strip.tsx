import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../texts/use-texts.ts';
import { useInstanceCount } from '../processes/use-instance-count.ts';
import { InstanceBar } from './instance-bar.tsx';

export interface MetricStripProps {
  readonly withIncident: number;
  readonly without: number;
}

/** What runs in all, and how much of it needs somebody. */
export function MetricStrip({ withIncident, without }: MetricStripProps) {
  const { dashboard } = useTexts().operate;
  const formats = useFormats();
  const suspended = useInstanceCount({ state: 'SUSPENDED' });
  const total = withIncident + without + (suspended.count ?? 0);
  return (
    <section className="metric-strip" aria-label={dashboard.running(total)}>
      <Link to="/operate/processes" className="metric-total">
        {dashboard.running(total)}
      </Link>
      <InstanceBar withIncident={withIncident} without={without} />
      <div className="metric-parts">
        <Link to="/operate/processes" search={{ states: 'incident' }} data-look="incident">
          {dashboard.countOf(formats.number(withIncident), dashboard.withIncident)}
        </Link>
        {suspended.count !== undefined && suspended.count > 0 && (
          <Link to="/operate/processes" search={{ states: 'suspended' }} data-look="suspended">
            {dashboard.countOf(formats.number(suspended.count), dashboard.suspended)}
          </Link>
        )}
        <Link to="/operate/processes" search={{ states: 'active' }} data-look="active">
          {dashboard.countOf(formats.number(without), dashboard.withoutIncident)}
        </Link>
      </div>
    </section>
  );
}
