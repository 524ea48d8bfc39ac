import { Checkbox } from '@carbon/react';
import { useTexts } from '../../../texts/use-texts.ts';
import {
  finishedStates,
  type InstanceStateName,
  type ProcessesSearch,
  runningStates,
  statesOf,
  statesText,
} from '../processes-search.ts';
import type { SearchChange } from '../search-change.ts';

const branches = [
  ['running', runningStates],
  ['finished', finishedStates],
] as const;

/** States to tick, one by one or by running and finished. */
export function StateTree({
  search,
  onChange,
}: {
  readonly search: ProcessesSearch;
  onChange(change: SearchChange): void;
}) {
  const { processes } = useTexts();
  const chosen = statesOf(search);
  const choose = (states: readonly InstanceStateName[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const state of states) {
      if (isChosen) next.add(state);
      else next.delete(state);
    }
    onChange({ states: statesText(next, search) });
  };
  return (
    <>
      {branches.map(([branch, states]) => {
        const count = states.filter((state) => chosen.has(state)).length;
        return (
          <div key={branch} className="state-branch">
            <Checkbox
              id={`states-${branch}`}
              labelText={processes[branch]}
              checked={count === states.length}
              indeterminate={count > 0 && count < states.length}
              onChange={() => choose(states, count < states.length)}
            />
            <div className="state-leaves">
              {states.map((state) => (
                <span key={state} data-look={state}>
                  <Checkbox
                    id={`states-${state}`}
                    labelText={processes.states[state]}
                    checked={chosen.has(state)}
                    onChange={(_, { checked }) => choose([state], checked)}
                  />
                </span>
              ))}
            </div>
          </div>
        );
      })}
      {chosen.size === 0 && <p className="filter-help">{processes.statesAll}</p>}
    </>
  );
}
