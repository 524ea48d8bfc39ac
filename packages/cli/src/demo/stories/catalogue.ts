import type { SeededRandom } from '../seeded-random.ts';

/** Entries that make about 300 kB of JSON: more than any page should load with a list. */
const ENTRY_COUNT = 1_500;

/** A price list, as systems hand them over where a reference would do. */
export function catalogue(random: SeededRandom): Readonly<Record<string, unknown>> {
  return {
    validFrom: '2026-10-01',
    currency: 'EUR',
    entries: Array.from({ length: ENTRY_COUNT }, (_, index) => ({
      sku: `CAT-${String(index).padStart(5, '0')}`,
      title: `${random.pick(['Kännchen', 'Teapot', 'Sieb', 'Filter', 'Milchschäumer'])} No. ${index}`,
      net: random.integer(199, 49_900) / 100,
      stock: {
        warehouse: random.pick(['Köln', 'Leeds', 'Graz']),
        free: random.integer(0, 500),
        reserved: random.integer(0, 40),
      },
      tags: [random.pick(['new', 'sale', 'classic']), random.pick(['steel', 'glass', 'Porzellan'])],
    })),
  };
}
