import { BudgetExceeded, type Run } from '../evaluation.ts';
import { limits } from '../limits.ts';
import { dateText, dateTimeText } from './date-time.ts';
import { numberToText } from './number.ts';
import { type FeelValue, isContext, isDate, isDateTime, isFunction, isList, isNumber, isRange } from './value.ts';

/** What string() gives: a string as it is, everything else as FEEL would print it, with strings quoted inside. */
export function toFeelString(value: FeelValue, run?: Run): string {
  if (typeof value === 'string') return value;
  const printer = new Printer(limits.stringLengthMax, run);
  printer.print(value, 0);
  if (printer.isFull) throw new BudgetExceeded(`Expected a text of at most ${limits.stringLengthMax} characters`);
  return printer.text;
}

/** A value inside a message: strings quoted, cut after `limits.describedValueLengthMax` characters. */
export function describeValue(value: FeelValue): string {
  const printer = new Printer(limits.describedValueLengthMax, undefined);
  printer.print(value, 0);
  return printer.isFull ? `${printer.text.slice(0, limits.describedValueLengthMax)}…` : printer.text;
}

/** Printing costs more than its characters. */
const numberSteps = 4;
const temporalSteps = 40;

class Printer {
  text = '';
  isFull = false;
  readonly #lengthMax: number;
  readonly #run: Run | undefined;

  constructor(lengthMax: number, run: Run | undefined) {
    this.#lengthMax = lengthMax;
    this.#run = run;
  }

  print(value: FeelValue, depth: number): void {
    if (this.isFull) return;
    this.#run?.charge(1);
    if (depth > limits.valueDepthMax) this.isFull = true;
    else if (typeof value === 'string') this.#write(`"${value}"`);
    else if (isNumber(value)) this.#write(numberToText(value), numberSteps);
    else if (isList(value)) this.#printAll('[', value, ']', (item) => this.print(item, depth + 1));
    else if (isContext(value)) {
      this.#printAll('{', value, '}', ([key, entry]) => {
        this.#write(`${key}:`);
        this.print(entry, depth + 1);
      });
    } else if (isRange(value) && value.operator !== undefined) {
      this.#write(`(${value.operator} `);
      this.print(value.start ?? value.end, depth + 1);
      this.#write(')');
    } else if (isRange(value)) {
      this.#write(value.startIncluded ? '[' : '(');
      this.print(value.start, depth + 1);
      this.#write('..');
      this.print(value.end, depth + 1);
      this.#write(value.endIncluded ? ']' : ')');
    } else if (isFunction(value)) this.#write(`function(${value.parameters.join(', ')})`);
    else if (isDateTime(value)) this.#write(dateTimeText(value), temporalSteps);
    else if (isDate(value)) this.#write(dateText(value), temporalSteps);
    else this.#write(String(value), temporalSteps);
  }

  #printAll<Item>(start: string, items: Iterable<Item>, end: string, printItem: (item: Item) => void): void {
    this.#write(start);
    let isFirst = true;
    for (const item of items) {
      if (this.isFull) return;
      if (!isFirst) this.#write(', ');
      isFirst = false;
      printItem(item);
    }
    this.#write(end);
  }

  #write(text: string, steps = 0): void {
    this.#run?.charge(steps + (text.length >>> 4));
    this.text += text;
    if (this.text.length > this.#lengthMax) this.isFull = true;
  }
}
