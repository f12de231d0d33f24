/** What is known of an element by its name. */
export interface ElementKind {
  /** In small letters. */
  readonly name: string;
  /** 1 to 6 of `<h1>` to `<h6>`, 0 of others. */
  readonly heading: number;
  /** It stands inside a line of text. */
  readonly inline: boolean;
  /** It has no content. */
  readonly void: boolean;
  /** Its text is no text of the page. */
  readonly silent: boolean;
  /** It has words or lines of a page in it. */
  readonly seen: boolean;
  /** What is in it is read up to its closing tag, whatever it says: `<script>`. */
  readonly raw: boolean;
  /** Open elements that it ends: `<li>` ends `<li>`. */
  readonly ends: ReadonlySet<string> | undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const INLINE = words(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup
  time tt u var wbr br img picture source`,
);
const VOID = words('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr');
const SILENT = words('script style template noscript svg iframe object textarea select');
const UNSEEN = words('script style template head svg iframe object embed canvas math map video audio select textarea input');
const RAW = words('script style title textarea xmp iframe noembed noframes plaintext');

/** As htmlparser2 closes what is left open, which follows HTML's rules without its tables of modes. */
const ENDS: readonly (readonly [string, string])[] = [
  [
    `p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section
    table ul`,
    'p',
  ],
  ['h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6 p'],
  ['select input output button datalist textarea', 'input option optgroup select button datalist textarea'],
  ['tr', 'tr th td'],
  ['th', 'th'],
  ['td', 'thead th td'],
  ['tbody tfoot', 'thead tbody'],
  ['body', 'head link script'],
  ['a', 'a'],
  ['li', 'li'],
  ['dd dt', 'dd dt'],
  ['option', 'option'],
  ['optgroup', 'optgroup option'],
  ['rt rp', 'rt rp'],
];

const KINDS: ReadonlyMap<string, ElementKind> = new Map(
  [...new Set([...INLINE, ...VOID, ...SILENT, ...UNSEEN, ...RAW, ...ENDS.flatMap(([names]) => [...words(names)]), 'html'])].map((name) => [
    name,
    describe(name),
  ]),
);

function describe(name: string): ElementKind {
  const ends = ENDS.find(([names]) => words(names).has(name))?.[1];
  return {
    name,
    heading: /^h[1-6]$/.test(name) ? Number(name[1]) : 0,
    inline: INLINE.has(name),
    void: VOID.has(name),
    silent: SILENT.has(name),
    seen: !UNSEEN.has(name),
    raw: RAW.has(name),
    ends: ends === undefined ? undefined : words(ends),
  };
}

/** `written` as the tag has it: "DIV". Nothing is known of a name that HTML has not. */
export function kindOfElement(written: string): ElementKind {
  const known = KINDS.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  return KINDS.get(name) ?? { name, heading: 0, inline: false, void: false, silent: false, seen: true, raw: false, ends: undefined };
}
