import { isUtf8 } from 'node:buffer';
import { UsageError } from '../../failures.ts';
import { MAX_FILE_BYTES } from '../../limits.ts';
import type { Failure } from '../../types.ts';
import type { ByteStream } from './byte-stream.ts';
import { publishedOf, wellFormed, type ContainerRecord, type RecordContent } from './record.ts';

/*
 * NDJSON: an object per line, its article in a field. A line that cannot be read costs itself alone.
 */

/** Which field of an object says what; a dot leads into an object: `text=article.body`. */
export interface NdjsonFields {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly html: string;
  readonly text: string;
}

const DEFAULTS: NdjsonFields = { id: 'id', url: 'url', title: 'title', date: 'date', html: 'html', text: 'text' };

/** "text=article.body,date=published_at" → the fields, the others by their own names. Throws `UsageError`. */
export function parseFields(option: string): NdjsonFields {
  const fields = new Map<string, string>(Object.entries(DEFAULTS));
  for (const pair of option.split(',').filter((part) => part !== '')) {
    const [, name = '', field = ''] = /^([a-z]+)=([^=]+)$/.exec(pair) ?? [];
    if (!fields.has(name))
      throw new UsageError(`expected fields such as \`text=body,date=published\` (${[...fields.keys()].join(', ')}), got \`${pair}\``);
    fields.set(name, field);
  }
  return { ...DEFAULTS, ...Object.fromEntries(fields) };
}

/** A line may be as long as its string of 64 MB can get with each character escaped ("\u0000") once in six. */
const MAX_LINE_BYTES = 2 * MAX_FILE_BYTES;

export async function* readNdjson(stream: ByteStream, fields: NdjsonFields): AsyncGenerator<ContainerRecord> {
  let number = 1 + (await stream.skipBlankLines());
  for (; !(await stream.isAtEnd()); number += 1 + (await stream.skipBlankLines())) {
    const start = stream.offset;
    const line = await stream.takeLine(MAX_LINE_BYTES);
    if (line.length === MAX_LINE_BYTES && line.at(-1) !== 0x0a) {
      while (!(await stream.isAtEnd()) && (await stream.takeLine(MAX_LINE_BYTES)).at(-1) !== 0x0a);
      yield { name: `line ${number}`, content: { status: 'too-large', error: `expected at most ${MAX_LINE_BYTES} bytes, got more` } };
      continue;
    }
    if (!isUtf8(line)) {
      yield { name: `line ${number}`, content: { status: 'encoding', error: `expected UTF-8 in line ${number} (byte ${start})` } };
      continue;
    }
    const text = Buffer.from(line)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    if (/\S/.test(text)) yield readLine(text, `line ${number}`, `line ${number} (byte ${start})`, fields);
  }
}

function readLine(line: string, name: string, where: string, fields: NdjsonFields): ContainerRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {
      name,
      content: { status: 'damaged', error: `expected JSON in ${where}, got ${JSON.stringify(line.slice(-40).trimEnd())} at its end` },
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { name, content: { status: 'damaged', error: `expected a JSON object in ${where}, got ${JSON.stringify(line.slice(0, 40))}` } };
  const said = (field: string): string => wellFormed(stringAt(value, field));
  const id = said(fields.id);
  return { name: id !== '' ? id : said(fields.url) || name, content: contentOf(said, where, fields) };
}

function contentOf(said: (field: string) => string, where: string, fields: NdjsonFields): RecordContent | Failure {
  const html = said(fields.html);
  const article = html === '' ? said(fields.text) : html;
  if (article === '')
    return { status: 'unsupported', error: `expected the article in \`${fields.html}\` or \`${fields.text}\` of ${where}, got neither` };
  const stated = { title: said(fields.title), url: said(fields.url), published: publishedOf(said(fields.date)) };
  return { bytes: Buffer.from(article), format: html === '' ? 'text' : 'html', declared: 'utf-8', stated };
}

/** The string or number that a field holds; empty where there is none. */
function stringAt(value: object, field: string): string {
  let found: unknown = value;
  for (const key of Object.hasOwn(value, field) ? [field] : field.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return '';
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}
