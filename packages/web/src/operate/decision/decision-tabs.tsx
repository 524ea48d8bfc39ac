import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { Suspense } from 'react';
import type { DecisionInstanceGetQueryResult } from '../../api/gen/api.ts';
import { lazyPart } from '../../parts/lazy-part.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { type DecisionSearch, decisionTabs } from './decision-search.ts';
import { DecisionValues } from './decision-values.tsx';

const JsonView = lazyPart(() => import('../../parts/json/json-view.tsx'), 'JsonView');

export interface DecisionTabsProps {
  readonly instance: DecisionInstanceGetQueryResult;
  readonly tab: DecisionSearch['tab'];
  onTab(tab: DecisionSearch['tab']): void;
}

/** What went in and came out, and the result as a whole. */
export function DecisionTabs({ instance, tab = 'values', onTab }: DecisionTabsProps) {
  const { decisions: texts } = useTexts();
  return (
    <div className="decision-tabs">
      <Tabs
        selectedIndex={decisionTabs.indexOf(tab)}
        onChange={({ selectedIndex }) => onTab(decisionTabs[selectedIndex])}
      >
        <TabList aria-label={texts.one}>
          <Tab>{texts.values}</Tab>
          <Tab>{texts.result}</Tab>
        </TabList>
        <TabPanels>
          <TabPanel>{tab === 'values' && <DecisionValues instance={instance} />}</TabPanel>
          <TabPanel>
            {tab === 'result' && (
              <Suspense fallback={<PageSkeleton />}>
                <JsonView text={instance.result} label={texts.result} />
              </Suspense>
            )}
          </TabPanel>
        </TabPanels>
      </Tabs>
    </div>
  );
}
