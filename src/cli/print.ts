/** Writes lines to standard output. */
export function print(...lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

export function printJson(value: object): void {
  print(JSON.stringify(value, null, 2));
}

/** An example for the end of a command's help. */
export function example(line: string): string {
  return `\nExample:\n  $ ${line}`;
}
