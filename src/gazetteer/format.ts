/**
 * The binary file of the gazetteer, written by scripts/build-gazetteer.ts and read in place, without parsing.
 *
 * All integers are little-endian. A header of HEADER_WORDS words: magic, number of places, of string bytes, of key bytes, of
 * slots (a power of two). Then, each aligned to 4 bytes: columns of the places in the order of COLUMNS; slots (offset of a key
 * plus one, 0 for none; open addressing, linear probing on `hashKey`); strings (length byte, UTF-8); keys.
 *
 * A key: length byte, ASCII, `longest` (most words of any key that begins with this word), `flags`, number of candidates,
 * candidates of 4 bytes each: place index times 4 plus the kind of name.
 */
export const MAGIC = 0x315a4752;

export const HEADER_WORDS = 8;

export const COLUMNS = [
  { name: 'id', bytes: 4 }, // GeoNames id, 0 for none, or WORDED_ID plus the offset of the id in the strings
  { name: 'latitude', bytes: 4 }, // degrees times 100,000
  { name: 'longitude', bytes: 4 },
  { name: 'population', bytes: 4 },
  { name: 'title', bytes: 4 }, // offset of the name in the strings
  { name: 'admin1', bytes: 2 }, // index of the subdivision plus one
  { name: 'country', bytes: 2 }, // two ASCII units, 0 for none
  { name: 'type', bytes: 1 }, // index into TYPES
  { name: 'rank', bytes: 1 }, // index into RANKS
] as const;

export type Column = (typeof COLUMNS)[number]['name'];

export const TYPES = ['city', 'district', 'zone', 'province', 'region', 'country'] as const;

/** Standing of a populated place: none, seat of a first-level subdivision, national capital. */
export const RANKS = ['', 'seat', 'capital'] as const;

export const NAME_KINDS = ['canonical', 'alias', 'abbreviation'] as const;

/** The key is an ordinary English word too ("reading"): it needs support from its neighbours. */
export const FLAG_WORD = 1;
/** The key is a month, a function word or the like: a place only in a list slot or with a qualifier. */
export const FLAG_BLOCKED = 2;
/** The key is a given name or a family name. */
export const FLAG_PERSON = 4;

/** The key is a place only in capitals: "US", "UAE", not "us". */
export const FLAG_CAPITALS = 8;

/** From here on an id is text: `iso:CN-GZ`, or the scope code of a region. */
export const WORDED_ID = 0x80000000;

/** No coordinate. */
export const NO_DEGREES = 0x7fffffff;
