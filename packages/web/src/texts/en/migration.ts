import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Moving running instances to another version or process. */
export const migration = {
  title: 'Migrate process instances',
  heading: (count: number, isMore: boolean) =>
    isMore
      ? plural(count, { other: 'Migrate more than # instances' })
      : plural(count, { one: 'Migrate # instance', other: 'Migrate # instances' }),
  back: 'Back to the processes',
  noInstances: 'No instances are chosen',
  noInstancesHelp: 'Choose instances of one version in the list of processes, then “Migrate”.',
  noneRunning: 'None of the chosen instances is running this version any more.',
  leftOut: (count: number) =>
    plural(count, {
      one: '# of the chosen instances does not run this version and is left out.',
      other: '# of the chosen instances do not run this version and are left out.',
    }),
  from: 'From',
  version: (name: string, version: number) => `${name}, version ${version}`,
  versionTagged: (name: string, version: number, tag: string) => `${name}, version ${version} (${tag})`,
  process: 'Target process',
  targetVersion: 'Version',
  versionItem: (version: number) => `Version ${version}`,
  versionItemTagged: (version: number, tag: string) => `Version ${version} (${tag})`,
  chooseVersion: 'Choose a version',
  chooseTarget: 'Choose the process and version the instances are to run.',
  newest: 'This is the newest version: choose another version or another process.',
  modelFailed: 'The model of this version cannot be read.',
  panes: { diagrams: 'Diagrams', source: 'From', target: 'To', mapping: 'Mapping' },
  mapping: 'What becomes what',
  source: 'Element',
  tokens: 'Tokens',
  tokensHelp: 'Chosen instances with a token here',
  target: 'Becomes',
  state: 'Note',
  notMapped: 'Not mapped',
  targetFor: (name: string) => `What ${name} becomes`,
  onlyUnmapped: 'Only what is not mapped',
  automatic: 'Automatic',
  resetAll: 'Map automatically',
  byHand: 'By hand',
  allMapped: 'Everything is mapped.',
  nothingFits: 'Nothing there fits',
  problems: {
    unmapped: 'Tokens wait here: such instances would be refused.',
    scope: 'It lies in another sub-process there: tokens here would be refused.',
    detached: 'It belongs to another activity there: that would be refused.',
    twice: 'Two events would become the same one: that would be refused.',
  },
  summary: (mapped: number, unmapped: number) => `${mapped} mapped, ${unmapped} not`,
  blocking: (count: number) =>
    plural(count, {
      one: '# element still needs a decision: instances that wait there are refused.',
      other: '# elements still need a decision: instances that wait there are refused.',
    }),
  click: (name: string) => `Click in the target what “${name}” becomes.`,
  doesNotFit: (name: string) => `“${name}” is of another kind.`,
  next: 'Next: review',
  reviewTitle: 'Review the migration',
  review: (count: number, isMore: boolean, from: string, to: string) =>
    isMore
      ? plural(count, { other: `You migrate more than # instances from ${from} to ${to}.` })
      : plural(count, {
          one: `You migrate # instance from ${from} to ${to}.`,
          other: `You migrate # instances from ${from} to ${to}.`,
        }),
  reviewHelp: 'Instances stay where they are and go on by the new model. There is no undo; they can be migrated back.',
  reviewChanged: 'What changes its id or is not mapped:',
  reviewSame: 'All elements keep their id.',
  reviewLine: (source: string, target: string) => `${source} → ${target}`,
  confirmWord: 'MIGRATE',
  confirm: (word: string) => `Type ${word} to confirm`,
  migrate: (count: number, isMore: boolean) =>
    isMore ? 'Migrate all' : plural(count, { one: 'Migrate # instance', other: 'Migrate # instances' }),
  migrating: 'Migrating …',
  migratedOne: 'The instance was migrated',
  started: 'The migration was started',
  toBatch: 'Show its progress',
  failed: 'The migration was refused',
};
