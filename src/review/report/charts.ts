import { markup, type Html } from './html.ts';

/*
 * Pictures without a library: bars as a table, whose labels wrap on a telephone; lines as inline SVG at its own size.
 */

/** Below 16 the names of neighbours run into each other. */
const ROW = 18;
/** Between two editions: as wide as "before 2024". */
const STEP = 90;
const MARGIN = 45;
const NAMES = 235;
const MOST_LETTERS = 32;

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** As the article prints it. */
  readonly text: string;
}

/** Horizontal bars from zero, in the order given; of negative values the length is that of the figure. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 0) || 1;
  const rows = bars.map(({ label, value, text }) => {
    const share = ((Math.abs(value) / most) * 100).toFixed(1);
    return markup`<tr>
      <th scope="row">${label}</th>
      <td class="bar">
        <svg aria-hidden="true" width="100%" height="16"><rect width="${share}%" height="16" /></svg>
      </td>
      <td class="figure">${text}</td>
    </tr>`;
  });
  return markup`<table class="bars" aria-label="${title}"><tbody>${rows}</tbody></table>`;
}

export interface Line {
  readonly label: string;
  /** Position by edition; undefined where the place is not told. */
  readonly ranks: readonly (number | undefined)[];
}

/** Positions of places over editions, the first at the top. */
export function bumpChart(title: string, editions: readonly string[], lines: readonly Line[]): Html {
  const last = Math.max(...lines.flatMap(({ ranks }) => ranks.map((rank) => rank ?? 1)));
  const x = (index: number): number => MARGIN + index * STEP;
  const y = (rank: number): number => 30 + (rank - 1) * ROW;
  // Lines may end in one point: then their names stand side by side.
  const names = new Map<string, { readonly x: number; readonly y: number; readonly rank: number; readonly labels: string[] }>();
  const drawn = lines.map(({ label, ranks }, index) => {
    const points = ranks.flatMap((rank, edition) => (rank === undefined ? [] : [{ x: x(edition), y: y(rank), rank }]));
    const end = points.at(-1);
    if (end !== undefined) {
      const known = names.get(`${end.x} ${end.y}`);
      if (known === undefined) names.set(`${end.x} ${end.y}`, { ...end, labels: [label] });
      else known.labels.push(label);
    }
    const path = points.map((point) => `${point.x},${point.y}`).join(' ');
    const dots = points.map((point) => markup`<circle cx="${point.x}" cy="${point.y}" r="4" />`);
    return markup`<g class="line line-${index % 6}"><polyline points="${path}" />${dots}</g>`;
  });
  const heads = editions.map((edition, index) => markup`<text x="${x(index)}" y="14" text-anchor="middle">${edition}</text>`);
  const ends = [...names.values()].map(
    (end) => markup`<text x="${end.x + 10}" y="${end.y + 4}">${short(`${end.rank} ${end.labels.join(', ')}`)}</text>`,
  );
  const [width, height] = [x(editions.length - 1) + NAMES, y(last) + 24];
  return markup`<div class="scroll" tabindex="0"><svg role="img" aria-label="${title}" width="${width}" height="${height}" class="bump">${heads}${drawn}${ends}</svg></div>`;
}

const short = (label: string): string => (label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label);
