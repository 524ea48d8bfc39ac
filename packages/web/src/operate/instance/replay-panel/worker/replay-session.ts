import {
  type Moment,
  type MomentState,
  type MomentTopic,
  openReplay,
  type Replay,
  type ReplayOptions,
} from '../../../../replay/index.ts';
import {
  type Lane,
  lanes,
  type MomentQuery,
  type MomentView,
  NO_LANE,
  type Some,
  type TimeLineData,
  type TreeRow,
  type VariableView,
} from './moment-view.ts';

/** Children of a scope that are told at first: the latest, as those are looked for. */
export const CHILDREN_TOLD = 100;
/** Scopes are open until the tree has so many rows; more are closed until somebody opens them. */
const ROWS_OPENED = 300;
/** Of jobs, timers and the like; more are counted. */
const PARTS_TOLD = 200;
const VARIABLES_TOLD = 1_000;
/** Of a variable's value. */
const VALUE_LENGTH_TOLD = 400;

const laneOfTopic: { readonly [Topic in MomentTopic]?: Lane } = {
  job: 'work',
  userTask: 'work',
  timer: 'timer',
  message: 'message',
  signal: 'message',
  variable: 'variable',
};

/** A replay and what a page asks of it. No worker in it: that is around it. */
export class ReplaySession {
  readonly replay: Replay;
  readonly timeLine: TimeLineData;

  constructor(options: ReplayOptions) {
    this.replay = openReplay(options);
    this.timeLine = timeLineOf(this.replay);
  }

  moments(indices: readonly number[]): readonly Moment[] {
    return indices.map((index) => this.replay.moment(index));
  }

  /** The whole value. @returns `undefined` when there is no such variable at that moment. */
  variable({ index, scopeKey, name }: { index: number; scopeKey: string; name: string }): string | undefined {
    return this.replay
      .at(index)
      .variables(scopeKey)
      .find((variable) => variable.name === name)?.value;
  }

  view(query: MomentQuery): MomentView {
    const { index } = query;
    const state = this.replay.at(index);
    const { root } = state;
    const scope = (query.scopeKey === undefined ? undefined : state.element(query.scopeKey)) ?? root;
    return {
      moment: this.replay.moment(index),
      timestamp: state.timestamp,
      definition: state.definition,
      state: root === undefined ? undefined : state.isSuspended && root.state === 'ACTIVE' ? 'SUSPENDED' : root.state,
      counts: [...state.elementCounts],
      takenFlows: [...state.takenFlows],
      waitingTokens: [...state.waitingTokens],
      rows: root === undefined ? [] : this.#rows(state, query),
      scope,
      variables: scope === undefined ? none : this.#variables(state, scope.key),
      incidents: some(state.incidents),
      jobs: some(state.jobs),
      timers: some(state.timers),
      subscriptions: some(state.subscriptions),
      userTasks: some(state.userTasks),
    };
  }

  #rows(state: MomentState, { opened, limits }: MomentQuery): readonly TreeRow[] {
    const rows: TreeRow[] = [];
    const hasIncidents = state.incidents.length > 0;
    const add = (node: NonNullable<MomentState['root']>, level: number): void => {
      const isOpen = node.childCount > 0 && (opened[node.key] ?? rows.length < ROWS_OPENED);
      const startedAt = this.replay.records[node.startIndex]?.timestamp;
      const endedAt = node.endIndex === undefined ? undefined : this.replay.records[node.endIndex]?.timestamp;
      rows.push({
        kind: 'element',
        ...node,
        level,
        isOpen,
        // The process instance is in trouble when anything in it is.
        hasIncident: node.hasIncident || (level === 0 && hasIncidents),
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(endedAt === undefined ? {} : { endedAt }),
      });
      if (!isOpen) return;
      const limit = limits[node.key] ?? CHILDREN_TOLD;
      const from = Math.max(0, node.childCount - limit);
      if (from > 0) {
        rows.push({
          kind: 'earlier',
          key: `earlier ${node.key}`,
          scopeKey: node.key,
          level: level + 1,
          count: from,
          nextLimit: limit + 10 * CHILDREN_TOLD,
        });
      }
      for (const child of state.children(node.key, { from })) add(child, level + 1);
    };
    add(state.root!, 0);
    return rows;
  }

  #variables(state: MomentState, scopeKey: string): Some<VariableView> {
    const variables = state.variables(scopeKey);
    const { index } = state;
    const source = this.replay.records[index]!.sourceRecordPosition;
    const isJustSet = (changeIndex: number): boolean =>
      changeIndex === index ||
      (changeIndex >= 0 && source >= 0 && this.replay.records[changeIndex]!.sourceRecordPosition === source);
    const firstJustSet = Math.min(...variables.map((each) => each.changeIndex).filter(isJustSet));
    const before = new Map(
      Number.isFinite(firstJustSet) && firstJustSet > 0
        ? this.replay
            .at(firstJustSet - 1)
            .variables(scopeKey)
            .map(({ name, value }) => [name, value])
        : [],
    );
    const told = variables.slice(0, VARIABLES_TOLD).map(({ name, value, changeIndex }): VariableView => {
      const wasJustSet = isJustSet(changeIndex);
      const previous = wasJustSet ? before.get(name) : undefined;
      const setAt = this.replay.records[changeIndex]?.timestamp;
      return {
        name,
        value: value.slice(0, VALUE_LENGTH_TOLD),
        length: value.length,
        isJustSet: wasJustSet,
        changeIndex,
        ...(previous === undefined ? {} : { before: previous.slice(0, VALUE_LENGTH_TOLD) }),
        ...(setAt === undefined ? {} : { setAt }),
      };
    });
    return { items: told, total: variables.length };
  }
}

const none = { items: [], total: 0 };

function some<Item>(items: readonly Item[]): Some<Item> {
  return { items: items.slice(0, PARTS_TOLD), total: items.length };
}

function timeLineOf(replay: Replay): TimeLineData {
  const shown = Array.from({ length: replay.length }, (_, index) => replay.moment(index)).filter(
    // A joining gateway is refused until its last token is there: nobody asked for it, and nothing is wrong.
    ({ kind, intent }) => kind === 'event' || (kind === 'rejection' && intent !== 'ACTIVATE_ELEMENT'),
  );
  // A process instance of which only what was asked is kept shows that.
  const moments = shown.length > 0 ? shown : replay.records.map((_, index) => replay.moment(index));
  return {
    indices: Int32Array.from(moments, ({ index }) => index),
    positions: Float64Array.from(moments, ({ position }) => position),
    timestamps: Float64Array.from(moments, ({ timestamp }) => timestamp),
    lanes: Uint8Array.from(moments, laneOf),
    incidents: Int32Array.from(
      moments.flatMap(({ topic, intent }, place) => (topic === 'incident' && intent === 'CREATED' ? [place] : [])),
    ),
  };
}

function laneOf({ topic, intent }: Moment): number {
  const lane = topic === 'incident' && intent === 'CREATED' ? 'incident' : laneOfTopic[topic];
  return lane === undefined ? NO_LANE : lanes.indexOf(lane);
}
