/*
 * What money words mean. A word alone often does not say whose money it is: "dollars" are US dollars and "$" is USD unless
 * an adjective ("Hong Kong dollars", "HK$") or the country the article is about says otherwise. Codes: ISO 4217; countries: ISO 3166-1 alpha-2.
 */

interface Base {
  /** Code without any hint; empty where there is no usual one ("pesos", "dinars"). */
  readonly usual: string;
  readonly byCountry: ReadonlyMap<string, string>;
}

/** Name in the singular, usual code, countries with another or the same code. */
const TABLE: readonly (readonly [string, string, string])[] = [
  [
    'dollar',
    'USD',
    'US:USD EC:USD SV:USD PR:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD JM:JMD TT:TTD BB:BBD BS:BSD BZ:BZD FJ:FJD GY:GYD LR:LRD NA:NAD BN:BND KY:KYD BM:BMD SR:SRD SB:SBD AG:XCD DM:XCD GD:XCD KN:XCD LC:XCD VC:XCD KI:AUD NR:AUD TV:AUD',
  ],
  ['peso', '', 'MX:MXN PH:PHP CO:COP CL:CLP AR:ARS UY:UYU CU:CUP DO:DOP'],
  ['pound', 'GBP', 'GB:GBP EG:EGP LB:LBP SD:SDG SS:SSP SY:SYP GI:GIP FK:FKP'],
  ['rupee', 'INR', 'IN:INR PK:PKR LK:LKR NP:NPR MU:MUR SC:SCR'],
  [
    'franc',
    'CHF',
    'CH:CHF LI:CHF CM:XAF GA:XAF TD:XAF CF:XAF CG:XAF GQ:XAF SN:XOF CI:XOF ML:XOF BF:XOF BJ:XOF TG:XOF NE:XOF GW:XOF RW:RWF BI:BIF DJ:DJF GN:GNF CD:CDF KM:KMF',
  ],
  ['dinar', '', 'KW:KWD BH:BHD IQ:IQD JO:JOD DZ:DZD TN:TND LY:LYD RS:RSD'],
  ['dirham', 'AED', 'AE:AED MA:MAD'],
  ['riyal', 'SAR', 'SA:SAR QA:QAR YE:YER OM:OMR IR:IRR'],
  ['rial', 'IRR', 'IR:IRR OM:OMR YE:YER SA:SAR QA:QAR'],
  ['lira', 'TRY', 'TR:TRY'],
  ['krone', '', 'NO:NOK DK:DKK'],
  ['krona', 'SEK', 'SE:SEK IS:ISK'],
  ['shilling', 'KES', 'KE:KES TZ:TZS UG:UGX SO:SOS'],
  ['yuan', 'CNY', 'CN:CNY'],
  ['yen', 'JPY', 'JP:JPY'],
  ['won', 'KRW', 'KR:KRW KP:KPW'],
  ['rouble', 'RUB', 'RU:RUB BY:BYN'],
  ['ruble', 'RUB', 'RU:RUB BY:BYN'],
  ['kwacha', 'ZMW', 'ZM:ZMW MW:MWK'],
  ['manat', 'AZN', 'AZ:AZN TM:TMT'],
  ['leu', 'RON', 'RO:RON MD:MDL'],
  ['¥', 'JPY', 'JP:JPY CN:CNY'],
  ['crown', '', 'CZ:CZK SE:SEK NO:NOK DK:DKK IS:ISK'],
  ['kr', 'SEK', 'SE:SEK NO:NOK DK:DKK IS:ISK'],
];

/** "name=CODE" of a list; "_" stands for a blank. */
function pairs(list: string): (readonly [string, string])[] {
  return list
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const equals = pair.lastIndexOf('=');
      return [pair.slice(0, equals).replaceAll('_', ' '), pair.slice(equals + 1)] as const;
    });
}

/** Names of one country's money only. */
const SINGLE = new Map(
  pairs(`
  euro=EUR renminbi=CNY rmb=CNY baht=THB dong=VND naira=NGN rand=ZAR reais=BRL zloty=PLN forint=HUF koruna=CZK
  hryvnia=UAH shekel=ILS tenge=KZT taka=BDT ringgit=MYR rupiah=IDR cedi=GHS birr=ETB kyat=MMK pula=BWP metical=MZN
  kwanza=AOA guarani=PYG boliviano=BOB bolivar=VES quetzal=GTQ lempira=HNL cordoba=NIO gourde=HTG lari=GEL
  tugrik=MNT tögrög=MNT togrog=MNT tala=WST vatu=VUV kina=PGK denar=MKD kip=LAK ngultrum=BTN rufiyaa=MVR dram=AMD colones=CRC
  balboa=PAB nakfa=ERN maloti=LSL emalangeni=SZL ouguiya=MRU escudo=CVE afghani=AFN cedis=GHS convertible_mark=BAM convertible_marks=BAM somoni=TJS pataca=MOP dalasi=GMD ariary=MGA riel=KHR soles=PEN lei=RON leva=BGN kroner=NOK kronor=SEK
  sterling=GBP pound_sterling=GBP cfa_franc=XAF 元=CNY 円=JPY 人民币=CNY
`),
);

const ADJECTIVES = new Map(
  pairs(`
  us=US u.s.=US u.s=US american=US canadian=CA australian=AU new_zealand=NZ hong_kong=HK singapore=SG singaporean=SG
  taiwan=TW new_taiwan=TW taiwanese=TW jamaican=JM fijian=FJ namibian=NA mexican=MX philippine=PH colombian=CO
  chilean=CL argentine=AR argentinian=AR uruguayan=UY cuban=CU dominican=DO british=GB uk=GB egyptian=EG lebanese=LB
  sudanese=SD syrian=SY indian=IN pakistani=PK pakistan=PK sri_lankan=LK nepali=NP nepalese=NP nepal=NP mauritian=MU
  swiss=CH rwandan=RW congolese=CD kuwaiti=KW bahraini=BH iraqi=IQ jordanian=JO algerian=DZ tunisian=TN libyan=LY
  serbian=RS uae=AE emirati=AE moroccan=MA saudi=SA qatari=QA qatar=QA yemeni=YE omani=OM iranian=IR turkish=TR
  norwegian=NO danish=DK swedish=SE icelandic=IS kenyan=KE kenya=KE tanzanian=TZ tanzania=TZ ugandan=UG uganda=UG
  somali=SO chinese=CN japanese=JP korean=KR south_korean=KR north_korean=KP russian=RU belarusian=BY zambian=ZM
  malawian=MW azerbaijani=AZ turkmen=TM romanian=RO moldovan=MD
`),
);

const CODES =
  'USD EUR GBP JPY CNY RMB CNH INR CAD AUD NZD HKD SGD TWD NTD KRW THB VND IDR MYR PHP PKR LKR NPR BDT MMK KHR MNT KZT UZS RUB UAH BYN PLN HUF CZK RON BGN CHF SEK NOK DKK ISK RSD ILS AED SAR QAR OMR KWD BHD JOD IQD IRR EGP MAD TND DZD LYD NGN GHS KES TZS UGX RWF ETB ZAR BWP NAD ZMW MZN AOA XAF XOF MXN BRL ARS CLP COP PEN UYU BOB PYG DOP CRC GTQ JMD TTD TRY MOP GEL AMD AZN LBP MUR';

/** What stands in front of a number, as it is written: sign or abbreviation → code, or a name of TABLE. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ').map((code) => [code, code === 'RMB' || code === 'CNH' ? 'CNY' : code === 'NTD' ? 'TWD' : code] as const),
  ...pairs(`
  $=dollar US$=USD U.S.$=USD U.S._$=USD USD$=USD A$=AUD AU$=AUD C$=CAD CA$=CAD CAD$=CAD Can$=CAD HK$=HKD NT$=TWD
  S$=SGD SG$=SGD NZ$=NZD R$=BRL MX$=MXN Mex$=MXN J$=JMD BZ$=BZD FJ$=FJD GY$=GYD Bds$=BBD EC$=XCD TT$=TTD N$=NAD €=EUR £=pound E£=EGP LE=EGP ¥=¥ ￥=¥ CN¥=CNY
  JP¥=JPY RMB¥=CNY ₹=INR Rs=rupee Rs.=rupee rs.=rupee RS=rupee RS.=rupee Re=rupee NRs=NPR PKRs=PKR ₦=NGN ₩=KRW ₫=VND
  ฿=THB ₽=RUB ₴=UAH ₺=TRY ₱=PHP Php=PHP ₪=ILS NIS=ILS ₸=KZT ৳=BDT Tk=BDT Tk.=BDT ₡=CRC S/=PEN S/.=PEN Dh=AED Dhs=AED
  DH=AED SR=SAR QR=QAR KD=KWD BD=BHD RO=OMR RM=MYR Rp=IDR Rp.=IDR Sh=shilling Sh.=shilling Shs=shilling Shs.=shilling Ksh=KES KSh=KES Kshs=KES
  USh=UGX Ush=UGX TSh=TZS GH¢=GHS GH₵=GHS GHC=GHS FCFA=XAF CFA=XAF CFAF=XAF SFr=CHF Fr=CHF Fr.=CHF kr=kr Kr=kr N=NGN
  R=ZAR P=PHP JD=JOD yuan=CNY Yuan=CNY
`),
]);

const BASES: ReadonlyMap<string, Base> = new Map(
  TABLE.map(([name, usual, countries]) => [
    name,
    { usual, byCountry: new Map(countries.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const)) },
  ]),
);

/** What stands behind a number, in lower case: "us dollars", "yuan", "usd" → code or name of TABLE. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ')
    .filter((code) => code !== 'TRY' && code !== 'MOP')
    .map((code) => [code.toLowerCase(), PREFIXES.get(code) ?? code] as const),
  ...[...SINGLE].flatMap(
    ([name, code]) =>
      [
        [name, code],
        [`${name}s`, code],
      ] as const,
  ),
  ...[...BASES].flatMap(([name, base]) => [
    [name, name] as const,
    [`${name}s`, name] as const,
    ...[...ADJECTIVES].flatMap(([adjective, country]) => {
      const code = base.byCountry.get(country);
      return code === undefined
        ? []
        : ([
            [`${adjective} ${name}`, code],
            [`${adjective} ${name}s`, code],
          ] as const);
    }),
  ]),
  ['pounds sterling', 'GBP'],
  ['chinese renminbi', 'CNY'],
  ['yuan renminbi', 'CNY'],
  ['indonesian rupiah', 'IDR'],
  ['malaysian ringgit', 'MYR'],
  ['nigerian naira', 'NGN'],
  ['brazilian reais', 'BRL'],
  ['south african rand', 'ZAR'],
  ['thai baht', 'THB'],
  ['vietnamese dong', 'VND'],
  ['cfa', 'XAF'],
  ['fcfa', 'XAF'],
  ['$', 'dollar'],
  ['us$', 'USD'],
  ['€', 'EUR'],
  ['£', 'pound'],
  ['¥', '¥'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['ft.', 'HUF'],
  ['czech koruna', 'CZK'],
]);

/** Longest sign or abbreviation in front of a number, in UTF-16 units. */
export const LONGEST_PREFIX = 6;

export function currencyPrefix(written: string): string | undefined {
  return PREFIXES.get(written);
}

/** Every way a currency is named behind a number, in lower case, words by single blanks. */
export function currencyNames(): ReadonlyMap<string, string> {
  return NAMES;
}

/** The code that a sign or name of the tables stands for; `country` decides what the words leave open. Empty where nothing does. */
export function codeOf(currency: string, country = ''): string {
  const base = BASES.get(currency);
  return base === undefined ? currency : (base.byCountry.get(country) ?? base.usual);
}

/**
 * ISO 4217 of an amount in words: `currencyOf("$1.46bn")` is USD, `currencyOf("$1.46bn", "CA")` CAD, `currencyOf("US$1.46bn", "CA")` USD.
 * Empty where the words name no currency, or one that several countries share and no country was given.
 */
export function currencyOf(words: string, country = ''): string {
  const digit = words.search(/\.?\d/);
  const front = (digit < 0 ? words : words.slice(0, digit)).trim().replace(/^[-+−]/, '');
  for (let start = Math.max(0, front.length - LONGEST_PREFIX); start < front.length; start += 1) {
    const found = PREFIXES.get(front.slice(start));
    if (found !== undefined) return codeOf(found, country);
  }
  const tail = words
    .slice(-40)
    .replace(/\d(?=\D)/g, '$& ')
    .replace(/[€£¥₹₽₩₫]/g, ' $&')
    .toLowerCase()
    .split(/[\s-]/);
  for (let first = Math.max(0, tail.length - 4); first < tail.length; first += 1) {
    const name = tail.slice(first).join(' ');
    const found = NAMES.get(name);
    if (found !== undefined) return codeOf(found, country);
  }
  return '';
}
