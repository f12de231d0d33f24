import { createRequire } from 'node:module';
import { MAX_TAGGED_WORDS } from '../limits.ts';
import { SLOT, type Shape } from './shape.ts';

/*
 * Parts of speech of a sentence, from compromise. It costs about a thousand patterns, so it is loaded when first asked, and asked only
 * about sentences that patterns left open.
 */

export interface Term {
  /** Lower case; a slot of the shape where a mention stands. */
  readonly word: string;
  /** Unit of the shape where the mention stands; undefined for other words. */
  readonly at: number | undefined;
  readonly tags: ReadonlySet<string>;
  /** A comma, bracket or dash stands behind it. */
  readonly pause: boolean;
}

/** What stands for a mention: one word each, so that no name is taken for a verb. Places and positions are told by theirs. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  [SLOT.name, 'Placename'],
  [SLOT.anaphor, 'Placename'],
  [SLOT.ordinal, 'Nthplace'],
  [SLOT.demonym, 'Chinese'],
  [SLOT.top, 'ten'],
  [SLOT.number, '12'],
  [SLOT.percent, '12%'],
  [SLOT.money, '$12'],
  [SLOT.dimension, '12'],
  [SLOT.period, '2019'],
  [SLOT.organisation, 'Unesco'],
  [SLOT.list, 'index'],
]);
const LEXICON = { placename: 'Place', nthplace: 'Ordinal' };
const TOLD = /^(?:placename|nthplace)/;

type Tagger = typeof import('compromise/two').default;
let tagger: Tagger | undefined;

function load(): Tagger {
  const nlp = createRequire(import.meta.url)('compromise/two') as Tagger;
  nlp.addWords(LEXICON);
  return nlp;
}

/** The terms of a sentence in order; none where it is longer than compromise bears. */
export function termsOf(shape: Shape): readonly Term[] {
  const units = shape.cased.split('');
  const told = units.flatMap((unit, at) => (unit === SLOT.name || unit === SLOT.anaphor || unit === SLOT.ordinal ? [at] : []));
  const text = units.map((unit) => STAND_INS.get(unit) ?? unit).join('');
  if (text.split(' ').length > MAX_TAGGED_WORDS) return [];
  const nlp = (tagger ??= load());
  const sentences = nlp(text).json() as readonly {
    readonly terms: readonly { readonly normal: string; readonly post: string; readonly tags: readonly string[] }[];
  }[];
  let next = 0;
  return sentences
    .flatMap(({ terms }) => terms)
    .map(({ normal, post, tags }) => {
      const at = TOLD.test(normal) ? told[next++] : undefined;
      return { word: at === undefined ? normal : (shape.text[at] ?? ''), at, tags: new Set(tags), pause: /[,;:()-]/.test(post) };
    });
}
