import type { MetricClaim } from '../claim.ts';
import { announcedPeriod } from '../metric-announcement.ts';
import { readHeader } from '../metric-header.ts';
import { isStatistic } from '../metric-words.ts';
import { headingPlace } from '../metric-topic.ts';
import { defineRule } from '../rule.ts';
import { codeOf, currencyNames } from '../../pipeline/9-normalize/currencies.ts';
import type { QuantityMention, ReadDocument, Section } from '../../types.ts';

/** "Population: 42,150" "Cheap hostel: Hotel Garden – 304/night" "Population | 42,150" */
const LABEL = /^[\s*_•·–-]*([A-Za-z][A-Za-z/&'’ -]{2,50}?)[*_\s]*(?:[:|–—=]| - )[*_\s]*(?:[A-Z][A-Za-z'’& ]{1,40}[–—:-] ?)?$/;

interface Labelled {
  readonly section: Section;
  readonly label: string;
  readonly labelEnd: number;
  readonly quantity: QuantityMention;
}

function labelled(section: Section, document: ReadDocument): Labelled | undefined {
  const { text } = document.clean.source;
  const from = section.marker?.span?.end ?? section.start;
  const quantity = (document.mentions[section.index] ?? []).find((mention): mention is QuantityMention => mention.kind === 'quantity');
  const found = quantity === undefined ? null : LABEL.exec(text.slice(from, quantity.start).replace(/(?<=.)\n/g, ' '));
  if (quantity === undefined || found === null || section.end - quantity.end > 40) return undefined;
  return { section, label: found[1] ?? '', labelEnd: from + found[0].length, quantity };
}

/** "Currency: Nepalese rupee" says what the bare figures of a block are in. */
function currencyIn(group: readonly Section[], document: ReadDocument): string {
  for (const section of group) {
    const found = /^\W{0,4}Currency\W{1,6}([A-Za-z]{3,12}(?: [A-Za-z]{3,12})?)/.exec(
      document.clean.source.text.slice(section.start, Math.min(section.end, section.start + 80)),
    );
    const name = found === null ? undefined : currencyNames().get((found[1] ?? '').toLowerCase());
    if (name !== undefined) return codeOf(name);
  }
  return '';
}

/** Fewer labels with figures than this are no block of figures. */
const LEAST = 2;

export default defineRule({
  finds: 'a block of labelled figures under the name of a place: "Population: 42,150", "Median income: $88,558"',
  reads: 'group',
  *claims(group, document) {
    const first = group[0];
    if (first === undefined) return;
    const place = headingPlace(document, first);
    const items = place === undefined ? [] : group.flatMap((section) => labelled(section, document) ?? []);
    if (place === undefined || items.length < LEAST) return;
    const currency = currencyIn(group, document);
    const period = announcedPeriod(document, first);
    for (const { section, label, quantity, labelEnd } of items) {
      const header = readHeader(label);
      if (header.index && quantity.unit === '') continue;
      const bare = quantity.unit === '' ? (currency === '' ? header.unit : currency) : quantity.unit;
      if (
        bare === '' ||
        header.name === '' ||
        (quantity.unit === '' && currency === '' && !header.name.split(/[ -]/).some((word) => isStatistic(word)))
      )
        continue;
      const unit = quantity.unit === '' && quantity.per !== '' ? `${bare} per ${quantity.per}` : bare;
      yield {
        kind: 'metric',
        section: section.index,
        place,
        quantity,
        name: header.name,
        nameSpans: [{ start: section.start, end: Math.max(section.start, labelEnd) }],
        unit,
        ...(period === undefined ? {} : { period }),
        change: header.growth && quantity.measure === 'percent' ? (quantity.negative ? 'decrease' : 'increase') : '',
        span: { start: section.start, end: quantity.end },
        source: 'list',
        doubts: [],
      } satisfies Omit<MetricClaim, 'rule'>;
    }
  },
  examples: [
    {
      text: '# Towns\n\n## 2. Leeds\n\n- Population: 42,150\n- Median income: $88,558',
      claims: ['Leeds: population = 42150 people', 'Leeds: median income = 88558 USD'],
    },
  ],
  counterexamples: ['# Towns\n\n## 2. Leeds\n\n- Score: 42.1\n- Mobility: 33.8'],
});
