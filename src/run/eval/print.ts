import { wholeCases, type CaseScore } from './score.ts';
import { figuresOf, PARTS, Tally } from './tally.ts';

/** What score.py prints, to the letter. */
export function printScores(scores: readonly CaseScore[]): readonly string[] {
  const total = new Tally();
  for (const { tally } of scores) total.add(tally);
  const lines = PARTS.map((part) => {
    const counts = total.parts[part];
    const { precision, recall, f } = figuresOf(counts);
    const { right, extra, missed } = counts;
    return `${part.padEnd(8)} P ${fixed(precision)}  R ${fixed(recall)}  F ${fixed(f)}   (${right} right, ${extra} extra, ${missed} missed)`;
  });
  const share = (name: string, right: number, all: number): string =>
    `${name.padEnd(20)} ${fixed(all === 0 ? 0 : right / all)}  (${right}/${all})`;
  for (const name of [...total.attributes.keys()].sort()) {
    const { right, all } = total.attributes.get(name) ?? { right: 0, all: 0 };
    lines.push(share(name, right, all));
  }
  const sum = (key: 'rows' | 'grounded'): number => scores.reduce((all, score) => all + score[key], 0);
  lines.push(share('grounded', sum('grounded'), sum('rows')));
  lines.push(share('whole cases right', wholeCases(scores), scores.length));
  return lines;
}

/** What a case missed and has too much, for reading. */
export function printCase({ stem, tally }: CaseScore): readonly string[] {
  if (tally.said.length === 0) return [];
  const { entry, metric } = tally.parts;
  const summary = `entry ${entry.right}+${entry.missed} missed, ${entry.extra} extra; metric ${metric.right}+${metric.missed} missed, ${metric.extra} extra`;
  return [`${stem}: ${summary}`, ...tally.said];
}

/** Three decimals, a tie to the even digit as Python's: 0.0625 is "0.062". Only sixteenths can tie. */
function fixed(value: number): string {
  const isTie = Number.isInteger(value * 16) && (value * 16) % 2 === 1;
  const down = Math.floor(value * 1000);
  return isTie ? ((down % 2 === 0 ? down : down + 1) / 1000).toFixed(3) : value.toFixed(3);
}
