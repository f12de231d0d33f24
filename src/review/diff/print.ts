import { diffWords } from 'diff';
import type { TableSummary } from './find.ts';
import type { CellChange, Change, Diff } from './index.ts';

/*
 * A diff as people read it, grouped by cause: on a terminal, or as Markdown for a pull request. What articles say is quoted, so
 * that nothing in it is a command to either.
 */

export interface CauseGroup {
  readonly cause: string;
  readonly changes: readonly Change[];
  readonly articles: number;
}

/** The largest group first. A row whose cells have several causes stands under that of its first. */
export function groupByCause(changes: readonly Change[]): readonly CauseGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { detail } = change.cause;
    const group = groups.get(detail);
    if (group === undefined) groups.set(detail, [change]);
    else group.push(change);
  }
  return [...groups]
    .map(([cause, members]) => ({ cause, changes: members, articles: new Set(members.map(({ source }) => source)).size }))
    .sort((a, b) => b.changes.length - a.changes.length || (a.cause < b.cause ? -1 : 1));
}

const MARKS = { added: '+', removed: '-', changed: '~' } as const;

/** At most `most` rows of each cause. */
export function diffText(diff: Diff, most: number): readonly string[] {
  return [
    ...summaryLines(diff),
    ...groupByCause(diff.changes).flatMap((group) => {
      let source = '';
      const lines = group.changes.slice(0, most).flatMap((change) => {
        const head = change.source === source ? [] : [`  ${flat(change.source)}`];
        ({ source } = change);
        return [...head, `    ${MARKS[change.change]} ${flat(change.label)}${tailOf(change, group.cause)}`];
      });
      return ['', heading(group), ...lines, ...moreLine(group, most, '    ')];
    }),
  ];
}

export function diffMarkdown(diff: Diff, most: number): readonly string[] {
  return [
    ...summaryLines(diff).map((line) => `- ${line}`),
    ...groupByCause(diff.changes).flatMap((group) => [
      '',
      `### ${code(group.cause)}: ${countOf(group)}`,
      '',
      '| | article | row | cells |',
      '| --- | --- | --- | --- |',
      ...group.changes.slice(0, most).map((change) => {
        const cells =
          change.cells.length === 0 ? quote(change.evidence) : change.cells.map((cell) => sayCell(cell, group.cause)).join('; ');
        return `| ${MARKS[change.change]} | ${code(change.source)} | ${code(change.label)} | ${code(cells)} |`;
      }),
      ...(group.changes.length > most ? ['', ...moreLine(group, most, '')] : []),
    ]),
  ];
}

function summaryLines({ differs, documents, rankings, metrics, columns }: Diff): readonly string[] {
  if (!differs) return ['nothing changed'];
  const line = (name: string, { added, removed, changed, moved, same }: TableSummary): string =>
    `${name}: ${added} added, ${removed} removed, ${changed} changed, ${same} the same${moved === 0 ? '' : `, ${moved} moved`}`;
  return [line('documents', documents), line('rankings', rankings), line('metrics', metrics), ...columns];
}

const heading = (group: CauseGroup): string => `${flat(group.cause)}: ${countOf(group)}`;

function countOf({ changes, articles }: CauseGroup): string {
  return `${changes.length} ${changes.length === 1 ? 'row' : 'rows'} in ${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

function moreLine({ changes }: CauseGroup, most: number, indent: string): readonly string[] {
  return changes.length > most ? [`${indent}… and ${changes.length - most} more (\`--all\`)`] : [];
}

function tailOf(change: Change, cause: string): string {
  if (change.cells.length > 0) return `: ${change.cells.map((cell) => sayCell(cell, cause)).join('; ')}`;
  return change.evidence === '' ? '' : ` from ${quote(change.evidence)}`;
}

function sayCell({ column, old, new: now, cause }: CellChange, told: string): string {
  return `${column} ${sayValues(old, now)}${cause.detail === told ? '' : ` (${cause.detail})`}`;
}

// Values of up to three words are read faster side by side.
const LONG = 24;

/** `3 → 4`, or of long texts the words that differ: `"Top [-ten-]{+10+} cities"`. */
function sayValues(old: string, now: string): string {
  if (old.length < LONG || now.length < LONG || old.length + now.length > 2000) return `${quote(old)} → ${quote(now)}`;
  const parts = diffWords(old, now).map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value));
  return quote(parts.join(''), 400);
}

/** Quoted, on one line and without controls; a number as it is. */
function quote(value: string, most = 90): string {
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return value;
  return JSON.stringify(flat(value.length > most ? `${value.slice(0, most - 1)}…` : value));
}

function flat(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

/** In code nobody is mentioned, nothing is linked or loaded. */
function code(text: string): string {
  const words = flat(text).replaceAll('`', 'ʼ').replaceAll('|', '\\|');
  return words === '' ? '' : `\`${words}\``;
}
