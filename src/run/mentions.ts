import { findMentions } from '../pipeline/4-mentions/index.ts';
import { resolvePlaces } from '../pipeline/5-places.ts';
import { readSections } from '../pipeline/3-sections.ts';
import { SourceText, type DecodedFile, type Span } from '../source-text.ts';
import type { Block, CleanDocument, Metadata, Mention, PeriodMention, PlaceMention, QuantityMention } from '../types.ts';

/*
 * Places, quantities and periods of a text that is taken as it is: nothing is cleaned away, so offsets are the text's own.
 */

/** A text as a document of paragraphs. `published` is what "last year" is counted from: `2017-08-15`, `2017`, or empty. */
export function plainDocument(text: string, published = ''): CleanDocument {
  const bytes = Buffer.from(text);
  const file: DecodedFile = { bytes, text, encoding: 'utf-8', guessed: false, byteAt: (unit) => Buffer.byteLength(text.slice(0, unit)) };
  const metadata: Metadata = { title: '', site: '', author: '', published, url: '', spans: {} };
  return { format: 'text', source: SourceText.whole(file), blocks: paragraphs(text), dropped: [], metadata };
}

/** Stretches between blank lines. */
function paragraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = 0;
  let at = 0;
  const close = (): void => {
    if (start >= 0) blocks.push({ kind: 'paragraph', start, end, level: 0, group: -1 });
    start = -1;
  };
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words === '') close();
    else {
      if (start < 0) start = at + line.indexOf(words);
      end = at + line.indexOf(words) + words.length;
    }
    at += line.length + 1;
  }
  close();
  return blocks;
}

/** All mentions of a document but lists, in order; places are resolved once for the whole document. */
function mentionsOf(clean: CleanDocument): readonly Mention[] {
  const sections = readSections(clean);
  const places = resolvePlaces(clean, sections);
  return sections.flatMap((section) => {
    const others = findMentions(clean.source.text, section, clean.metadata.published);
    return [...(places[section.index] ?? []), ...others].sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

function ofKind<Kind extends Mention['kind']>(
  text: string,
  kind: Kind,
  published?: string,
): readonly Extract<Mention, { readonly kind: Kind }>[] {
  return mentionsOf(plainDocument(text, published)).filter(
    (mention): mention is Extract<Mention, { readonly kind: Kind }> => mention.kind === kind,
  );
}

/** Places that a text names, resolved against each other. Offsets are UTF-16 units of the text. */
export const findPlaces = (text: string): readonly PlaceMention[] => ofKind(text, 'place');

/** Amounts, shares, measures and counts in a text. Offsets are UTF-16 units of the text. */
export const findQuantities = (text: string): readonly QuantityMention[] => ofKind(text, 'quantity');

/** Periods in a text; "last year" is counted from `published`. Offsets are UTF-16 units of the text. */
export const findPeriods = (text: string, published = ''): readonly PeriodMention[] => ofKind(text, 'period', published);

/** What the `mentions` command prints: fields by kind, offsets in UTF-16 units of the decoded file. */
export type MentionRecord = Readonly<Record<string, string | number>> & Span;

export interface MentionRecords {
  readonly places: readonly MentionRecord[];
  readonly mentions: readonly MentionRecord[];
}

const KINDS: Readonly<Record<QuantityMention['measure'], string>> = {
  money: 'currency',
  percent: 'percentage',
  points: 'percentage',
  dimension: 'dimension',
  temperature: 'temperature',
  count: 'number',
};

export function mentionRecords(clean: CleanDocument): MentionRecords {
  const places: MentionRecord[] = [];
  const mentions: MentionRecord[] = [];
  for (const mention of mentionsOf(clean)) {
    if (mention.kind === 'place' && !mention.anaphor) places.push(placeRecord(mention, clean));
    const fields = fieldsOf(mention);
    if (fields !== undefined) mentions.push({ ...fields, ...clean.source.sourceSpan(mention.start, mention.end) });
  }
  return { places, mentions };
}

function placeRecord({ nameStart, nameEnd, place }: PlaceMention, { source }: CleanDocument): MentionRecord {
  return {
    ...source.sourceSpan(nameStart, nameEnd),
    text: source.text.slice(nameStart, nameEnd),
    geonameId: place.id.startsWith('geonames:') ? Number(place.id.slice('geonames:'.length)) : '',
    lat: place.latitude ?? '',
    lon: place.longitude ?? '',
    country: place.country,
    type: place.type,
  };
}

function fieldsOf(mention: Mention): Readonly<Record<string, string | number>> | undefined {
  switch (mention.kind) {
    case 'quantity': {
      const { measure, op, value, valueMax, unit } = mention;
      const iso = measure === 'money' ? { iso: unit } : { unit };
      return { kind: KINDS[measure], op, value: mention.negative ? `-${value}` : value, ...(valueMax === '' ? {} : { valueMax }), ...iso };
    }
    case 'ordinal':
      return { kind: 'ordinal', value: String(mention.value) };
    case 'top':
      return { kind: 'number', op: '=', value: String(mention.value), unit: '' };
    case 'period':
      return periodFields(mention.iso);
    default:
      return undefined;
  }
}

/** A day is a date; a year, month or interval is a range, whose end is its last day. */
function periodFields(iso: string): Readonly<Record<string, string>> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return { kind: 'date', iso, date: iso };
  const [from = iso, to = iso] = iso.split('/');
  return { kind: 'daterange', iso, startDate: firstDay(from), endDate: lastDay(to) };
}

function firstDay(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return [String(year).padStart(4, '0'), ...[month, day ?? days].map((part) => String(part).padStart(2, '0'))].join('-');
}
