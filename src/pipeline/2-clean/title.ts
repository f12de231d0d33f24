import { isByline, isDateline } from './datelines.ts';
import type { Draft } from './draft.ts';
import type { Verdict } from './vocabulary.ts';

/**
 * Index of the article's headline among the lines before its first content, -1 if there is none. The other lines there are the
 * site's name, its motto, menus, breadcrumbs, datelines.
 */
export function findTitle(drafts: readonly Draft[], verdicts: readonly (Verdict | undefined)[], firstContent: number): number {
  let best = -1;
  let bestScore = 0;
  drafts.slice(0, firstContent).forEach((draft, index) => {
    if (
      verdicts[index] !== undefined ||
      draft.kind === 'row' ||
      draft.marker !== undefined ||
      draft.text.endsWith(':') ||
      isDateline(draft.raw) ||
      isByline(draft.raw)
    )
      return;
    const score = scoreOf(drafts, verdicts, index);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  // "Indore again!" / "Mumbai breaks into the 10": the line below a headline is its second.
  const above = drafts[best - 1];
  const second = above !== undefined && drafts[best]?.gap === false && best - 1 > 0 && above.text.split(' ').length >= 4;
  return second && verdicts[best - 1] === undefined && !isDateline(above.raw) && !isByline(above.raw) ? best - 1 : best;
}

/**
 * The weights were set on 53 labelled articles in text: number of words decides, the neighbours tell a site's name (a menu
 * directly below) from a headline (a dateline below, blank lines around, said twice).
 */
function scoreOf(drafts: readonly Draft[], verdicts: readonly (Verdict | undefined)[], index: number): number {
  const draft = drafts[index];
  const next = drafts[index + 1];
  if (draft === undefined) return 0;
  const words = draft.text.split(' ').length;
  let score = words >= 6 ? 5 : words >= 4 ? 4 : words >= 2 ? 2 : 1;
  if (index === 0) score -= 2;
  if (draft.gap && next?.gap !== false) score += 1;
  if (next !== undefined && (isDateline(next.raw) || isByline(next.raw))) score += 2;
  if (next !== undefined && !next.gap && verdicts[index + 1]?.reason === 'navigation') score -= 3;
  if (/^\p{Ll}+ /u.test(draft.text)) score -= 2;
  if (words <= 3 && draft.text === draft.text.toUpperCase()) score -= 1;
  if (words >= 3 && drafts.some((other, place) => place !== index && place < index + 40 && other.raw.endsWith(draft.text))) score += 2;
  return score;
}
