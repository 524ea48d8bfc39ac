import { businessIdOf } from '../business-id.ts';
import { daysFrom } from '../iso-moment.ts';
import { colleagues, person, YOU } from '../people.ts';
import type { PlannedInstance, PlannedWork, Story, StoryContext } from '../planned-instance.ts';

function onboarding({ random, ordinal, nowMs }: StoryContext, work: readonly PlannedWork[]): PlannedInstance {
  const { name, email } = person(random);
  const trainer = random.pick(colleagues);
  const training = (title: string, description: string, dueInDays: number, priority: number) => ({
    title,
    description,
    trainer,
    trainee: random.chance(0.4) ? YOU : random.pick(colleagues),
    due: daysFrom(nowMs, dueInDays),
    priority,
  });
  return {
    processDefinitionId: 'onboarding',
    businessId: businessIdOf('colleague', ordinal),
    tags: ['demo'],
    work,
    variables: {
      employee: {
        name,
        email,
        team: random.pick(['Logistik', 'Sales', 'Payments', 'Kundendienst']),
        startsOn: daysFrom(nowMs, 12).slice(0, 10),
      },
      contractDue: daysFrom(nowMs, random.integer(-2, 5)),
      equipmentDue: daysFrom(nowMs, 9),
      equipment: ['ChooseLaptop', 'OrderBadge', ...(random.chance(0.5) ? ['RequestAccess'] : []), 'SetUpPhone'],
      trainings: [
        training('Data protection', 'What we may keep, and for how long.', 3, 90),
        training('Arbeitssicherheit', 'Fluchtwege, Erste Hilfe, Brandschutz.', 6, 60),
        training('How we review', 'Kind, quick and thorough.', 10, 25),
      ],
    },
  };
}

const contract: PlannedWork = {
  elementId: 'PrepareContract',
  by: 'maria.garcía',
  variables: { contract: { months: 'unlimited', weeklyHours: 38 }, contractSigned: true },
};

const trainings = (passed: boolean): PlannedWork => ({
  elementId: 'CompleteTraining',
  by: 'lena.vogt',
  variables: { passed, score: passed ? 92 : 41 },
});

const equipment = (phase?: 2): readonly PlannedWork[] =>
  ['ChooseLaptop', 'RequestAccess'].map((elementId) => ({
    elementId,
    by: 'søren.lund',
    variables: { granted: true },
    ...(phase !== undefined && { phase }),
  }));

export const onboardingStories: readonly Story[] = [
  { name: 'contract to prepare', first: 1, weight: 2, tell: (context) => onboarding(context, []) },
  {
    name: 'trainings under way',
    first: 1,
    weight: 2,
    tell: (context) => onboarding(context, [contract, { ...trainings(true), tasksMax: 1 }]),
  },
  {
    name: 'training not passed',
    first: 1,
    weight: 1,
    tell: (context) => onboarding(context, [contract, trainings(false)]),
  },
  {
    name: 'equipment to choose',
    first: 0,
    weight: 1,
    tell: (context) =>
      onboarding(context, [contract, trainings(true), { elementId: 'RequestAccess', by: 'søren.lund' }]),
  },
  {
    name: 'waits for the first day',
    first: 0,
    weight: 1,
    tell: (context) => onboarding(context, [contract, trainings(true), ...equipment(2)]),
  },
  {
    name: 'onboarded',
    first: 1,
    weight: 2,
    tell: (context) => onboarding(context, [contract, trainings(true), ...equipment()]),
  },
];
