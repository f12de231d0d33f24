import type { Cell } from '../../types.ts';

/** Rows of a table found in plain text; spans of cells are those of the decoded file. */
export interface TextTable {
  /** Index of its first line and of the line behind its last. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly Cell[])[];
}

export type CellType = 'number' | 'nothing' | 'text';

const NUMERIC =
  /^(?:US|AU|[ACS]|HK)?[-+−–(#]?(?:[$€£¥₹₦<>~≈±N]|Rs\.? ?)?\d[\d., ]*(?:[%=km]|st|nd|rd|th|bn|mn|million|billion|trillion|km2?|crore|lakh)?\)?$/i;
const NOTHING = /^(?:[-–—.*]{1,3}|n\/?a\.?|nil|none|new)$/i;

/** What a cell holds; longer texts are never numbers. */
export function cellType(text: string): CellType {
  if (text.length > 24) return 'text';
  return NUMERIC.test(text) ? 'number' : NOTHING.test(text) ? 'nothing' : 'text';
}
