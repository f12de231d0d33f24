import { Parser } from 'htmlparser2';
import { MAX_FILE_BYTES } from '../../limits.ts';
import { decode } from '../../pipeline/1-decode.ts';
import type { Failure } from '../../types.ts';
import type { ByteStream } from './byte-stream.ts';
import { ContainerError, publishedOf, type ContainerRecord, type RecordContent } from './record.ts';

/*
 * RSS 0.9 to 2.0 and Atom: a record per entry with its content in full, else its summary. A feed is one XML file of bounded size
 * and is read as a whole.
 */

/** What of an entry is read, by the name of its element; the first that is filled wins where several say the same. */
const FIELDS: Readonly<Record<string, keyof Entry>> = {
  'content:encoded': 'full',
  content: 'full',
  description: 'summary',
  summary: 'summary',
  title: 'title',
  guid: 'id',
  id: 'id',
  link: 'link',
  pubdate: 'date',
  published: 'date',
  'dc:date': 'date',
  updated: 'updated',
};

interface Entry {
  full?: Written;
  summary?: Written;
  title?: Written;
  id?: Written;
  link?: Written;
  date?: Written;
  updated?: Written;
}

/** Characters of an element, and what Atom says they are. */
interface Written {
  readonly text: string;
  readonly type: 'text' | 'html' | 'xhtml';
}

/** An element of an entry that is being read. */
interface OpenField {
  readonly field: keyof Entry;
  readonly type: Written['type'];
  /** Elements open inside of it. */
  depth: number;
  text: string;
  /** Where its content starts in the file, for XHTML, which stands in the feed as markup. */
  readonly start: number;
}

/** Throws `ContainerError` where the file is no feed, or ends before it is over; the entries before it have come whole. */
export async function* readFeed(stream: ByteStream): AsyncGenerator<ContainerRecord> {
  const bytes = await stream.take(MAX_FILE_BYTES + 1);
  if (!(await stream.isAtEnd())) throw new ContainerError('too-large', `expected at most ${MAX_FILE_BYTES} bytes in a feed, got more`);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /<\?xml [^>]{0,60}encoding ?= ?["']([\w:.-]+)/.exec(head);
  const file = decode(bytes, { declared: declared?.[1] });
  if ('status' in file) throw new ContainerError(file.status, file.error);
  const { entries, root, isWhole } = readEntries(file.text);
  yield* entries.map(recordOf);
  if (!['rss', 'feed', 'rdf:rdf'].includes(root))
    throw new ContainerError(
      'unsupported',
      `expected an RSS or Atom feed, got ${root === '' ? 'no element' : `\`<${root.slice(0, 40)}>\``}`,
    );
  if (!isWhole) throw new ContainerError('damaged', `expected the end of \`<${root}>\`, got the end of the file at byte ${bytes.length}`);
}

function readEntries(source: string): { readonly entries: readonly Entry[]; readonly root: string; readonly isWhole: boolean } {
  const entries: Entry[] = [];
  let root = '';
  let isWhole = false;
  let entry: Entry | undefined;
  let field: OpenField | undefined;
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = written.toLowerCase();
        if (root === '') root = name;
        if (field !== undefined) field.depth += 1;
        else if (name === 'item' || name === 'entry') entry = {};
        else if (entry !== undefined && Object.hasOwn(FIELDS, name)) field = openField(name, attributes, entry, parser.endIndex + 1);
      },
      ontext: (text) => {
        if (field !== undefined) field.text += text;
      },
      onclosetag: (written, isImplied) => {
        const name = written.toLowerCase();
        if (field !== undefined && field.depth > 0) field.depth -= 1;
        else if (field !== undefined) {
          const text = field.type === 'xhtml' ? source.slice(field.start, parser.startIndex) : field.text;
          if (entry !== undefined && (entry[field.field]?.text ?? '') === '') entry[field.field] = { text, type: field.type };
          field = undefined;
        } else if ((name === 'item' || name === 'entry') && entry !== undefined) {
          if (!isImplied) entries.push(entry);
          entry = undefined;
        } else if (name === root) isWhole = !isImplied;
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
  return { entries, root, isWhole };
}

/** Atom's links say in `rel` what they lead to; those to comments or sound are not the entry's. */
function openField(name: string, attributes: Readonly<Record<string, string>>, entry: Entry, start: number): OpenField | undefined {
  const field = FIELDS[name];
  if (field === undefined) return undefined;
  const { href, rel = 'alternate', type = '' } = attributes;
  if (field === 'link' && href !== undefined && rel === 'alternate') entry.link ??= { text: href, type: 'text' };
  const isAtom = name === 'content' || name === 'summary' || (name === 'title' && type !== '');
  const kind = !isAtom ? (name === 'title' ? 'text' : 'html') : /xhtml|xml/.test(type) ? 'xhtml' : type.includes('html') ? 'html' : 'text';
  return { field, type: kind, depth: 0, text: '', start };
}

function recordOf(entry: Entry, index: number): ContainerRecord {
  const said = (field: keyof Entry): string => (entry[field]?.text ?? '').replace(/\s+/g, ' ').trim();
  const name = said('id') || said('link') || `entry ${index + 1}`;
  return { name, content: contentOf(entry, said) };
}

function contentOf(entry: Entry, said: (field: keyof Entry) => string): RecordContent | Failure {
  const written = said('full') === '' ? entry.summary : entry.full;
  if (written === undefined || !/\S/.test(written.text)) return { status: 'empty', error: 'expected content or a summary, got neither' };
  const published = publishedOf(said('date')) || publishedOf(said('updated'));
  // A description is HTML by the standard; without a tag or a reference in it, its lines are what the writer meant.
  const isText = written.type === 'text' || !/<[a-z/!]|&[a-z#]/i.test(written.text);
  return {
    bytes: Buffer.from(written.text),
    format: isText ? 'text' : 'html',
    declared: 'utf-8',
    stated: { title: said('title'), url: said('link'), published },
  };
}
