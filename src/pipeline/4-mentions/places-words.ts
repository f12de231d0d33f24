/** What stands around place names in English news. Lower case unless said otherwise. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** "in Reading", "near Nice": a place follows. */
export const PLACE_PREPOSITIONS = words(
  'in at from to near outside around across of between through via towards toward into within throughout inside leaving left visit visited visiting reach reached',
);

/** Capitalised at the start of a sentence or in a headline without being part of a name. */
export const FUNCTION_WORDS = words(
  'a an the in at of on to from for by with and or but as is are was were be been has have had do does did not no its it he she they we you i this that these those ' +
    'what when where who why how which while after before since until during through between among against about into over under up down out off than then also only ' +
    'both all some many most more other each every such if so just now here there meanwhile however although though because despite like unlike near outside inside ' +
    'across around behind beyond within without along toward towards via per according today yesterday tomorrow last next first second third fourth fifth one two three ' +
    'four five six seven eight nine ten his her their our your my will would can could may might should must yet still even again once following followed including joining ' +
    'home meet see read visit welcome hello goodbye good best worst top least only perhaps maybe nearly almost further moreover additionally finally lastly elsewhere',
);

export const WEEKDAYS_MONTHS = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun',
);

/** "Northern Hubei", "Greater Manchester", "downtown Miami": the name behind is still one. */
export const DIRECTIONS = words(
  'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern greater downtown inner upper lower metro metropolitan mid mainland coastal rural urban suburban',
);

/** "Mr. Houston", "Senator Lincoln": a person follows. */
export const PERSON_TITLES = words(
  'mr mrs ms miss dr prof professor sir lord lady dame president premier minister chancellor senator sen rep representative congressman congresswoman governor gov mayor chairman ' +
    'chairwoman ceo director captain capt general gen colonel col lieutenant lt sergeant sgt officer judge justice king queen prince princess duke pope bishop archbishop cardinal father ' +
    'brother sister ambassador spokesman spokeswoman detective inspector coach secretary chief',
);

/** "Toronto Mayor John Tory", "California Gov. Gavin Newsom", "Hefei Municipal Party": what follows a place without joining its name. */
export const AFTER_PLACES = words(
  'mayor governor gov senator sen rep premier president prime minister chancellor king queen prince police municipal provincial state city county district province region prefecture ' +
    'government governments authorities residents metro metropolitan area areas suburb suburbs native natives citizens party communist democrat democrats republican republicans vice deputy chief ' +
    'secretary ambassador foreign finance defence defense consul correspondent bureau time tuesday judge justice dam',
);

/** "Peking University", "Bank of China", "The New York Times": the place is part of another name. */
export const ORGANISATION_NOUNS = words(
  'university universities college school academy institute institution institutes laboratory laboratories lab labs bank banks airlines airline airways air daily times post herald tribune gazette ' +
    'journal news press telegraph guardian observer chronicle examiner globe sun star standard mail mirror echo argus express inquirer magazine review weekly broadcasting television tv radio ' +
    'channel stock exchange fc afc united rovers wanderers athletic albion hotspur cf sc hotel hotels resort inn hospital clinic museum gallery theatre theater cathedral church mosque temple ' +
    'synagogue palace castle tower stadium arena center centre hall library airport station railway railways railroad port harbour street road avenue boulevard lane drive highway expressway bridge tunnel ' +
    'square plaza river lake bay sea ocean strait gulf canal mountain mountains hills desert plateau peninsula basin corporation corp company co inc ltd llc plc group holdings ' +
    'motors motor steel petroleum oil gas electric energy power insurance securities capital partners ventures consulting consultants council commission committee association society ' +
    'foundation federation union league alliance organization organisation agency administration department ministry office authority board bureau court courthouse parliament senate congress assembly ' +
    'declaration agreement accord treaty protocol convention consensus marathon olympics games cup open grand prix expo exposition fair festival forum summit conference symposium awards award ' +
    'prize championship championships index report survey statement chamber club clubs orchestra philharmonic symphony ballet opera choir zoo garden gardens cemetery prison jail service services ' +
    'ensemble act bill law brigade regiment regional trust fund studio studios records pictures entertainment software technologies technology systems pharma pharmaceuticals terrier bulldog shepherd ' +
    'muffin sauce cheese burger fries wine knicks yankees mets giants jets nets rangers islanders lakers clippers dodgers angels warriors kings sharks bears bulls cubs blackhawks white red blue maple raptors ' +
    'canucks flames oilers senators canadiens jays argonauts patriots celtics bruins rockets astros texans cowboys mavericks stars heat marlins dolphins hurricanes hawks falcons braves',
);

/** "Real Madrid", "Air China", "Radio Prague", "Lake Geneva": a place behind these is part of another name. */
export const NAME_OPENERS = words(
  'real air radio lake mount mt port fort cape bank university royal national hotel inter ac fc rc iit iim nit iisc aiims tu rwth eth rb vfl vfb bsc cska bayern sporting athletic racing dynamo lokomotiv spartak club team miss operation tropical hurricane ' +
    'typhoon storm camp hms uss ss new saint st san santa los las la le el der van von de del di da du bin ibn al abu ben mac mc o daily times camp villa casa hms',
);

/** What a word behind a name (or in front of "of") says about its kind. */
export type UnitKind = 'city' | 'province' | 'district' | 'county' | 'country' | 'town';

export const UNIT_WORDS: ReadonlyMap<string, UnitKind> = new Map<string, UnitKind>([
  ['city', 'city'],
  ['municipality', 'city'],
  ['town', 'town'],
  ['township', 'town'],
  ['village', 'town'],
  ['province', 'province'],
  ['state', 'province'],
  ['prefecture', 'province'],
  ['oblast', 'province'],
  ['krai', 'province'],
  ['territory', 'province'],
  ['okrug', 'province'],
  ['republic', 'province'],
  ['governorate', 'province'],
  ['emirate', 'province'],
  ['voivodeship', 'province'],
  ['canton', 'province'],
  ['region', 'province'],
  ['district', 'district'],
  ['borough', 'district'],
  ['parish', 'district'],
  ['county', 'county'],
]);

/** "the Nizhny Novgorod and Tomsk regions", "Furong, Yuhua and Tianxin districts" */
export const UNIT_PLURALS: ReadonlyMap<string, UnitKind> = new Map<string, UnitKind>([
  ['provinces', 'province'],
  ['states', 'province'],
  ['prefectures', 'province'],
  ['oblasts', 'province'],
  ['regions', 'province'],
  ['emirates', 'province'],
  ['cantons', 'province'],
  ['districts', 'district'],
  ['boroughs', 'district'],
  ['parishes', 'district'],
  ['counties', 'county'],
  ['cities', 'city'],
  ['towns', 'town'],
  ['municipalities', 'city'],
]);

/** Last word of a zone's name. */
export const ZONE_HEADS = words('zone park area district city town base valley hub');

/** Words that make a name a zone's in front of its last word: "Hi-Tech Industrial Development Zone", "West Coast New Area", "Science City". */
export const ZONE_MODIFIERS = words(
  'development economic technological technology tech technical industrial industry high hi new science scientific innovation free trade bonded special export processing software eco cooperation ' +
    'demonstration pilot comprehensive research aviation aerospace commerce business port logistics knowledge biotech biomedical and national provincial state level economy tourism',
);

/** At least one of these makes it a zone: "New Area" alone or "Industrial Park", but not "National Park" or "Business District". */
export const ZONE_CORE = words(
  'development economic technological industrial tech technology hi science innovation new trade bonded special software research commerce processing knowledge biotech',
);

/** Words in front of "District", "County", "Zone" that are no names: "School District", "the Special Economic Zone". */
export const NOT_DISTRICT_NAMES = words(
  'school business financial shopping historic arts central metropolitan urban rural local red garment entertainment residential commercial judicial federal the a this that each every new old other our its same whole entire congressional water fire park hospital unified independent garden theater theatre fashion diamond design capital national',
);
