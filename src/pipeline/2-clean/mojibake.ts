/*
 * UTF-8 that somebody read as windows-1252 and saved again: "Xiâ€™an", "SÃ£o Paulo". It is read as what was meant; the file's bytes,
 * and with them the evidence, stay as they are.
 */

/** Characters of windows-1252 for the bytes 80 to 9F; those it has none for came through as control characters. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Of these, what stands inside of words, and what ends or opens them: "MAÇÃ” " is a word in capitals and a quote, "Ã–sterreich" is mojibake. */
const INNER = '€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ';
const OUTER = '‘’“”–—…';

/**
 * The sequences that are believed: of two characters behind Â, Ã, Ä and Å (Latin letters and signs, "Ã©", "Å‚", "Â©"), of three
 * behind â€, â„ and â‚ (quotes, dashes, ™, €). No other text has them, but for a capital and a quote: there a small letter must follow.
 */
const SEQUENCE = String.raw`[ÂÃÄÅ][\u0080-\u00bf${INNER}]|[ÂÃ][${OUTER}](?=\p{Ll})|â€[\u0080-\u00bf${INNER}${OUTER}]?|â[„‚][\u0080-\u00bf${INNER}${OUTER}]`;

const SEQUENCES = new RegExp(SEQUENCE, 'gu');
/** One look tells that a text has none. */
const LEADS = /[ÂÃÄÅâ][\u0080-\u00bf\u0152-\u2122]/;

export interface Mojibake {
  readonly index: number;
  readonly length: number;
  readonly meant: string;
}

/** Where mojibake stands in `text`, and what was meant. */
export function findMojibake(text: string): readonly Mojibake[] {
  if (!LEADS.test(text)) return [];
  return [...text.matchAll(SEQUENCES)].flatMap(({ index, 0: written }) => {
    const meant = meantBy(written);
    return meant === undefined ? [] : [{ index, length: written.length, meant }];
  });
}

/** "Xiâ€™an" → "Xi’an" */
export function readMojibake(text: string): string {
  return LEADS.test(text) ? text.replace(SEQUENCES, (written) => meantBy(written) ?? written) : text;
}

function meantBy(written: string): string | undefined {
  // The byte 9D has no character, and some programs drop it: a closing quote.
  if (written === 'â€') return '”';
  const bytes = Uint8Array.from(written.split(''), byteOf);
  const meant = Buffer.from(bytes.buffer).toString('utf8');
  return meant.includes('\ufffd') ? undefined : meant;
}

function byteOf(character: string): number {
  const at = C1.indexOf(character);
  return at >= 0 ? 0x80 + at : character.charCodeAt(0);
}
