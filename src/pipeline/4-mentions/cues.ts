import { CueWords, isWordUnit, type Cue } from '../cue-words.ts';
import { MONTH_STARTERS } from './calendar.ts';
import { NUMBER_STARTERS, ORDINAL_STARTERS } from './number-words.ts';
import { ORGANISATION_OPENINGS } from './organisations.ts';
import { RELATIVE_STARTERS } from './period-grammar.ts';
import { RANK_OPENINGS } from './rank-words.ts';

/*
 * Where figures, positions in words and organisations may begin: one pass over a section for all three, and the rest of its text
 * costs no more than this.
 */

export interface Cues {
  /** Words, and each digit (its word is empty). */
  readonly figures: readonly Cue[];
  readonly ranks: readonly Cue[];
  readonly organisations: readonly Cue[];
}

const FIGURES = new Set([...NUMBER_STARTERS, ...ORDINAL_STARTERS, ...MONTH_STARTERS, ...RELATIVE_STARTERS]);
const RANKS = new Set(RANK_OPENINGS);
const ORGANISATIONS = new Set(ORGANISATION_OPENINGS);
const WORDS = new CueWords([...FIGURES, ...RANKS, ...ORGANISATIONS]);
const isOf = (words: ReadonlySet<string>): Uint8Array => Uint8Array.from(WORDS.words, (word) => (words.has(word) ? 1 : 0));
const [IS_FIGURE, IS_RANK, IS_ORGANISATION] = [isOf(FIGURES), isOf(RANKS), isOf(ORGANISATIONS)];

/** The cues of `text`.slice(`start`, `end`), in order, with offsets of `text`. Figures are those of the slice alone: no word before it counts. */
export function cuesOf(text: string, start: number, end: number): Cues {
  const [figures, ranks, organisations]: [Cue[], Cue[], Cue[]] = [[], [], []];
  const inWord = start > 0 && isWordUnit(text.charCodeAt(start - 1));
  WORDS.each(text, start, end, (from, to, index) => {
    if (index < 0) {
      figures.push({ start: from, end: to, word: '' });
      return;
    }
    const cue = { start: from, end: to, word: WORDS.words[index] ?? '' };
    if (IS_FIGURE[index] === 1) figures.push(cue);
    if (inWord && from === start) return;
    if (IS_RANK[index] === 1) ranks.push(cue);
    if (IS_ORGANISATION[index] === 1) organisations.push(cue);
  });
  return { figures, ranks, organisations };
}
