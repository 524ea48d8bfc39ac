import { SkeletonText } from '@carbon/react';
import { useTexts } from '../texts/use-texts.ts';

/** Stands for a page that is on its way. */
export function PageSkeleton() {
  const { parts } = useTexts();
  return (
    <div className="page-skeleton" aria-busy="true" aria-label={parts.loading} role="status">
      <SkeletonText heading width="30%" />
      <SkeletonText paragraph lineCount={6} />
    </div>
  );
}
