import { make } from './dom.js';

/*
 * The rows of an article as tables. Every cell is a button that shows its words.
 */

const RANKING = ['ranking_name', 'publisher', 'edition', 'scope', 'list_size', 'evaluated'];
const ENTRY = ['rank', 'place', 'country', 'score', 'previous_rank'];
const METRIC = ['place', 'metric', 'op', 'value', 'unit', 'period'];
/** Columns that are shown with a row when one of its cells is looked at. */
export const MORE = {
  entry: [
    'rank',
    'within',
    'tied',
    'place',
    'place_raw',
    'place_type',
    'place_id',
    'admin1',
    'country',
    'score',
    'score_unit',
    'previous_rank',
    'basis',
  ],
  metric: [
    'place',
    'place_raw',
    'place_type',
    'place_id',
    'admin1',
    'country',
    'metric',
    'op',
    'value',
    'value_max',
    'unit',
    'change',
    'period',
  ],
  ranking: RANKING,
};
const LABELS = { ranking_name: 'name', list_size: 'size', previous_rank: 'before', op: 'is' };

export const idOf = (row) => row.entry_id ?? row.metric_id;

/** `onCell(id, column, kind)` is called for a clicked cell, `onRestore(id)` for a rejected row that is accepted after all. */
export function renderRows(article, onCell, onRestore) {
  const lists = new Map();
  for (const row of article.rankings) lists.set(row.ranking_id, [...(lists.get(row.ranking_id) ?? []), row]);
  const elements = [...lists].flatMap(([id, rows]) => [ranking(id, rows[0], onCell), table(rows, filled(ENTRY, rows), 'entry', onCell)]);
  if (article.metrics.length > 0)
    elements.push(make('h3', {}, 'Metrics'), table(article.metrics, filled(METRIC, article.metrics), 'metric', onCell));
  if (elements.length === 0) elements.push(make('p', { class: 'empty' }, 'No rows. Select words of the text and press m to add one.'));
  if (article.rejected.length > 0) {
    const items = article.rejected.map(({ row, decisions }) =>
      make(
        'li',
        {},
        `${row.rank ?? row.value ?? ''} ${row.place}: `,
        decisions.map(({ by, decision, applied }) => `${decision} by ${by}${applied ? '' : ' (a later decision won)'}`).join(', '),
        ' ',
        make('button', { type: 'button', onclick: () => onRestore(idOf(row)) }, 'Accept after all'),
      ),
    );
    elements.push(make('h3', {}, 'Rejected'), make('ul', { class: 'plain' }, ...items));
  }
  if (article.stale.length > 0) {
    const items = article.stale.map(({ by, kind, column, quote, reason }) =>
      make('li', {}, `${by}, ${kind} ${column} “${quote}”: ${reason}`),
    );
    elements.push(make('h3', {}, 'Stale decisions'), make('ul', { class: 'plain' }, ...items));
  }
  return elements;
}

/** A column in which nothing stands takes no room; its cells are under the list of columns of every row. */
const filled = (columns, rows) => columns.filter((column) => rows.some((row) => shown(row, column) !== ''));

function ranking(id, head, onCell) {
  const cells = RANKING.filter((column) => head[column] !== '' || column === 'publisher' || column === 'edition').map((column) =>
    make(
      'span',
      { class: 'fact' },
      make('span', { class: 'label' }, `${LABELS[column] ?? column} `),
      cell(id, column, column === 'ranking_name' ? head[column] || 'no name' : head[column], 'ranking', onCell),
    ),
  );
  return make('div', { class: 'ranking' }, ...cells);
}

function table(rows, columns, kind, onCell) {
  const isJudged = rows.some(({ review }) => review !== 'unreviewed');
  const heads = [
    ...columns.map((column) => make('th', { scope: 'col' }, LABELS[column] ?? column)),
    ...(isJudged ? [make('th', { scope: 'col' }, 'review')] : []),
  ];
  const lines = rows.flatMap((row) => [
    make(
      'tr',
      { class: row.doubts === '' ? row.review : `${row.review} doubted`, 'data-row': idOf(row) },
      ...columns.map((column) => make('td', {}, cell(idOf(row), column, shown(row, column), kind, onCell))),
      ...(isJudged ? [make('td', { class: 'review' }, row.review === 'unreviewed' ? '' : row.review)] : []),
    ),
    ...(row.doubts === '' ? [] : [make('tr', { class: 'doubts' }, make('td', { colspan: heads.length }, ...doubts(row)))]),
  ]);
  const caption = make('caption', {}, kind === 'entry' ? rows[0].ranking_name || 'ranking without a name' : 'metrics');
  return make(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': `table of ${kind}` },
    make('table', {}, caption, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...lines)),
  );
}

function shown(row, column) {
  if (column === 'rank' && row.rank === '') return `top ${row.within}`;
  if (column === 'value' && row.value_max !== '') return `${row.value}–${row.value_max}`;
  return row[column];
}

const doubts = (row) => row.doubts.split(';').map((code) => make('span', { class: 'doubt' }, code));

function cell(id, column, value, kind, onCell) {
  const text = value === '' ? '–' : String(value);
  return make(
    'button',
    {
      type: 'button',
      class: 'cell',
      'data-id': id,
      'data-column': column,
      'aria-label': `${column}: ${text}`,
      onclick: () => onCell(id, column, kind),
    },
    text,
  );
}
