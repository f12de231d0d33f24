import { clauseStart, EVENT, OF_OTHERS, PLACE, spanOf, type Figure, type Found } from './metric-figure.ts';
import { ownerAtHead, ownerBefore, ownerIn, type Owner } from './metric-owner.ts';
import { implied } from './metric-subject.ts';
import { statisticsPlace, topicOf } from './metric-topic.ts';
import { isStatistic } from './metric-words.ts';

/*
 * Things counted in a place: "there are 128 development zones in the country".
 */

const THE = '(?:(?:the|all of|whole|all|city of|province of|state of|whole of|mainland) )*';

const LOCATED_BEHIND = new RegExp(`^(?:(?: [a-z][a-z'’-]*){0,4})? (?:in|across|throughout|within|of|from) ${THE}${PLACE}(?!['’])`);

/** Verbs that tell no event but a state or a yield: "were granted in", "live in". */
const STATED =
  'granted|registered|recorded|reported|issued|filed|built|sold|created|established|set up|opened|located|based|situated|produced|generated|welcomed|employed|added|listed|signed|held|operating|available|invested|spent|open|applied for|authori[sz]ed|approved|planted|published|traded|counted|found|concentrated|headquartered|made|completed|launched|enrolled|housed|installed|at work|under construction';

const IS_IN = new RegExp(
  `^(?: [a-z][a-z'’-]*){0,2}? (?:(?:which |that |who )?(?:is|are|was|were|have been|had been|has been|will be) (?:now |currently |newly |already )?(?:(?:${STATED})(?: [a-z]+){0,2} )?|(?:now |currently )?(?:live[sd]?|living|reside[sd]?|work(?:s|ed)?|operate[sd]?|exist|visit(?:ed|s)?|stay(?:ed|s)?|arriv(?:ed|e)|came|come|flock(?:ed)?|travell?(?:ed)?|study|studied|settled)(?: to)? (?=in |to |[\uE000\uE001]|at ))(?:in|at|across|within|throughout|to)? ?${THE}${PLACE}(?!['’])`,
);

/** "5,400 homes in Leeds were without electricity" */
const THERE_WERE = new RegExp(`^ in ${THE}${PLACE} (?:are|were|have|had|do not|did not|remain(?:ed)?)\\b`);
/** "31,800 people call it home" */
const CALL_HOME = new RegExp(`^ (?:now |already )?call (?<place>${PLACE}) (?:their )?home\\b`, 'd');

const ANY_PLACE = new RegExp(PLACE);
const DWELLING = new RegExp(`^ (?:of|in) ${THE}${PLACE}(?!['’])`);
const DWELLERS = /^(?:residents|inhabitants|people|citizens|households|population)$/;

/** "On the territory of the city there are", "In Leeds there were" */
const FRONTED = new RegExp(
  `(?:^|[ ,])(?:in|on|within|across|throughout|at) (?:(?:the )?(?:territory|area|whole|grounds|outskirts|centre|center|heart|boundaries|borders) of )?${THE}${PLACE}(?: (?:city|province|district|county))?,? (?:alone,? )?(?:now |today |currently )?there (?:are|were|is|was|will be|have been) $`,
);
/** "parks of scientific and technical development": the kind of what is counted. */
const OF_KIND = /^ of (?:[a-z][a-z-]*(?:, | )){0,6}[a-z][a-z-]*(?=[.;:)]|$)/;
/** "In the city 32 million people live": the place heads the sentence, what is counted begins it. */
const HEADED = new RegExp(`^(?:and |but )?(?:in|at|across|throughout) ${THE}${PLACE},? (?:alone,? )?$`);
const STANDS =
  /^ (?:(?:still |now |currently |already )?(?:live|lack|work|exist|operate|remain|have|own|use|speak|study|depend|rely|stand)|are (?:now |currently |still )?(?:registered|employed|connected|enrolled|planned|under construction|in operation))\b/;
/** "3,152 achievements have been obtained": an outcome told of the place that the text is about. */
const OBTAINED = new RegExp(
  `^ (?:(?:has|have|had) been|were|was|are) (?:newly |already |successfully )?(?:${STATED}|obtained|achieved|introduced|attracted|cultivated|gathered|transformed|signed up|put into operation|delivered)(?=[,.;]| and |,? (?:so far|in|by|since|last|this|during|over|as of)\b|$)`,
);

/** "there are 128 development zones in the country", "1.2 million tourists visited Lisbon", "Mexico City's 21 million inhabitants" */
export function countInPlace(figure: Figure): Found | undefined {
  const { left, quantity, counted, shape, at } = figure;
  if (quantity.measure !== 'count' || counted.noun === '') return undefined;
  const behind = at + 1 + counted.length;
  const rest = shape.text.slice(behind);
  const saidAs = (owner: Owner | undefined): Found | undefined => {
    const kind = OF_KIND.exec(rest)?.[0] ?? '';
    return owner === undefined
      ? undefined
      : { construction: 'count-in-place', owner, base: `${counted.name}${kind}`, nameSpan: spanOf(shape, at + 1, behind + kind.length) };
  };
  const said = (owner: Owner | undefined): Found | undefined =>
    owner === undefined
      ? undefined
      : { construction: 'count-in-place', owner, base: counted.name, nameSpan: spanOf(shape, at + 1, behind) };
  if (/[\uE000\uE001](?:['’]s?)? $/.test(left) && (isStatistic(counted.noun) || DWELLERS.test(counted.noun)))
    return said(ownerBefore(shape, left.length));
  if (/(?:^|[ ,])there (?:are|were|is|was|will be|have been) $/.test(left)) {
    const located = LOCATED_BEHIND.exec(rest);
    if (located !== null) return said(ownerBefore(shape, behind + located[0].length));
    const fronted = FRONTED.exec(left);
    if (fronted !== null)
      return saidAs(ownerBefore(shape, fronted.index + fronted[0].length - fronted[0].replace(/^.*[\uE000\uE001]/, '').length));
    const closed = isStatistic(counted.noun) && !/^ (?:with|that|which|whose|where|who|in|of|at|on)\b/.test(rest);
    return closed ? said(implied(figure, counted.name)) : undefined;
  }
  const state = IS_IN.exec(rest);
  if (
    state !== null &&
    !/^(?:people|persons|men|women|children)$/.test(counted.noun === 'people' && / (?:was|were|are|is) /.test(state[0]) ? 'people' : '')
  )
    return said(ownerBefore(shape, behind + state[0].length));
  const dwelling = DWELLERS.test(counted.noun) ? DWELLING.exec(rest) : null;
  if (dwelling !== null && /(?:^|[ ,](?:of|for|with)|,) $|^$/.test(left)) return said(ownerBefore(shape, behind + dwelling[0].length));
  const were = quantity.value.length > 2 && isStatistic(counted.noun) && !EVENT.test(shape.text) ? THERE_WERE.exec(rest) : null;
  if (were !== null) return said(ownerBefore(shape, behind + were[0].search(ANY_PLACE) + 1));
  const home = CALL_HOME.exec(rest)?.indices?.groups?.['place']?.[1];
  if (home !== undefined) return said(ownerBefore(shape, behind + home));
  if (HEADED.test(left) && (isStatistic(counted.noun) || DWELLERS.test(counted.noun)) && STANDS.test(rest)) return said(ownerAtHead(shape));
  const { start } = clauseStart(shape, left.length);
  if (isStatistic(counted.noun) && OBTAINED.test(rest) && OPENED.test(shape.text.slice(start, left.length)))
    return said(implied(figure, counted.name));
  return undefined;
}

/** Nothing but words of time in front of the figure. */
const OPENED =
  /^(?:and |so far,? |to date,? |in total,? |in all,? |altogether,? |last year,? |this year,? |currently,? |(?:in|by|during|over|since|as of|by the end of|at the end of|in the (?:first|second) half of) (?:the )?\uE009,? )*$/;

/** "106,000 residents went abroad" in an article on the figures of one place. */
export function countAlone(figure: Figure): Found | undefined {
  const { left, counted, shape, at, document } = figure;
  if (counted.noun === '' || !isStatistic(counted.noun)) return undefined;
  const place = statisticsPlace(document);
  if (place === undefined || OF_OTHERS.test(left) || EVENT.test(shape.text)) return undefined;
  const { start } = clauseStart(shape, left.length);
  const opening = shape.text
    .slice(start, left.length)
    .replace(
      /(?:^| )(?:in|over|during|at|for|of|by|on|the|and|first|last|[a\uE009,\uE005]|total|whole|as|end|course|period|quarter|year|these|them|march)(?= |$)/g,
      '',
    )
    .trim();
  if (opening !== '' || !/^ [a-z]+/.test(shape.text.slice(at + 1 + counted.length))) return undefined;
  return {
    construction: 'count-in-place',
    owner: { place, from: 0, to: 0, doubts: ['attributed-by-subject', 'attributed-by-distance'] },
    base: counted.name,
    nameSpan: spanOf(shape, at + 1, at + 1 + counted.length),
  };
}

/** "it will create 205 new jobs": jobs are those of the place the text is about, whoever creates them. */
export function jobs(figure: Figure): Found | undefined {
  const { left, counted, shape, at } = figure;
  if (
    !/^jobs?$/.test(counted.noun) ||
    !/\b(?:creat(?:e[sd]?|ing)|bring(?:s|ing)?|add(?:s|ed|ing)?|generat(?:e[sd]?|ing)|there will be|provid(?:e[sd]?|ing)) $/.test(left)
  )
    return undefined;
  const behind = LOCATED_BEHIND.exec(shape.text.slice(at + 1 + counted.length));
  const located = ownerIn(shape, clauseStart(shape, at).start, at);
  const owner =
    behind === null ? (located ?? topicOf(figure.document, shape)) : ownerBefore(shape, at + 1 + counted.length + behind[0].length);
  return owner === undefined
    ? undefined
    : { construction: 'count-in-place', owner, base: counted.name, nameSpan: spanOf(shape, at + 1, at + 1 + counted.length) };
}
