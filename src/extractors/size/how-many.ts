import { defineRule } from '../rule.ts';
import { SLOT } from '../shape.ts';

/** What is counted where places compete. */
const NOUN =
  '(?<noun>(?:(?:major|big|large|leading|national|world|smart|high-tech|global|metropolitan|municipal|administrative|urban|largest|biggest|most populous|county-level|prefecture-level|provincial|state|county|regional|local|different|selected|other|economic|development|financial|startup|start-up) ){0,2}(?:cities and towns|towns and cities|cities|towns|districts|provinces and (?:metropolitan )?cities|provinces|prefectures|states and union territories|states|regions|capitals|seats|agglomerations|metropolises|centres|centers|voivodeships|cantons|localities|communities|urban local bodies|local bodies|local levels|clusters|countries and territories|countries|zones|places|municipalities|destinations|ecosystems|economies|nations|counties|metros|metro areas|metropolitan areas|locations|communes|territories|local authorities|areas|hubs|markets|boroughs|parks|candidates|contenders|entrants))';
const BEFORE = "(?: [a-z-]{2,16}| {demonym}| \uE000(?:'s)?){0,4}?";
const COUNT = '(?:{number}|{dimension})';
const WHOLE = '(?: a total of| the| all| all the| all of the| some| about| as many as| these)*';
/** "the noisiest", "highest rate", "last": what one of so many places is. */
const MOST =
  '(?:most|least|best|worst|last|lowest|highest|(?!(?:honest|modest|interest|request|forest|harvest|west|test|rest)(?![a-z]))[a-z]{3,12}est)(?:[- ][a-z-]{2,16}){0,4}?';
/** "up 8 places": a move, no count. */
const STEPS =
  /\b(?:up|down|by|r[io]s[a-z]*|climb[a-z]*|fell|fall[a-z]*|drop[a-z]*|jump[a-z]*|mov[a-z]*|gain[a-z]*|los[a-z]*|slip[a-z]*|advanc[a-z]*) [\uE005\uE008] (?:places|positions|zones)\b/;
const JUDGED =
  '(?:evaluated|assessed|visited|inspected|surveyed|examined|ranked|compared|analy[sz]ed|studied|looked at|shortlisted|included|covered|rated|judged|reviewed|considered|gauged|measured|scored|graded|polled|tested|listed|taken into|scrutini[sz]ed|monitored|tracked|put through|in the running)';

export default defineRule({
  finds:
    'how many places were assessed: "the ranking evaluated 348 cities", "among 98 cities surveyed", "of the 168 zones on the list", "141 cities in all"',
  reads: 'sentence',
  cues: [
    'cit',
    'town',
    'district',
    'province',
    'state',
    'region',
    'countr',
    'zone',
    'place',
    'municipal',
    'destination',
    'ecosystem',
    'econom',
    'nation',
    'prefecture',
    'count',
    'metro',
    'area',
    'candidate',
    'territor',
    'communes',
    'locations',
    'hubs',
    'markets',
    'cent',
    'capitals',
    'seats',
    'agglomerations',
    'metropolis',
    'localit',
    'bodies',
    'levels',
    'clusters',
    'communit',
    'authorit',
    'entries',
    'cantons',
    'voivodeships',
    SLOT.list,
  ],
  patterns: [
    `(?:evaluat|assess|survey|examin|cover|analy[sz]|compar|rank|look|measur|includ|studi|judg|rat|review|consider|poll|test|scor|grad|went through|go through|put|plac|gave marks to|gives marks to|takes? in|took in|list|shopping|receiv|found|count|track|monitor|collect|scrutini[sz])[a-z]*(?:,? [a-z-]{1,20}|,? {demonym}|,? {organisation}| \\|| \uE005){0,12}? (?:{number}|{dimension})${BEFORE} ${NOUN}(?! (?:on|for|under) [a-z]+ indicators)`,
    `(?:of|among|amongst|out of|from|in|across)(?: the| all| a total of| some| more than| over| these| its)* (?:{number}|{dimension})${BEFORE} ${NOUN}(?: (?:on the list|in the list|${JUDGED}|(?:in|on|of) (?:the|this|its|{period}'s|{list}'s) (?:[a-z']+ ){0,2}?(?:ranking|study|survey|index|list|report|table)|(?:on|in|of|for) {list}|of the study|looked at|took part|around the (?:world|globe)|on every continent|worldwide|across the (?:world|globe|country)|in total|in all))`,
    `(?:{number}|{dimension})${BEFORE} ${NOUN}(?: (?:from|in|across) (?:over |more than |some )?[\uE005\uE008] [a-z]{4,12})?(?: [a-z, \uE000-\uE002]{1,40}?)? (?:were|was|are|have been|had been|has been) (?:all |also |each )?${JUDGED}`,
    `(?:{number}|{dimension})${BEFORE} ${NOUN} ${JUDGED}`,
    `(?:{number}|{dimension})${BEFORE} ${NOUN}(?:,? (?:in all|in total|altogether|all told)| (?:took part|participated|competed|make up the (?:list|ranking|index|table)|are in the (?:ranking|list|index)))`,
    `(?:^|the |its |this )(?:{number}|{dimension})${BEFORE} ${NOUN} (?:of|in) (?:(?:the|this) (?:study|survey|ranking|index|report|list)|{list})`,
    `(?:last|bottom|lowest|worst|highest|first|best) of (?:the|all|all the) (?:{number}|{dimension})${BEFORE} ${NOUN}`,
    `for (?:{number}|{dimension})${BEFORE} ${NOUN} (?:on every|on all|around|across|in \uE000|worldwide|of the world|in the world)`,
    `\\ball (?:of )?(?:the |\uE001's |\uE000's )?${COUNT}${BEFORE} ${NOUN}`,
    `\uE000's ${COUNT}${BEFORE} ${NOUN}`,
    `${MOST} (?:of|among|amongst|out of)${WHOLE} ${COUNT}(?:${BEFORE} ${NOUN}|(?=[,.;:]|$))`,
    `^(?:and |but |"|\\w+: )?(?:among|amongst|of|out of|from)${WHOLE} ${COUNT}${BEFORE} ${NOUN}(?![a-z])[^.;:]{0,120}?(?:{ordinal}|{top}|${MOST}|leads|led|tops|topped|first)`,
    `${COUNT}${BEFORE} ${NOUN}[^.;:,]{0,40}? (?:(?:had|received|got|gave|sent|submitted) enough|participat(?:ed|ing)|taking part|took part|figured? (?:in|on)|featured? (?:in|on)|made the (?:list|ranking)|competed|vied|qualified)`,
    `{list}(?: (?!has|have|had|found|finds|shows)[a-z'-]{1,14}){0,4} (?:in|of|across|covering|among|from) ${COUNT}${BEFORE} ${NOUN}`,
    `(?:data|figures|answers|replies|responses|results|information) (?:of|from|for|in|on) ${COUNT}${BEFORE} ${NOUN}`,
    `(?:{list}|list|ranking|index|table|chart) (?:has|with|of|numbers|counts|contains|lists) (?:a total of |altogether )?{number} (?:entries|places|names|positions)`,
    `(?:{list}|list|ranking|index|table|chart) of {number}(?=[,.;:]|$)`,
    `[;,] ${COUNT}${BEFORE} ${NOUN}\\)`,
    `(?:among|amongst|out of|of)${WHOLE} ${COUNT}${BEFORE} ${NOUN} (?:with|in|of|on|for|from|whose|that|which) [^.;:]{0,60}?, [^.;:]{0,60}?(?:ranked|placed|ranks|came|stands|finished)`,
    `{ordinal}[^.,;:]{1,40}? (?:of|among|out of)${WHOLE} ${COUNT}${BEFORE} ${NOUN}`,
    `(?:in|across|from) (?:{number}|{dimension})${BEFORE} ${NOUN} (?:for|by|as part of) (?:its |the )?{list}`,
    `${NOUN} (?:numbered|totall?ed|came to|add up to) (?:{number}|{dimension})`,
    `(?:compare[sd]?|comparing|assess(?:es|ed)|analy[sz]e[sd]|evaluate[sd]|survey(?:s|ed)|examine[sd]?|stud(?:ies|ied)|looked at|looks at|covers?|covered|reviewed|scored|graded) (?:all |the |all the )?(?<judged>\uE00B)`,
    `(?:data|figures) (?:were|are|was) available for (?:{number}|{dimension})${BEFORE} ${NOUN}`,
    `(?:{list}|list|ranking|index|survey|study|report) (?:of|with|has|have|contains?|there are|comprises|includes?|covers?|spans?|ranks?) (?:the |all |some )?(?:{number}|{dimension})${BEFORE} ${NOUN}`,
  ],
  *claims(match) {
    if (match.has('judged')) {
      const judged = match.mention('judged');
      if (judged?.kind === 'list' && judged.size !== undefined)
        yield { kind: 'fact', field: 'evaluated', value: String(judged.size.value), span: judged.size.span };
      return;
    }
    if (/\b(?:these|those|the other)\b/.test(match.words()) || STEPS.test(match.words())) return;
    const count = match.quantity(match.has('number') ? 'number' : 'dimension');
    if (Number(count.value) < 3 || count.value.includes('.') || count.measure !== 'count' || count.valueMax !== '') return;
    const list = match.has('list') ? match.mention('list') : undefined;
    yield {
      kind: 'fact',
      field: 'evaluated',
      value: count.value,
      span: { start: count.numberStart, end: count.numberEnd },
      ...(list?.kind === 'list' ? { list } : {}),
    };
  },
  examples: [{ text: 'The ranking evaluated 348 smart cities. Leeds came third.', claims: ['list evaluated: 348'] }],
  counterexamples: ['Leeds has 12 districts.', 'Leeds trades with 12 cities.'],
});
