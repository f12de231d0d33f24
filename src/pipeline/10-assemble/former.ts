import type { RankClaim } from '../../extractors/claim.ts';
import type { LostClaim, Settled } from '../8-overlaps.ts';
import { placeIdentity } from './identity.ts';
import type { Entry } from './settle.ts';

/** Longest way between a position and that of the edition before, told in a sentence of its own: units of the cleaned text. */
const REACH = 900;

/** Last year's positions, told by sentences of their own: "Lyon is ninth. Last year it was 14th." */
export class FormerPositions {
  readonly #claims: readonly RankClaim[];
  readonly #taken = new Set<RankClaim>();

  constructor(ranks: readonly Settled<RankClaim>[]) {
    this.#claims = ranks.map(({ claim }) => claim).filter(({ former }) => former === true);
  }

  /** The entry with the former position of its place that stands nearest to its words; the entries of all rankings are asked in turn. */
  fill(entry: Entry, all: readonly Entry[]): Entry {
    if (entry.previous !== undefined || entry.rank === undefined || this.#claims.length === 0) return entry;
    const identity = placeIdentity(entry.place);
    const own = all.filter((other) => other.rank !== undefined && placeIdentity(other.place) === identity);
    const found = this.#claims.find(
      (claim) => placeIdentity(claim.place.place) === identity && nearest(claim, own) === entry && distance(claim, entry) <= REACH,
    );
    if (found?.position.kind !== 'absolute') return entry;
    this.#taken.add(found);
    return { ...entry, previous: { rank: found.position.rank, span: found.positionSpan, move: 0 } };
  }

  /** Those that no entry took. */
  lost(): readonly LostClaim[] {
    return this.#claims.filter((claim) => !this.#taken.has(claim)).map((claim) => ({ claim, reason: 'previous-edition', by: claim.rule }));
  }
}

const distance = (claim: RankClaim, entry: Entry): number =>
  Math.min(...[entry.claim, ...entry.supporters].map(({ span }) => Math.abs(span.start - claim.span.start)));

const nearest = (claim: RankClaim, entries: readonly Entry[]): Entry | undefined =>
  [...entries].sort((a, b) => distance(claim, a) - distance(claim, b))[0];
