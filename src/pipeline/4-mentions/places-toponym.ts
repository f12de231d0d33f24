import type { Candidate } from '../../gazetteer/index.ts';
import type { Span } from '../../source-text.ts';
import type { Place, PlaceType } from '../../types.ts';

/** The country or subdivision that a place item states itself: "of Japan", ", TX", "(Hubei)", "Canada's". */
export interface Qualifier extends Span {
  readonly places: readonly Place[];
}

/** A place name in one section, before it is known which place is meant. `start`..`end` is the whole item. */
export interface Toponym extends Span {
  readonly kind: 'place';
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The name as the text has it, blanks made single. */
  readonly name: string;
  /** The name folded, as the gazetteer knows it. */
  readonly key: string;
  /** Places it may mean; those a suffix or a qualifier rules out are gone. Empty for districts and zones of no gazetteer. */
  readonly candidates: readonly Candidate[];
  /** What a suffix or prefix says it is. */
  readonly hint: PlaceType | undefined;
  readonly qualifier: Qualifier | undefined;
  /**
   * `word`: also an ordinary word or a person's name, `opening` at the start of a sentence; `small`: a small place without a
   * sign; places only if their neighbours are. `rare`: "near Hinton", in the table of small places or nowhere.
   */
  readonly doubt: '' | 'word' | 'opening' | 'small' | 'rare';
}
