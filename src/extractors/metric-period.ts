import { SLOT, type Shape } from './shape.ts';
import type { PeriodMention } from '../types.ts';

const COMPARED =
  /(?:\b(?:than|compared (?:with|to)|against|versus|vs|from|over|since|by|until|on|below|above|before|of|as)(?: (?:in|that of|those of|the same (?:period|quarter|month) (?:of|in)|the|the end of|what it was in|a year earlier in))?|[a-z]'s) $/;
const TARGET = /\b(?:by|until|before|since|this time|year earlier,?) $/;
const FIGURES = new RegExp(`[${SLOT.number}${SLOT.percent}${SLOT.money}${SLOT.dimension}]`, 'g');

/**
 * The time that a sentence states for the figure at unit `at`: the nearest period of its clause, else the one that opens the
 * sentence, else the only one; none that serves as a comparison ("up on 2019").
 */
export function periodFor(shape: Shape, at: number): PeriodMention | undefined {
  const found: { readonly unit: number; readonly mention: PeriodMention }[] = [];
  for (const [unit, mention] of shape.mentions) {
    if (mention.kind !== 'period') continue;
    const before = shape.text.slice(Math.max(0, unit - 40), unit);
    const opening = before.trim().split(' ').length <= 3 && unit < 12;
    if (
      /[/ ]/.test(mention.iso) ||
      opening ||
      !COMPARED.test(before) ||
      /\b(?:first|second|third|fourth|half|quarter|months?|year|end|course) of (?:the )?$/.test(before)
    )
      found.push({ unit, mention });
  }
  const own = found.filter(({ unit }) => !TARGET.test(shape.text.slice(Math.max(0, unit - 10), unit)));
  if (own.length === 0) return undefined;
  const apart = (unit: number): number => {
    const [from, to] = unit < at ? [unit, at] : [at + 1, unit];
    const between = shape.text.slice(from, to);
    return (
      between.length +
      60 * (between.match(FIGURES)?.length ?? 0) +
      40 * (between.match(/[;.]|, (?:while|but|and|whereas)| while /g)?.length ?? 0)
    );
  };
  const nearest = [...own].sort((a, b) => apart(a.unit) - apart(b.unit))[0];
  return nearest?.mention;
}
