import type { PlannedInstance, Story } from './planned-instance.ts';
import { seededRandom } from './seeded-random.ts';
import { furtherStories } from './stories/further-stories.ts';
import { loanStories } from './stories/loan-stories.ts';
import { onboardingStories } from './stories/onboarding-stories.ts';
import { orderStories } from './stories/order-stories.ts';

const stories: readonly Story[] = [...orderStories, ...loanStories, ...onboardingStories, ...furtherStories];

/** One of each story before the second ones: however few instances there are, they are of many kinds. */
const firstStories: readonly Story[] = [
  ...stories.filter(({ first }) => first > 0),
  ...stories.flatMap((story) => Array.from({ length: Math.max(0, story.first - 1) }, () => story)),
];

const weightSum = stories.reduce((sum, { weight }) => sum + weight, 0);

/** Parts of a weight of one, so that chance can be drawn in whole numbers. */
const WEIGHT_PARTS = 1_000;

export interface PlanOptions {
  readonly seed: number;
  /** Of the instance in this run, from 0 on. */
  readonly index: number;
  /** Of the instance among all that were ever started here, from 1 on. */
  readonly ordinal: number;
  readonly nowMs: number;
}

/** The same options give the same instance, whatever was planned before. */
export function planInstance({
  seed,
  index,
  ordinal,
  nowMs,
}: PlanOptions): PlannedInstance & { readonly story: string } {
  const random = seededRandom(seed, ordinal);
  const story = firstStories[index] ?? storyAt(random.integer(0, weightSum * WEIGHT_PARTS - 1) / WEIGHT_PARTS);
  return { story: story.name, ...story.tell({ random, ordinal, nowMs }) };
}

/** Gives one instance after the other. */
export type InstancePlanner = () => PlannedInstance;

/** @param startedBefore ordinal of the last instance there is already: ids go on behind it. */
export function instancePlanner(seed: number, startedBefore: number): InstancePlanner {
  let index = 0;
  return () => {
    index += 1;
    return planInstance({ seed, index: index - 1, ordinal: startedBefore + index, nowMs: Date.now() });
  };
}

function storyAt(point: number): Story {
  let left = point;
  for (const story of stories) {
    left -= story.weight;
    if (left < 0) return story;
  }
  return firstStories[0] as Story;
}
