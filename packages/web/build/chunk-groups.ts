/**
 * How the apps are cut into files. What nobody sees before it is wanted is cut off by `import()` where it is wanted; the
 * groups here keep the rest from falling into a hundred small files, one for each set of pages that share something.
 * A group takes with it all that its modules need.
 */

/** In the frame around every page, and what every page begins with. */
const frame = [
  String.raw`src/app/(app|theme|session)\.tsx?`,
  String.raw`src/api/([\w-]+|gen/api)\.ts`,
  String.raw`src/parts/(problem-notice|empty-state|page-skeleton|time-text|use-title|use-media|use-draft|lazy-dialog)\.tsx?`,
  String.raw`src/texts/plural\.ts`,
  String.raw`@carbon/icons-react/es/(Chevron\w+|Add|Subtract|Close|Filter|TrashCan)\.js`,
];

/** What pages with a list have in common. */
const lists = [
  String.raw`src/parts/(data-table|selection-bar|filter-group|split-panes|focus-drawn|state-tag|key-text|export-menu|value-text|process-instance-link)\.tsx?`,
  String.raw`@carbon/react/es/components/(OverflowMenu|OverflowMenuItem|Search|Select|SelectItem|Checkbox|Tag|Toggle)/\w+\.js`,
];

/** Fields that one writes into; dialogs and filters have them. */
const fields = [
  String.raw`src/parts/(filter-input|filter-text|filter-combo|date-range-field)\.tsx`,
  String.raw`@carbon/react/es/components/(ComboBox|MenuButton|TextInput|TextArea)/\w+\.js`,
];

/** For Rolldown's `codeSplitting.groups`. */
export const chunkGroups = [
  { name: 'frame', test: anyOf(frame), priority: 3 },
  { name: 'lists', test: anyOf(lists), priority: 2 },
  { name: 'fields', test: anyOf(fields), priority: 1 },
];

function anyOf(paths: readonly string[]): RegExp {
  return new RegExp(`[\\\\/](?:${paths.map((path) => path.replaceAll('/', String.raw`[\\/]`)).join('|')})$`);
}
