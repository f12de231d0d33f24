import { CueWords } from './cue-words.ts';

/** Commonest function words by language; a word of several languages counts for each. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for was with are on as by at from which has have be it this were its an their but or been more than',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei',
  fr: 'le la les de des et à un une en du dans que qui est pour au par sur avec ne se pas plus sont ce cette ont aux',
  es: 'el la los las de y en que a del un una por con para es se su al lo como más pero sus le ha fue son este entre',
  pt: 'o a os as de e em que do da dos das um uma para com por no na é não se mais ao sua foi são como pelo pela à',
  it: 'il la i le di e in che a del della dei un una per con non è si al da sono più come anche alla nel ha gli lo',
  nl: 'de het een en van in is op te dat met voor zijn niet aan er die ook als bij door maar om uit naar nog wordt heeft over',
  pl: 'i w na z do się nie to jest że o jak za od po przez dla są oraz ale tym tego był który które',
  sv: 'och i att det som en på är av för med den till har de inte om ett men var sig från vi så kan',
  tr: 've bir bu da de için ile en olarak olan daha çok gibi kadar sonra ise var ne ya göre',
  id: 'yang dan di ini itu dengan untuk dari dalam pada tidak adalah akan oleh juga ke sebagai telah karena',
};

/** Languages by word. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, list] of Object.entries(STOP_WORDS)) {
  for (const word of list.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
const STOPS = new CueWords(LANGUAGES_OF.keys());
const NUMBERS = new Map(STOPS.words.map((word, index) => [word, index]));
const LANGUAGES = Object.keys(STOP_WORDS);
/** By number of the word: the numbers of its languages. */
const LANGUAGES_BY_WORD = STOPS.words.map((word) => (LANGUAGES_OF.get(word) ?? []).map((language) => LANGUAGES.indexOf(language)));

/** Languages that their script tells, with the characters that do. Kana before Han: Japanese uses both. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['he', /[\u0590-\u05ff]/g],
];

const OTHER_SCRIPT = /[\u0370-\u1fff\u3040-\ud7af]/;

/** All but Latin letters, whose capital is one unit as the small letter is, and punctuation. */
const BEYOND_LATIN = /[^\0-\u012f\u0131-\u024f\u2000-\u206f]/;

/** UTF-16 units that are looked at; more change nothing. */
const SAMPLE = 2500;
/** Words below which there is nothing to count, and share of stop words below which no language is believed. */
const FEWEST_WORDS = 12;
const SMALLEST_SHARE = 0.08;
/** Stop words of another language for each of English at which a text is still English: in a real one there are at least three. */
const MOST_SHARED = 2;

/** ISO 639-1 code of the language of `text`, by script and by share of stop words; empty where the text is too short to tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = OTHER_SCRIPT.test(sample) ? languageOfScript(sample) : '';
  if (script !== '') return script;
  const counts = new Int32Array(STOPS.words.length);
  const tokens = BEYOND_LATIN.test(sample) ? countWords(sample, counts) : STOPS.count(sample, counts);
  if (tokens < FEWEST_WORDS) return '';
  const totals = LANGUAGES.map(() => 0);
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? 0;
    if (count > 0) for (const language of LANGUAGES_BY_WORD[index] ?? []) totals[language] = (totals[language] ?? 0) + count;
  }
  const most = Math.max(...totals);
  if (most <= tokens * SMALLEST_SHARE) return '';
  // "a 12 per cent rise in": words that other languages have too make no text theirs.
  if (most <= MOST_SHARED * (totals[LANGUAGES.indexOf('en')] ?? 0)) return 'en';
  const best = LANGUAGES.filter((_, language) => totals[language] === most);
  return best.length === 1 ? (best[0] ?? '') : firstSaid(sample, best);
}

const wordsOf = (sample: string): readonly string[] => sample.toLowerCase().match(/\p{L}+/gu) ?? [];

/** As `STOPS.count`, where a capital may be more units than its small letter. */
function countWords(sample: string, counts: Int32Array): number {
  const tokens = wordsOf(sample);
  for (const token of tokens) {
    const index = NUMBERS.get(token);
    if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1;
  }
  return tokens.length;
}

/** Of languages with as many stop words each, the one of the first. */
function firstSaid(sample: string, languages: readonly string[]): string {
  for (const token of wordsOf(sample)) {
    const own = (LANGUAGES_OF.get(token) ?? []).find((language) => languages.includes(language));
    if (own !== undefined) return own;
  }
  return '';
}

function languageOfScript(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern] of SCRIPTS) {
    const found = sample.match(pattern)?.length ?? 0;
    if (found >= 10 && found > letters * (language === 'ja' ? 0.1 : 0.4)) return language;
  }
  return '';
}
