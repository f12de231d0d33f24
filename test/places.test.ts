import { describe, expect, it } from 'vitest';
import { areasIn, asType, resolvePlaces } from '../src/pipeline/5-places.ts';
import { lookup } from '../src/gazetteer/index.ts';
import { nameAt } from '../src/pipeline/4-mentions/places-slots.ts';
import { SourceText } from '../src/source-text.ts';
import type { CleanDocument, PlaceMention, Section } from '../src/types.ts';

/** Paragraphs, or items of one list where a line begins with "- ". */
function places(text: string, site = ''): PlaceMention[] {
  const sections: Section[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const marker = line.startsWith('- ') ? 2 : 0;
    const place = {
      start: at + marker,
      end: at + line.length,
      level: marker > 0 ? 1 : 0,
      index: sections.length,
      headings: [],
      sentences: [],
    };
    if (line !== '')
      sections.push(
        marker > 0
          ? { ...place, kind: 'item', group: 0, marker: { value: undefined, span: undefined, tied: false } }
          : { ...place, kind: 'paragraph', group: -1 },
      );
    at += line.length + 1;
  }
  const file = { bytes: new TextEncoder().encode(text), text, encoding: 'utf-8', guessed: false, byteAt: (unit: number) => unit };
  const clean: CleanDocument = {
    format: 'text',
    source: SourceText.whole(file),
    blocks: sections,
    dropped: [],
    metadata: { title: '', site, author: '', published: '', url: '', spans: {} },
  };
  return resolvePlaces(clean, sections)
    .flat()
    .filter((item): item is PlaceMention => item.kind === 'place');
}

const said = (text: string, site?: string): string[] =>
  places(text, site).map(
    ({ start, end, place }) =>
      `${text.slice(start, end)} = ${place.name}, ${place.type}, ${place.admin1 === '' ? '' : `${place.admin1}, `}${place.country}`,
  );

describe('one place item', () => {
  it.each([
    ['It is Osaka of Japan.', 'Osaka of Japan = Osaka, city, Osaka, JP'],
    ["Then comes Canada's Vancouver.", "Canada's Vancouver = Vancouver, city, British Columbia, CA"],
    ['It is Wuhan (Hubei).', 'Wuhan (Hubei) = Wuhan, city, Hubei, CN'],
    ['It is Hefei, Anhui province.', 'Hefei, Anhui province = Hefei, city, Anhui, CN'],
    ['It is McKinney, TX.', 'McKinney, TX = McKinney, city, Texas, US'],
    ['It is Charleston W.Va. again.', 'Charleston W.Va. = Charleston, city, West Virginia, US'],
    ['It is Florianópolis (SC).', 'Florianópolis (SC) = Florianópolis, city, Santa Catarina, BR'],
    ['It is Oxford (UK).', 'Oxford (UK) = Oxford, city, England, GB'],
    ['It is Reading, UK, again.', 'Reading, UK = Reading, city, England, GB'],
    ['It is Suzhou, Anhui, again.', 'Suzhou, Anhui = Suzhou, city, Anhui, CN'],
    ['It is Rexburg, Idaho, again.', 'Rexburg, Idaho = Rexburg, city, Idaho, US'],
    ['It is Andover, MA, again.', 'Andover, MA = Andover, city, Massachusetts, US'],
    ['It is Austin-Round Rock, Texas.', 'Austin-Round Rock, Texas = Austin, city, Texas, US'],
    ['It is Chaoyang District of Beijing.', 'Chaoyang District of Beijing = Chaoyang District, district, Beijing, CN'],
    ['It is the republic of Mordovia.', 'republic of Mordovia = Mordovia, province, RU'],
    ['It is the Kaluga region.', 'Kaluga region = Kaluga region, province, RU'],
    ['It is Kano State.', 'Kano State = Kano, province, NG'],
    ['It is Hefei city.', 'Hefei city = Hefei, city, Anhui, CN'],
    ['The London Borough of Camden leads.', 'London Borough of Camden = Camden, district, England, GB'],
    ['It is Harris County, Texas.', 'Harris County, Texas = Harris County, district, Texas, US'],
    ['It is Changsha County in China.', 'Changsha County = Changsha County, city, Hunan, CN'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it('gives the spans of name and stated subdivision', () => {
    const text = 'It is Wuhan (Hubei).';
    const [wuhan] = places(text);
    expect(text.slice(wuhan?.nameStart, wuhan?.nameEnd)).toBe('Wuhan');
    expect(text.slice(wuhan?.admin1Span?.start, wuhan?.admin1Span?.end)).toBe('Hubei');
    expect(areasIn(text, wuhan ?? never()).map(({ place }) => place.id)).toEqual(['iso:CN-HB']);
  });
});

describe('zones and districts of no gazetteer', () => {
  it.each([
    ['Guizhou Science City was built.', 'Guizhou Science City = Guizhou Science City, zone, Guizhou, CN'],
    [
      'Guiyang National High-tech Industrial Development Zone was built.',
      'Guiyang National High-tech Industrial Development Zone = Guiyang National High-tech Industrial Development Zone, zone, Guizhou, CN',
    ],
    ['In China the West Coast New Area was built.', 'West Coast New Area = West Coast New Area, zone, CN'],
    ['In China the Zhangjiang Hi-Tech Park was built.', 'Zhangjiang Hi-Tech Park = Zhangjiang Hi-Tech Park, zone, CN'],
    ['It is Tianxin District of Changsha.', 'Tianxin District of Changsha = Tianxin District, district, Hunan, CN'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it('are not schools, business or national parks', () => {
    expect(said('The School District, the Central Business District and the National Park are full.')).toEqual([]);
  });

  it('shares a plural among its names', () => {
    expect(said('They are the Nizhny Novgorod and Tomsk regions.').map((line) => line.split(', ')[1])).toEqual(['province', 'province']);
  });
});

describe('what the text says decides', () => {
  it.each([
    ['In Spain, Madrid, Valencia and Seville lead.', 'Valencia = Valencia, city, Valencian Community, ES'],
    ['Atlanta, Birmingham and Nashville lead in the US South.', 'Birmingham = Birmingham, city, Alabama, US'],
    ['Cambridge, Oxford and Bristol lead in England.', 'Cambridge = Cambridge, city, England, GB'],
    ['Boston, Cambridge and Somerville lead in Massachusetts.', 'Cambridge = Cambridge, city, Massachusetts, US'],
    ['Texas, Georgia and Florida lead.', 'Georgia = Georgia, province, US'],
    ['Armenia, Georgia and Azerbaijan lead.', 'Georgia = Georgia, country, GE'],
    ['Chinese cities such as Hangzhou, Suzhou and Wuxi lead.', 'Suzhou = Suzhou, city, Jiangsu, CN'],
  ])('%s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it('keeps one sense per document', () => {
    expect(said('It is Birmingham, Alabama.\nBirmingham grew.')).toContain('Birmingham = Birmingham, city, Alabama, US');
  });

  it('listens to the site', () => {
    expect(said('Yidu, Daye and Zaoyang lead.', 'Hubei Window')).toContain('Daye = Daye, city, Hubei, CN');
  });

  it('marks what only population decided', () => {
    expect(places('They met in Cambridge.')[0]?.doubts).toEqual(['ambiguous-place']);
    expect(places('They met in Cambridge, England.')[0]?.doubts).toEqual([]);
  });

  it('lets the type follow what competes', () => {
    const city = (name: string) => lookup(name).find(({ place }) => place.type === 'city')?.place ?? never();
    expect(asType(city('Tokyo'), 'province')?.id).toBe('iso:JP-13');
    expect(asType(city('Delhi'), 'province')?.id).toBe('iso:IN-DL');
    expect(asType(city('Moscow'), 'province')?.id).toBe('iso:RU-MOW');
    expect(asType(city('New York'), 'province')?.id).toBe('iso:US-NY');
    expect(asType(city('Beijing'), 'province')).toBeUndefined();
    const kaluga = lookup('Kaluga region')[0]?.place ?? never();
    expect(asType(kaluga, 'city')?.id).toBe('geonames:553915');
  });
});

describe('no places', () => {
  it.each([
    'In march he was reading a nice book of the best.',
    'In March he came. On Sunday he left. May he rest.',
    'He read at Peking University and at the Bank of China.',
    'He saw Real Madrid, then China Daily and The New York Times.',
    'Later the Vancouver Canucks met Paris Hilton.',
    'It was in the Washington Post and on Air China.',
    'Reading is fun. Most of it is Nice.',
    'Mr. Houston and George Washington met.',
    'The University of Oxford is old.',
    'Central banks of the Victoria Line.',
    'Beijing Normal University and Shanghai Stock Exchange rose.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('names of no gazetteer', () => {
  it('are places where all their neighbours are', () => {
    const found = places('- Hefei\n- Wuhan\n- Xiamon\n- Zzyzxville\n- Nanjing');
    expect(found.map(({ place, doubts }) => [place.name, place.country, ...doubts])).toEqual([
      ['Hefei', 'CN'],
      ['Wuhan', 'CN'],
      ['Xiamen', 'CN', 'respelled-place'],
      ['Zzyzxville', 'CN', 'unknown-place'],
      ['Nanjing', 'CN'],
    ]);
  });

  it('are asked for by rules too', () => {
    expect(nameAt('Chengdo', 0, 7, ['CN'], undefined)).toMatchObject({
      start: 0,
      end: 7,
      doubts: ['respelled-place'],
      place: { name: 'Chengdu' },
    });
    expect(nameAt('the rest', 0, 8, ['CN'], undefined)).toBeUndefined();
    expect(nameAt('Total', 0, 5, ['CN'], undefined)?.doubts).not.toEqual([]);
  });
});

describe('hostile text', () => {
  // The unit of the measure is the machine's own: ten times the text may cost thirty times the time, not a hundred.
  it.each(['New ', 'York-', 'A, ', 'Hefei of ', "Hefei's ", 'Zone ', 'Hefei, ', 'Hefei, Xq and '])(
    '%j costs time in proportion to its length',
    (unit) => {
      const time = (text: string): number => {
        const start = process.cpuUsage().user;
        places(text);
        return process.cpuUsage().user - start;
      };
      // the shortest of three: a busy machine adds to a time and never takes from it
      const shortest = (text: string): number => Math.min(time(text), time(text), time(text));
      const small = shortest(unit.repeat(1_000));
      expect(shortest(unit.repeat(10_000))).toBeLessThan(30 * Math.max(10_000, small));
    },
  );
});

function never(): never {
  throw new Error('expected a place');
}
