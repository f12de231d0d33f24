import type { PreviousRank } from './claim.ts';
import type { ReadDocument, Section } from '../types.ts';

/** "(+7)" "(-16)" "(=)" "▲ 3" "▼ 14" "▬" "(up 3)" "(down 28)" "(unchanged)" "(last year 5)" right after a name. */
const MARK =
  /^[ ,:;|–—-]{0,4}(?:\((?<signed>[+−–-] ?\d{1,3})\)|\((?<same>[=–\-—]|unchanged|no change|same|steady)\)|\(?(?<arrow>[▲▼△▽↑↓⬆⬇]) ?(?<steps>\d{1,3})\)?|(?<flat>[▬◄►↔])|\(?(?<way>up|down) (?<count>\d{1,3})(?: places?| spots?| positions?)?\)|\((?:last year|previously|prev\.?|was|in 20\d\d|from)[ :]{1,2}(?:#|no\.? ?)?(?<was>\d{1,3})(?:st|nd|rd|th)?\))/iu;

/** Last edition's position from the mark right behind `from` (UTF-16 units of the cleaned text) in an item or row; undefined if there is none. */
export function moveBeside(document: ReadDocument, section: Section, from: number, rank: number): PreviousRank | undefined {
  return readMove(document.clean.source.text.slice(from, Math.min(section.end, from + 40)), from, rank);
}

/** The same for the words of a cell that begin at `from`. */
export function readMove(words: string, from: number, rank: number): PreviousRank | undefined {
  const found = MARK.exec(words);
  if (found?.groups === undefined) return undefined;
  const { signed, same, arrow, steps, flat, way, count, was } = found.groups;
  const lead = /^[ ,:;|–—-]{0,4}/.exec(found[0])?.[0].length ?? 0;
  const span = { start: from + (found[0][lead] === undefined ? 0 : lead), end: from + found[0].length };
  if (was !== undefined) return { rank: Number(was), span, move: 0 };
  if (same !== undefined || flat !== undefined) return { rank, span, move: 0 };
  const amount = Number(signed?.replace(/\D/g, '') ?? steps ?? count ?? '0');
  const up = signed?.startsWith('+') ?? (arrow === undefined ? way?.toLowerCase() === 'up' : '▲△↑⬆'.includes(arrow));
  const previous = rank + (up ? amount : -amount);
  return amount === 0 || previous < 1 ? undefined : { rank: previous, span, move: up ? amount : -amount };
}

/** The same for the cell of a column of moves, where a bare "+2", "2" or "=" is one. */
export function readMoveCell(words: string, from: number, rank: number): PreviousRank | undefined {
  if (/^(?:[=0→]|same|unchanged|no change|steady|nc)$/i.test(words))
    return { rank, span: { start: from, end: from + words.length }, move: 0 };
  const bare = /^(?<sign>[+−–-]?) ?(?<steps>\d{1,3})$/.exec(words);
  return readMove(bare === null ? words : `(${bare.groups?.['sign'] || '+'}${bare.groups?.['steps'] ?? ''})`, from, rank);
}
