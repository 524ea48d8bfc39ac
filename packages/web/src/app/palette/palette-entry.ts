/** Something that the palette leads to. */
export interface PaletteEntry {
  /** Unique among all entries; what leads to the same has the same. */
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same title: id, key, version. */
  readonly detail?: string;
  /** What it is: "Process", "Incident". */
  readonly kind: string;
  /** Keys that do the same, as they are registered. */
  readonly keys?: string;
  /** Where it leads, or what it does. */
  readonly target: { readonly href: string } | { run(): void };
}
