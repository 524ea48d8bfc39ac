/**
 * Draws valid processes over every supported element. A process is made of blocks with one entry and one exit, so every
 * token that is served arrives at the end.
 *
 * What a driver needs to serve them: job types, message names, and which variables mend what stopped.
 */
import {
  boundaryEvent,
  bpmn,
  callActivity,
  catchEvent,
  compensationEvent,
  conditionalEvent,
  element,
  endEvent,
  error,
  errorEvent,
  escalation,
  escalationEvent,
  eventSubProcess,
  eventSubProcessStart,
  exclusiveGateway,
  flow,
  input,
  io,
  listeners,
  message,
  messageEvent,
  output,
  receiveTask,
  scriptTask,
  serviceTask,
  signal,
  signalEvent,
  startEvent,
  subProcess,
  terminateEvent,
  timerEvent,
} from './bpmn.ts';
import type { Random } from './random.ts';
import {
  adHocActivity,
  compensationOf,
  inclusiveBlock,
  linkBlock,
  listenedActivity,
  loopedActivity,
  randomUserTask,
  throwBlock,
} from './random-blocks.ts';
import { randomRuleTask } from './random-decisions.ts';
import {
  type Activity,
  type Block,
  CHOICES,
  type Draw,
  ERROR_CODES,
  ESCALATION_CODES,
  JOB_TYPES,
  LISTENER_TYPE,
  NEEDED,
  SIGNAL_NAMES,
} from './random-draw.ts';
import { eventGatewayBlock, exclusiveBlock, loopBlock, parallelBlock } from './random-gateways.ts';

const DEPTH_MAX = 3;

export interface RandomProcess {
  readonly id: string;
  readonly xml: string;
  /** Messages that instances wait for. */
  readonly messageNames: readonly string[];
  /** Messages that instances start on. */
  readonly startMessageNames: readonly string[];
  /** Elements that ad-hoc sub-processes can be told to start, by their id. */
  readonly adHocElements: ReadonlyMap<string, readonly string[]>;
}

/** @param callable ids of processes it may call. */
export function drawProcess(random: Random, id: string, callable: readonly string[]): RandomProcess {
  return new ProcessDraw(random, id, callable).process();
}

class ProcessDraw implements Draw {
  readonly random: Random;
  readonly #id: string;
  readonly #callable: readonly string[];
  readonly #messageNames: string[] = [];
  readonly #adHocElements = new Map<string, readonly string[]>();
  #definitions = '';
  #count = 0;
  /** Elements drawn so far; beyond a limit only tasks are drawn, so that processes stay small. */
  #blocks = 0;

  constructor(random: Random, id: string, callable: readonly string[]) {
    this.random = random;
    this.#id = id;
    this.#callable = callable;
    this.#definitions = [
      ...ERROR_CODES.map((code) => error(`error_${code}`, code)),
      ...ESCALATION_CODES.map((code) => escalation(`escalation_${code}`, code)),
      ...SIGNAL_NAMES.map((name) => signal(`signal_${name}`, name)),
    ].join('');
  }

  process(): RandomProcess {
    const startMessageNames: string[] = [];
    const body = this.sequence(0);
    let start = `${startEvent('start')}${flow('start', body.entry)}`;
    if (this.random.chance(0.4)) {
      const merge = this.name('merge');
      const startMessage = this.message(startMessageNames);
      start = `${startEvent('start')}${startEvent('started', messageEvent(startMessage))}${exclusiveGateway(merge)}${flow('start', merge)}${flow('started', merge)}${flow(merge, body.entry)}`;
    }
    const xml = bpmn(
      { id: this.#id, definitions: '', extensions: this.#processListeners() },
      start,
      body.xml,
      endEvent('end'),
      flow(body.exit, 'end'),
      this.random.chance(0.3) ? this.#eventSubProcess(1) : '',
    );
    return {
      id: this.#id,
      xml: xml.replace('<bpmn:process ', `${this.#definitions}<bpmn:process `),
      messageNames: this.#messageNames,
      startMessageNames,
      adHocElements: this.#adHocElements,
    };
  }

  #processListeners(): string {
    const eventTypes = ['start', 'end', 'cancel'].filter(() => this.random.chance(0.05));
    return eventTypes.length === 0 ? '' : listeners(...eventTypes.map((type) => `${type} ${LISTENER_TYPE}`));
  }

  sequence(depth: number): Block {
    const blocks = Array.from({ length: this.random.between(1, 3) }, () => this.#block(depth));
    const flows = blocks.slice(1).map((block, index) => flow(blocks[index]!.exit, block.entry));
    return {
      xml: [...blocks.map(({ xml }) => xml), ...flows].join(''),
      entry: blocks[0]!.entry,
      exit: blocks.at(-1)!.exit,
    };
  }

  #block(depth: number): Block {
    this.#blocks++;
    const simple = [
      () => this.#activity(this.#serviceTask()),
      () => this.#activity(this.#serviceTask()),
      () => this.#passThrough(),
      () => this.#script(),
      () => this.#activity(randomRuleTask(this.random, this.name('rule'))),
      () => this.#catchEvent(),
      () => this.#activity(this.#receiveTask()),
      () => this.#activity(randomUserTask(this)),
      () => this.random.pick([linkBlock, throwBlock])(this),
    ];
    const nested = [
      () => exclusiveBlock(this, depth + 1),
      () => parallelBlock(this, depth + 1),
      () => this.#activity(this.#subProcess(depth + 1)),
      // One signal twice at one gateway is refused at deployment.
      () => eventGatewayBlock(this, depth + 1, () => this.#catchEvent(false)),
      () => inclusiveBlock(this, depth + 1),
      () => this.#activity(adHocActivity(this, depth + 1)),
      () => loopBlock(this, () => this.#serviceTask()),
      () => (this.#callable.length === 0 ? this.#passThrough() : this.#activity(this.#callActivity())),
    ];
    const isNested = depth < DEPTH_MAX && this.#blocks < 14 && this.random.chance(0.5);
    return this.random.pick(isNested ? nested : simple)();
  }

  #serviceTask(): Activity {
    const id = this.name('task');
    const mappings: string[] = [];
    if (this.random.chance(0.15)) {
      const needed = this.random.pick(NEEDED);
      mappings.push(input(`=assert(${needed}, ${needed} != null)`, 'given'));
    }
    if (this.random.chance(0.2)) mappings.push(output(`=${this.random.pick(CHOICES)}`, 'result.value'));
    const kind = this.random.pick(['serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask'] as const);
    const type = this.random.pick(JOB_TYPES);
    const plain = serviceTask(id, { type, ...(mappings.length > 0 && { io: io(...mappings) }) });
    return { id, xml: plain.replaceAll('serviceTask', kind) };
  }

  #receiveTask(): Activity {
    const id = this.name('receive');
    return { id, xml: receiveTask(id, this.message()) };
  }

  #callActivity(): Activity {
    const id = this.name('call');
    const attributes = this.random.pick([
      '',
      'propagateAllChildVariables="false"',
      'propagateAllParentVariables="false"',
    ]);
    // The called process correlates by the same key and asks for the same choices.
    const mappings = io(input('=key', 'key'));
    return { id, xml: callActivity(id, this.random.pick(this.#callable), { attributes, io: mappings }) };
  }

  #subProcess(depth: number): Activity {
    const id = this.name('sub');
    const start = this.name('start');
    const body = this.sequence(depth);
    const parts = [startEvent(start), flow(start, body.entry), body.xml];
    const end = this.name('end');
    let caught: string | undefined;
    let escalated: string | undefined;
    const kind = this.random.next();
    if (kind < 0.15) {
      parts.push(endEvent(end, terminateEvent), flow(body.exit, end));
    } else if (kind < 0.35) {
      caught = this.random.pick(ERROR_CODES);
      parts.push(endEvent(end, errorEvent(`error_${caught}`)), flow(body.exit, end));
    } else if (kind < 0.5) {
      escalated = this.random.pick(ESCALATION_CODES);
      parts.push(endEvent(end, escalationEvent(`escalation_${escalated}`)), flow(body.exit, end));
    } else if (kind < 0.55) {
      parts.push(endEvent(end, signalEvent(`signal_${this.random.pick(SIGNAL_NAMES)}`)), flow(body.exit, end));
    } else if (kind < 0.62) {
      parts.push(endEvent(end, compensationEvent()), flow(body.exit, end));
    } else if (kind < 0.9) {
      parts.push(endEvent(end), flow(body.exit, end));
    }
    if (this.random.chance(0.4)) parts.push(this.#eventSubProcess(depth));
    return {
      id,
      xml: subProcess(id, ...parts),
      ...(caught !== undefined && { catches: caught }),
      ...(escalated !== undefined && { escalates: escalated }),
    };
  }

  #eventSubProcess(depth: number): string {
    const id = this.name('event_sub');
    const start = this.name('start');
    const end = this.name('end');
    const isInterrupting = this.random.chance(0.5);
    const event = this.#eventSubProcessTrigger(isInterrupting);
    const body = this.sequence(depth + 1);
    return eventSubProcess(
      id,
      eventSubProcessStart(start, event, { interrupting: isInterrupting }),
      flow(start, body.entry),
      body.xml,
      endEvent(end, this.random.chance(0.1) ? terminateEvent : ''),
      flow(body.exit, end),
    );
  }

  #eventSubProcessTrigger(isInterrupting: boolean): string {
    if (this.random.chance(0.2)) return escalationEvent();
    return isInterrupting && this.random.chance(0.3) ? errorEvent() : this.#waitingEvent(!isInterrupting);
  }

  /** An activity with what is attached to it: interrupting events join the main path again, others end by themselves. */
  #activity(plain: Activity): Block {
    const listened = this.random.chance(0.15) ? listenedActivity(this.random, plain) : plain;
    const activity = this.random.chance(0.12) ? loopedActivity(this.random, listened) : listened;
    const { id } = activity;
    const parts = [activity.xml];
    const joining: string[] = [];
    const attach = (event: string, interrupting: boolean) => {
      const boundary = this.name('boundary');
      parts.push(boundaryEvent(boundary, id, event, { interrupting }));
      if (interrupting) {
        joining.push(boundary);
        return;
      }
      const end = this.name('end');
      const task = this.random.chance(0.5) ? this.#serviceTask() : undefined;
      if (task === undefined) parts.push(endEvent(end), flow(boundary, end));
      else parts.push(task.xml, endEvent(end), flow(boundary, task.id), flow(task.id, end));
    };
    if (activity.catches !== undefined) {
      attach(errorEvent(this.random.chance(0.5) ? `error_${activity.catches}` : undefined), true);
    } else if (this.random.chance(0.25)) {
      attach(errorEvent(this.random.chance(0.6) ? `error_${this.random.pick(ERROR_CODES)}` : undefined), true);
    }
    if (activity.escalates !== undefined && this.random.chance(0.7)) {
      const code = this.random.chance(0.5) ? `escalation_${activity.escalates}` : undefined;
      attach(escalationEvent(code), this.random.chance(0.5));
    }
    if (this.random.chance(0.2)) attach(this.#waitingEvent(false), true);
    if (this.random.chance(0.2)) attach(this.#waitingEvent(true), false);
    if (this.random.chance(0.12)) parts.push(compensationOf(this, id));
    if (joining.length === 0) return { xml: parts.join(''), entry: id, exit: id };
    const merge = this.name('merge');
    parts.push(exclusiveGateway(merge), ...[id, ...joining].map((source) => flow(source, merge)));
    return { xml: parts.join(''), entry: id, exit: merge };
  }

  #passThrough(): Block {
    const id = this.name('plain');
    const kind = this.random.pick(['manualTask', 'task', 'intermediateThrowEvent']);
    return { xml: element(kind, id), entry: id, exit: id };
  }

  #script(): Block {
    const id = this.name('script');
    const variable = this.random.pick(['sum', 'text', 'list']);
    const expression = this.random.pick([
      `=if ${variable} = null then 1 else 2`,
      `=[${variable}, "ä"][1]`,
      '=for i in 1..3 return i * 2',
    ]);
    return { xml: scriptTask(id, expression, variable), entry: id, exit: id };
  }

  #catchEvent(mayBeSignal = true): Block {
    const id = this.name('catch');
    return { xml: catchEvent(id, this.#waitingEvent(false, mayBeSignal)), entry: id, exit: id };
  }

  /** A timer, a message or a signal. */
  #waitingEvent(mayRepeat: boolean, mayBeSignal = !mayRepeat): string {
    if (this.random.chance(0.5)) return messageEvent(this.message());
    // Whatever a signal starts again and again would never come to an end.
    if (mayBeSignal && this.random.chance(0.2)) return signalEvent(`signal_${this.random.pick(SIGNAL_NAMES)}`);
    // Serving sets `again` to false wherever it is looked for.
    if (!mayRepeat && this.random.chance(0.2))
      return conditionalEvent(`=again = false or ${this.random.pick(CHOICES)} = 2`);
    if (mayRepeat && this.random.chance(0.5)) {
      return timerEvent('timeCycle', `R${this.random.between(1, 3)}/PT${this.random.between(1, 20)}S`);
    }
    return timerEvent('timeDuration', this.random.chance(0.1) ? '=nothing' : `PT${this.random.between(0, 30)}S`);
  }

  message(names: string[] = this.#messageNames): string {
    const id = this.name('message');
    const name = `${this.#id}_${id}`;
    names.push(name);
    this.#definitions += message(id, name, '=key');
    return id;
  }

  adHoc(id: string, elementIds: readonly string[]): void {
    this.#adHocElements.set(id, elementIds);
  }

  name(kind: string): string {
    return `${kind}_${++this.#count}`;
  }
}
