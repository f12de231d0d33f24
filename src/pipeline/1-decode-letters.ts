/*
 * Characters that names and plain prose are made of, by script: what tells an encoding from others in which the same bytes are rare
 * or impossible characters. Made by hand: the commonest of each language, and those of the names of provinces and large cities.
 */

const HAN_SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运备号首页扫字要闻园招商扩简繁窗湖黔鄂皖浙苏粤闽赣鲁豫冀晋陕甘青川渝贵滇琼桂宁沪津京港澳台湾藏疆蒙吉辽黑龙江徽福肥杭州深圳广武汉都重庆厦郑青岛济沈阳哈滨春昆贵银川兰昌沙无锡常温绍兴嘉波佛莞珠惠佳烟潍淄榜排名城';
const HAN_TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運備號首頁掃字聞園招商擴簡繁窗湖語臺灣港澳高雄新竹桃園彰嘉屏宜蘭花蓮澎蘇粵閩贛魯豫冀晉陝甘青川渝貴滇瓊桂寧滬津京藏疆蒙吉遼黑龍江徽福肥杭州深圳廣武漢慶廈鄭島濟瀋陽濱陸榜排名城';
const KANJI =
  '日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨県市区町村都道府京阪神横浜名古屋札幌仙台福岡広島熊鹿児沖縄埼玉葉奈良和歌兵庫岩手秋田形宮城茨栃群新潟富石井梨静愛知三重滋賀鳥取根徳香媛佐崎分位第回全的会社発表地方調査結果世界都市最';
const HANGUL =
  '이다는의에을를가은고하한지서로기사도자대시인나어일정해리아수상전있제그라부것보장경원으과동주성여오스비공구국조만연들미계세유치안산소해적면선명관생때말문모업무신교개방우위중요단간당재년월일회정부서울부산대구인천광주전울수원성남고용창청포항제도시군강경충북남순위등';
const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў';

const rangeOf = (from: number, to: number): string => {
  let letters = '';
  for (let code = from; code <= to; code += 1) letters += String.fromCharCode(code);
  return letters;
};
const KANA = rangeOf(0x3041, 0x3096) + rangeOf(0x30a1, 0x30fc);
const cyrillic = new Set(CYRILLIC + CYRILLIC.toUpperCase());

const WESTERN = 'áéíóúàèìòùâêîôûãõñçäëïöüßåæøœÁÉÍÓÚÀÈÂÊÔÃÕÑÇÄÖÜÅÆØŒšžŠŽªº';
const PINYIN = 'āǎēěīǐōǒūǔ';

/** Letters of names in the language that an encoding was made for; encodings of East Asia hold those of the West too. */
export const COMMON_LETTERS: Readonly<Record<string, ReadonlySet<string>>> = {
  gb18030: new Set(HAN_SIMPLIFIED + WESTERN + PINYIN),
  big5: new Set(HAN_TRADITIONAL + WESTERN + PINYIN),
  shift_jis: new Set(KANJI + KANA + WESTERN + PINYIN),
  'euc-jp': new Set(KANJI + KANA + WESTERN + PINYIN),
  'euc-kr': new Set(HANGUL),
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  'windows-1252': new Set(WESTERN),
  'windows-1250': new Set('ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäôľĺŕăâîşţĂÂÎŞŢđĐ'),
  'windows-1254': new Set('çğıöşüÇĞİÖŞÜâîû'),
};
