import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { check } from 'recheck';
import type { VulnerableDiagnostics } from 'recheck';
import ts from 'typescript';

export interface FoundExpression {
  readonly source: string;
  readonly flags: string;
  /** `src/pipeline/1-decode.ts:12` */
  readonly where: string;
}

const root = join(import.meta.dirname, '..');

/** Every regular expression that src/ writes out, `/…/` or `new RegExp('…')`; those put together at run time are recorded instead. */
export function writtenExpressions(): readonly FoundExpression[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name}`)
    .sort();
  return files.flatMap((file) => expressionsIn(file, ts.sys.readFile(join(root, file)) ?? ''));
}

export function expressionsIn(file: string, text: string): readonly FoundExpression[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      if (source !== undefined && ts.isStringLiteralLike(source)) {
        found.push({ source: source.text, flags: flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '', where });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** How long an expression may take on 20,000 units made to hurt it. Linear ones take 0.1 to 10 ms; "20 seconds" is what this is about. */
const patience = 250;

/** `d` only asks for indices, and `v` without set notation reads as `u`: recheck knows neither. */
function knownFlags(flags: string): string {
  return flags.replace('d', '').replace('v', 'u');
}

/**
 * Why an expression is no good, `undecided` after `milliseconds`, or undefined. What recheck finds by automata counts as it is. What
 * it finds by fuzzing, where bounded repeats make the automaton large, counts if the attack, made longer, holds up Node itself: a
 * repeat bounded at 120 is "polynomial" to a fuzzer and linear to a long text, while `(?:\w{1,30} ?){0,20}x` is bounded, too, and
 * never ends.
 */
export async function weakness(
  { source, flags }: Pick<FoundExpression, 'source' | 'flags'>,
  milliseconds: number,
): Promise<string | undefined> {
  const verdict = await check(source, knownFlags(flags), { timeout: milliseconds });
  if (verdict.status === 'safe') return undefined;
  if (verdict.status === 'unknown') return 'undecided';
  if (verdict.checker === 'fuzz' && holdsOut(source, flags, verdict.attack.pumps, verdict.attack.suffix)) return undefined;
  return say(verdict);
}

function say({ complexity, attack }: VulnerableDiagnostics): string {
  return `${complexity.summary}: ${JSON.stringify(attack.string.slice(0, 60))}`;
}

/**
 * For what recheck comes to no end with, because bounded repeats make its automaton too large: true if Node itself, on 20,000 units of
 * each of the expression's own words, of all of them in turn, and of what stops naive programs, is quick, or takes no more than
 * `most` times as long as on 10,000.
 */
export function endures({ source, flags }: Pick<FoundExpression, 'source' | 'flags'>): boolean {
  const words = [...new Set(source.replaceAll(/\\[a-z](?:\{[^}]*\})?|\(\?<\w+>/gi, ' ').match(/[\p{L}\d\uE000-\uE00B]+/gu) ?? [])];
  const pumps = [...words, words.join(' '), 'a', 'A', 'Aa', '1', ',', '-', '('];
  return pumps.every((pump) => isLinear(source, flags, pump));
}

const most = 2.8;
const tries = 3;

function isLinear(source: string, flags: string, pump: string): boolean {
  const at = (units: number): number => timeOf(source, flags, `${`${pump} `.repeat(Math.ceil(units / (pump.length + 1)))}!`);
  // A fifth of the text in a twenty-fifth of the time: even what is quadratic is quick on the whole.
  const part = at(4_000);
  if (part < patience / 25) return true;
  if (part === Number.POSITIVE_INFINITY) return false;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const whole = at(20_000);
    if (whole < patience || whole <= most * at(10_000)) return true;
  }
  return false;
}

/** Milliseconds of all matches in `text`; infinite beyond `LONGEST`. */
function timeOf(source: string, flags: string, text: string): number {
  const started = performance.now();
  return through(source, flags, text, LONGEST) ? performance.now() - started : Number.POSITIVE_INFINITY;
}

const LONGEST = 5_000;

function holdsOut(
  source: string,
  flags: string,
  pumps: readonly { readonly prefix: string; readonly pump: string }[],
  suffix: string,
): boolean {
  const share = 20_000 / Math.max(1, pumps.length);
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(share / Math.max(1, pump.length)))).join('') + suffix;
  return through(source, flags, text, patience);
}

/** True where all matches in `text` are found in `milliseconds`. */
function through(source: string, flags: string, text: string, milliseconds: number): boolean {
  const global = flags.includes('g') ? flags : `${flags}g`;
  try {
    runInNewContext(
      'for (const found of text.matchAll(new RegExp(source, flags)));',
      { text, source, flags: global },
      { timeout: milliseconds },
    );
    return true;
  } catch {
    return false;
  }
}
