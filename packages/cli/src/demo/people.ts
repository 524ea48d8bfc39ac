import type { SeededRandom } from './seeded-random.ts';

/** Who the newcomer is: some tasks are theirs from the beginning, and nobody else touches these. */
export const YOU = 'demo';

/** Who else works on tasks. */
export const colleagues = ['lena.vogt', 'james.carter', 'aylin.demir', 'søren.lund', 'maria.garcía'] as const;

const firstNames = [
  'Anna',
  'Jürgen',
  'Emily',
  'Björn',
  'Zoë',
  'Łukasz',
  'Oliver',
  'Käthe',
  'Siobhán',
  'Mehmet',
  'Grace',
  'Uğur',
];
const lastNames = [
  'Müller',
  'Smith',
  'Größl',
  "O'Connor",
  'Yılmaz',
  'Schäfer',
  'Taylor',
  'Nowak',
  'Weiß',
  'van der Berg',
  'Okafor',
  'Jung',
];
const places = [
  { street: 'Königstraße', city: 'Köln', postalCode: '50667', country: 'DE' },
  { street: 'Ödenburger Straße', city: 'Nürnberg', postalCode: '90491', country: 'DE' },
  { street: 'Baker Street', city: 'London', postalCode: 'NW1 6XE', country: 'GB' },
  { street: 'Mariahilfer Straße', city: 'Wien', postalCode: '1060', country: 'AT' },
  { street: 'Bahnhofstrasse', city: 'Zürich', postalCode: '8001', country: 'CH' },
  { street: 'Castle Street', city: 'Edinburgh', postalCode: 'EH2 3DN', country: 'GB' },
] as const;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly postalCode: string;
    readonly country: string;
  };
}

export function person(random: SeededRandom): Person {
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const { street, ...place } = random.pick(places);
  return {
    name: `${first} ${last}`,
    email: `${asciiOf(first)}.${asciiOf(last)}@mail.example`,
    address: { street: `${street} ${random.integer(1, 140)}`, ...place },
  };
}

export function iban(random: SeededRandom): string {
  return `DE${random.integer(10, 99)} ${random.integer(1000, 9999)} ${random.integer(1000, 9999)} ${random.integer(1000, 9999)} ${random.integer(1000, 9999)} ${random.integer(10, 99)}`;
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ı', 'i')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
