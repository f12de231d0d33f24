import type { MetricClaim } from '../claim.ts';
import { afterMarker, leadingPlaces } from '../item-place.ts';
import { announcedMeasure, announcedPeriod, titleMeasure } from '../metric-announcement.ts';
import { countedNoun, scaleOf } from '../metric-header.ts';
import { changeIn, phraseAfter, phraseBefore } from '../metric-phrase.ts';
import { defineRule } from '../rule.ts';
import type { PlaceMention, QuantityMention, ReadDocument, Section } from '../../types.ts';

interface Item {
  readonly section: Section;
  readonly place: PlaceMention;
  readonly quantity: QuantityMention;
}

/** Items that begin with one place and go on with a figure; "Alabama: Vestavia Hills - $158" is of the second. */
function readItems(group: readonly Section[], document: ReadDocument): readonly Item[] {
  const { text } = document.clean.source;
  return group.flatMap((section) => {
    const from = afterMarker(section, text);
    const leading = leadingPlaces(document, section.index, { start: from, end: section.end });
    const mentions = document.mentions[section.index] ?? [];
    const [first] = leading;
    let place = leading.length === 1 || (leading.length === 2 && text.startsWith(', ', first?.end)) ? first : undefined;
    if (place === undefined) return [];
    const last = place.end;
    const second = mentions.find(
      (mention): mention is PlaceMention =>
        mention.kind === 'place' && !mention.anaphor && mention.start >= last && /^\s*[:–—-]\s*$/.test(text.slice(last, mention.start)),
    );
    if (second !== undefined) place = second;
    else if (/^\s*:\s*[A-Z][A-Za-z' ]{2,40} [–—-]/.test(text.slice(last, last + 60))) return []; // "New York: Yorktown Town - $43" is of a place nobody knows
    const { end } = place;
    const quantity = mentions.find((mention): mention is QuantityMention => mention.kind === 'quantity' && mention.start >= end);
    return quantity === undefined ? [] : [{ section, place, quantity }];
  });
}

/** "$43 crime cost per capita" in any other item of the document: a second list of the same figure does not say again what it is. */
function toldElsewhere(kind: string, document: ReadDocument): string {
  const { text } = document.clean.source;
  for (const section of document.sections) {
    if (section.kind !== 'item' && section.marker === undefined) continue;
    for (const mention of document.mentions[section.index] ?? []) {
      if (mention.kind !== 'quantity' || mention.unit === '' || kindOf(mention) !== kind) continue;
      const phrase = phraseAfter(text, mention.end, section.end);
      if (phrase.noun !== '') return phrase.name;
    }
  }
  return '';
}

const kindOf = (quantity: QuantityMention): string =>
  quantity.measure === 'money' ? quantity.unit.slice(0, 3) : `${quantity.measure} ${quantity.unit}`;

/** "1.2 trillion yuan, up 5.2%", "$1,850 (-3.1%)", "3,200 (4% growth)": the rate right behind a figure. */
function rateBehind(
  document: ReadDocument,
  section: Section,
  figure: QuantityMention,
): { readonly quantity: QuantityMention; readonly change: 'increase' | 'decrease' } | undefined {
  const quantity = (document.mentions[section.index] ?? []).find(
    (mention): mention is QuantityMention => mention.kind === 'quantity' && mention.start >= figure.end,
  );
  if (quantity?.measure !== 'percent' || quantity.start - figure.end > 40) return undefined;
  const { text } = document.clean.source;
  const between = text.slice(figure.end, quantity.numberEnd);
  if (quantity.negative || /[+▲▼]/.test(between))
    return { quantity, change: quantity.negative || between.includes('▼') ? 'decrease' : 'increase' };
  const behind = /^ (?:growth|increase|rise|higher|lower|drop|fall|decline|decrease)\b/.exec(
    text.slice(quantity.end, quantity.end + 20),
  )?.[0];
  const change = changeIn(`${between}${behind ?? ''}`);
  return change === '' ? undefined : { quantity, change };
}

/** At least this many items must carry a figure of one kind, and half of those that begin with a place. */
const LEAST = 3;

export default defineRule({
  finds: 'the figure behind each place of a list: "1. Mason, OH - $47", "Leeds: 35,000 visitors"',
  reads: 'group',
  *claims(group, document) {
    const first = group[0];
    if (first === undefined || first.kind === 'row') return;
    const { text } = document.clean.source;
    const items = readItems(group, document);
    const counts = new Map<string, number>();
    for (const { quantity } of items) counts.set(kindOf(quantity), (counts.get(kindOf(quantity)) ?? 0) + 1);
    const kind = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (kind === undefined || kind[1] < LEAST || kind[1] * 2 < items.length) return;
    const alike = items.filter(({ quantity }) => kindOf(quantity) === kind[0]);
    const phrases = alike.map(({ quantity, place, section }) => ({
      after: phraseAfter(text, quantity.end, section.end),
      before: phraseBefore(text, place.end, quantity.start),
    }));
    const announced = announcedMeasure(document, first);
    const told = phrases.find((phrase) => phrase.after.noun !== '')?.after ?? phrases.find((phrase) => phrase.before.noun !== '')?.before;
    const elsewhere = toldElsewhere(kind[0], document);
    const name =
      told?.name ??
      announced?.name ??
      (elsewhere === '' && alike.every(({ quantity }) => quantity.unit !== '') ? (titleMeasure(document, first)?.name ?? '') : elsewhere);
    const noun = told === undefined || told.noun === '' ? (announced?.unit ?? '') : countedNoun(told.name);
    const bare = alike.every(({ quantity }) => quantity.unit === '');
    if (name === '' || (bare && noun === '') || /\b(?:score|points?|index|rating|marks?)\b/.test(name)) return;
    const period = announcedPeriod(document, first);
    for (const { section, place, quantity } of alike) {
      const change = quantity.measure === 'percent' ? changeIn(`${name} ${text.slice(place.end, quantity.start)}`) : '';
      yield {
        kind: 'metric',
        section: section.index,
        place,
        quantity,
        name,
        nameSpans: announced === undefined ? [] : [announced.span],
        unit: quantity.unit === '' ? noun : quantity.unit,
        ...(bare && announced !== undefined ? scaleOf(announced.factor, [announced.span]) : {}),
        ...(period === undefined ? {} : { period }),
        change,
        span: { start: place.start, end: quantity.end },
        source: 'list',
        doubts: [],
      } satisfies Omit<MetricClaim, 'rule'>;
      const rate = rateBehind(document, section, quantity);
      if (rate === undefined || quantity.measure === 'percent') continue;
      yield {
        kind: 'metric',
        section: section.index,
        place,
        quantity: rate.quantity,
        name: `growth of ${name}`,
        nameSpans: announced === undefined ? [] : [announced.span],
        unit: rate.quantity.unit,
        ...(period === undefined ? {} : { period }),
        change: rate.change,
        span: { start: place.start, end: rate.quantity.end },
        source: 'list',
        doubts: [],
      } satisfies Omit<MetricClaim, 'rule'>;
    }
  },
  examples: [
    {
      text: 'The ranking is out.\n\nFrom the richest downwards, income per head in 2023 (euros):\n\nLyon: 43,881\nNantes: 41,027\nRennes: 40,879',
      claims: [
        'Lyon: income per head = 43881 EUR in 2023',
        'Nantes: income per head = 41027 EUR in 2023',
        'Rennes: income per head = 40879 EUR in 2023',
      ],
    },
    {
      text: 'States by yearly rainfall\n\n1) Ohio: wet, 990 mm\n\n2) Utah: 310 mm\n\n3) Nevada: 240 mm',
      claims: ['Ohio: yearly rainfall = 990 mm', 'Utah: yearly rainfall = 310 mm', 'Nevada: yearly rainfall = 240 mm'],
    },
    {
      text: 'States by electricity use\n\n- Ohio: 990 GWh (+2.3%)\n- Utah: 310 GWh (-1.6%)\n- Nevada: 240 GWh (4% growth)',
      claims: [
        'Ohio: electricity use = 990 GWh',
        'Ohio: growth of electricity use = 2.3 percent increase',
        'Utah: electricity use = 310 GWh',
        'Utah: growth of electricity use = 1.6 percent decrease',
        'Nevada: electricity use = 240 GWh',
        'Nevada: growth of electricity use = 4 percent increase',
      ],
    },
  ],
  counterexamples: ['The best cities\n\n1. Leeds - 72.25\n\n2. York - 71.10\n\n3. Hull - 64.23'],
});
