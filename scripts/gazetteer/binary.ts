import { hashKey } from '../../src/gazetteer/fold.ts';
import { COLUMNS, HEADER_WORDS, MAGIC, NAME_KINDS, NO_DEGREES, RANKS, TYPES, WORDED_ID } from '../../src/gazetteer/format.ts';
import type { Column } from '../../src/gazetteer/format.ts';

export interface Row {
  /** GeoNames id, or an id in words (`iso:CN-GZ`, a scope code of a region). */
  readonly id: number | string;
  readonly name: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly population: number;
  /** Index of its subdivision among the rows, -1 for none. */
  readonly admin1: number;
  readonly country: string;
  readonly type: (typeof TYPES)[number];
  readonly rank: (typeof RANKS)[number];
}

export interface Key {
  readonly key: string;
  readonly flags: number;
  /** Row index and kind of name. */
  readonly candidates: ReadonlyMap<number, (typeof NAME_KINDS)[number]>;
}

/** The file of format.ts. */
export function encode(rows: readonly Row[], keys: readonly Key[]): Buffer {
  const strings: Buffer[] = [];
  const known = new Map<string, number>();
  let stringBytes = 0;
  const string = (text: string): number => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const bytes = Buffer.from(text);
    const at = stringBytes;
    strings.push(Buffer.of(bytes.length), bytes);
    stringBytes += bytes.length + 1;
    known.set(text, at);
    return at;
  };
  const cell: Record<Column, (row: Row) => number> = {
    id: (row) => (typeof row.id === 'number' ? row.id : row.id === '' ? 0 : WORDED_ID + string(row.id)),
    latitude: (row) => (row.latitude === undefined ? NO_DEGREES : Math.round(row.latitude * 1e5)),
    longitude: (row) => (row.longitude === undefined ? NO_DEGREES : Math.round(row.longitude * 1e5)),
    population: (row) => Math.min(row.population, 0xffffffff),
    title: (row) => string(row.name),
    admin1: (row) => row.admin1 + 1,
    country: (row) => (row.country === '' ? 0 : row.country.charCodeAt(0) | (row.country.charCodeAt(1) << 8)),
    type: (row) => TYPES.indexOf(row.type),
    rank: (row) => RANKS.indexOf(row.rank),
  };
  const columns = COLUMNS.map(({ name, bytes }) => {
    const column = Buffer.alloc(rows.length * bytes);
    rows.forEach((row, index) =>
      bytes === 4
        ? column.writeInt32LE(cell[name](row) | 0, index * 4)
        : bytes === 2
          ? column.writeUInt16LE(cell[name](row), index * 2)
          : column.writeUInt8(cell[name](row), index),
    );
    return column;
  });
  const longest = new Map<string, number>();
  for (const { key } of keys) {
    const words = key.split(' ');
    longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length));
  }
  const all = new Map<string, Key>([...longest.keys()].map((key) => [key, { key, flags: 0, candidates: new Map() }]));
  for (const key of keys) all.set(key.key, key);
  let slotCount = 1;
  while (slotCount < all.size * 1.8) slotCount *= 2;
  const slots = Buffer.alloc(slotCount * 4);
  const blob: Buffer[] = [];
  let keyBytes = 0;
  for (const { key, flags, candidates } of [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const list = [...candidates].slice(0, 255);
    const bytes = Buffer.alloc(key.length + 4 + list.length * 4);
    bytes.writeUInt8(key.length, 0);
    bytes.write(key, 1, 'latin1');
    bytes.writeUInt8(key.includes(' ') ? 0 : (longest.get(key) ?? 0), key.length + 1);
    bytes.writeUInt8(flags, key.length + 2);
    bytes.writeUInt8(list.length, key.length + 3);
    list.forEach(([index, kind], position) => bytes.writeUInt32LE(index * 4 + NAME_KINDS.indexOf(kind), key.length + 4 + position * 4));
    let slot = hashKey(key) & (slotCount - 1);
    while (slots.readUInt32LE(slot * 4) !== 0) slot = (slot + 1) & (slotCount - 1);
    slots.writeUInt32LE(keyBytes + 1, slot * 4);
    blob.push(bytes);
    keyBytes += bytes.length;
  }
  const header = Buffer.alloc(HEADER_WORDS * 4);
  [MAGIC, rows.length, stringBytes, keyBytes, slotCount].forEach((word, index) => header.writeUInt32LE(word, index * 4));
  return Buffer.concat([
    header,
    ...[...columns, slots, Buffer.concat(strings), Buffer.concat(blob)].flatMap((part) => [
      part,
      Buffer.alloc((4 - (part.length % 4)) % 4),
    ]),
  ]);
}
