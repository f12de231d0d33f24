import type { Need } from './pattern-needs.ts';
import type { ScanTables } from './word-scan-tables.ts';

/** Tables of the needs that all rules together have: the build puts them into a file, and what reads it into this file's place in `dist`. */
export const knownTables: (needs: readonly Need[]) => ScanTables | undefined = () => undefined;
