/** Random stretches of a process between gateways that split and join. */
import { element, eventBasedGateway, exclusiveGateway, flow, parallelGateway } from './bpmn.ts';
import { type Activity, type Block, CHOICES, type Draw } from './random-draw.ts';

export function exclusiveBlock(draw: Draw, depth: number): Block {
  const { random } = draw;
  const split = draw.name('split');
  const merge = draw.name('merge');
  const choice = random.pick(CHOICES);
  const branches = Array.from({ length: random.between(2, 3) }, () => draw.sequence(depth));
  const hasDefault = random.chance(0.6);
  const defaultFlow = hasDefault ? `${split}_${branches.at(-1)!.entry}` : undefined;
  const condition = random.chance(0.5)
    ? (value: number) => `=${choice} = ${value}`
    : (value: number) => `=${choice} >= ${value}`;
  const flows = branches.map(({ entry }, index) =>
    flow(split, entry, hasDefault && index === branches.length - 1 ? undefined : condition(index + 1)),
  );
  return {
    xml: [
      exclusiveGateway(split, defaultFlow),
      exclusiveGateway(merge),
      ...branches.map(({ xml }) => xml),
      ...flows,
      ...branches.map(({ exit }) => flow(exit, merge)),
    ].join(''),
    entry: split,
    exit: merge,
  };
}

export function parallelBlock(draw: Draw, depth: number): Block {
  const { random } = draw;
  const fork = draw.name('fork');
  const join = draw.name('join');
  const branches = Array.from({ length: random.between(2, 3) }, () => draw.sequence(depth));
  return {
    xml: [
      parallelGateway(fork),
      parallelGateway(join),
      ...branches.map(({ xml }) => xml),
      ...branches.map(({ entry }) => flow(fork, entry)),
      ...branches.map(({ exit }) => flow(exit, join)),
    ].join(''),
    entry: fork,
    exit: join,
  };
}

/** @param drawEvent an event behind the gateway. */
export function eventGatewayBlock(draw: Draw, depth: number, drawEvent: () => Block): Block {
  const { random } = draw;
  const gateway = draw.name('gateway');
  const merge = draw.name('merge');
  const events = Array.from({ length: random.between(2, 3) }, () => drawEvent());
  const branches = events.map((event) => {
    const body = draw.sequence(depth);
    return { xml: `${event.xml}${body.xml}${flow(event.exit, body.entry)}`, entry: event.entry, exit: body.exit };
  });
  return {
    xml: [
      eventBasedGateway(gateway),
      exclusiveGateway(merge),
      ...branches.map(({ xml }) => xml),
      ...branches.map(({ entry }) => flow(gateway, entry)),
      ...branches.map(({ exit }) => flow(exit, merge)),
    ].join(''),
    entry: gateway,
    exit: merge,
  };
}

/** A task that is done again while `again` is true. */
export function loopBlock(draw: Draw, drawTask: () => Activity): Block {
  const merge = draw.name('merge');
  const split = draw.name('split');
  const task = drawTask();
  const xml = [
    exclusiveGateway(merge),
    task.xml,
    exclusiveGateway(split, `${split}_after_${split}`),
    element('manualTask', `after_${split}`),
    flow(merge, task.id),
    flow(task.id, split),
    flow(split, merge, '=again = true'),
    flow(split, `after_${split}`),
  ];
  return { xml: xml.join(''), entry: merge, exit: `after_${split}` };
}
