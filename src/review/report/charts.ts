import { markup, type Html } from './html.ts';

/*
 * Pictures as inline SVG, with the figures as text beside or in them.
 */

const WIDTH = 640;
/** Below 16 the names of neighbours run into each other. */
const ROW = 18;

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** As the article prints it. */
  readonly text: string;
}

/** Horizontal bars from zero, in the order given; of negative values the length is that of the figure. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 0) || 1;
  const rows = bars.map(({ label, value, text }, index) => {
    const length = Math.round((Math.abs(value) / most) * (WIDTH - 320));
    const y = index * 24;
    return markup`<text x="190" y="${y + 16}" text-anchor="end">${short(label)}</text
      ><rect x="200" y="${y + 3}" width="${Math.max(1, length)}" height="17" /><text x="${208 + length}" y="${y + 16}">${text}</text>`;
  });
  return markup`<svg role="img" aria-label="${title}" viewBox="0 0 ${WIDTH} ${bars.length * 24 + 6}" class="bars">${rows}</svg>`;
}

export interface Line {
  readonly label: string;
  /** Position by edition; undefined where the place is not told. */
  readonly ranks: readonly (number | undefined)[];
}

/** Positions of places over editions, the first at the top. */
export function bumpChart(title: string, editions: readonly string[], lines: readonly Line[]): Html {
  const last = Math.max(...lines.flatMap(({ ranks }) => ranks.map((rank) => rank ?? 1)));
  const x = (index: number): number => 40 + (index * (WIDTH - 240)) / Math.max(1, editions.length - 1);
  const y = (rank: number): number => Math.round(30 + (rank - 1) * ROW);
  const drawn = lines.map(({ label, ranks }, index) => {
    const points = ranks.flatMap((rank, edition) => (rank === undefined ? [] : [{ x: x(edition), y: y(rank), rank }]));
    const end = points.at(-1);
    const path = points.map((point) => `${point.x.toFixed(0)},${point.y}`).join(' ');
    const dots = points.map((point) => markup`<circle cx="${point.x.toFixed(0)}" cy="${point.y}" r="4" />`);
    const name =
      end === undefined ? markup`` : markup`<text x="${(end.x + 10).toFixed(0)}" y="${end.y + 4}">${end.rank} ${short(label)}</text>`;
    return markup`<g class="line line-${index % 6}"><polyline points="${path}" />${dots}${name}</g>`;
  });
  const heads = editions.map((edition, index) => markup`<text x="${x(index).toFixed(0)}" y="14" text-anchor="middle">${edition}</text>`);
  return markup`<svg role="img" aria-label="${title}" viewBox="0 0 ${WIDTH} ${y(last) + 24}" class="bump">${heads}${drawn}</svg>`;
}

const short = (label: string): string => (label.length > 26 ? `${label.slice(0, 25)}…` : label);
