/** What the bench uses of daff, which comes without types. */
declare module 'daff' {
  type Cells = readonly (readonly (string | null)[])[];
  interface Table {
    readonly height: number;
  }
  interface CompareFlags {
    ordered: boolean;
    unchanged_context: number;
    addPrimaryKey(column: string): void;
  }
  const daff: {
    readonly TableView: new (data: Cells) => Table;
    readonly Csv: new () => { makeTable(text: string): Table };
    readonly CompareFlags: new () => CompareFlags;
    readonly TableDiff: new (alignment: unknown, flags: CompareFlags) => { hilite(output: Table): boolean };
    readonly compareTables: (one: Table, other: Table, flags: CompareFlags) => { align(): unknown };
  };
  export = daff;
}
