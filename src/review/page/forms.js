import { byId, make } from './dom.js';

/*
 * What is asked for: a right value, a missed row; and the sheet of keys.
 */

function field(name, label, value = '', attributes = {}) {
  return make('label', {}, `${label} `, make('input', { name, value, autocomplete: 'off', ...attributes }));
}

function form(title, fields, submit, onDone) {
  const cancel = make('button', { type: 'button', onclick: () => byId('sheet').close() }, 'Cancel');
  const element = make(
    'form',
    { method: 'dialog' },
    make('h2', { id: 'sheet-title' }, title),
    ...fields,
    make('p', { class: 'actions' }, make('button', { type: 'submit', class: 'main' }, submit), ' ', cancel),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(element));
    void onDone(values).then(
      () => byId('sheet').close(),
      () => undefined,
    );
  });
  open(element);
}

function open(...content) {
  const sheet = byId('sheet');
  sheet.replaceChildren(...content);
  if (!sheet.open) sheet.showModal();
  const first = sheet.querySelector('input, select, button');
  first?.focus();
  // What is typed takes the place of what stood there.
  if (first instanceof HTMLInputElement) first.select();
}

export function askValue(column, value, onDone) {
  form(`Correct ${column}`, [field('value', 'Right value', value)], 'Save', ({ value: given }) => onDone(given));
}

/** `lists`: the rankings of the article, by id. */
export function askRow(words, suggested, lists, onDone) {
  const { place = {}, value = '', unit = '', op = '=' } = suggested;
  const kind = make(
    'select',
    { name: 'kind' },
    make('option', { value: 'entry' }, 'place in a ranking'),
    make('option', { value: 'metric' }, 'metric'),
  );
  const list = make(
    'select',
    { name: 'ranking_id' },
    ...[...lists].map(([id, name]) => make('option', { value: id }, name)),
    make('option', { value: '' }, 'another ranking'),
  );
  const entry = make(
    'fieldset',
    {},
    make('legend', {}, 'Ranking'),
    make('label', {}, 'Ranking ', list),
    field('ranking_name', 'Name of another'),
    field('rank', 'Rank', '', { inputmode: 'numeric' }),
    field('within', 'Or only within the top', '', { inputmode: 'numeric' }),
  );
  const metric = make(
    'fieldset',
    { hidden: true },
    make('legend', {}, 'Metric'),
    field('metric', 'Measure'),
    field('op', 'Operator', op),
    field('value', 'Value', value),
    field('unit', 'Unit', unit),
  );
  kind.addEventListener('change', () => {
    entry.hidden = kind.value !== 'entry';
    metric.hidden = !entry.hidden;
  });
  const fields = [
    make('label', {}, 'What ', kind),
    field('quote', 'Words', words),
    field('place', 'Place', place.place ?? ''),
    entry,
    metric,
  ];
  form('Add a row', fields, 'Add', ({ kind: what, quote, ...rest }) => onDone(what, quote, cellsOf(what, rest, place)));
}

function cellsOf(kind, values, place) {
  const own = kind === 'entry' ? ['ranking_id', 'ranking_name', 'rank', 'within'] : ['metric', 'op', 'value', 'unit'];
  const given = Object.fromEntries(own.filter((name) => values[name] !== '').map((name) => [name, values[name]]));
  for (const name of ['rank', 'within']) if (given[name] !== undefined) given[name] = Number(given[name]);
  if (given.ranking_id !== undefined) delete given.ranking_name;
  const where = values.place === place.place ? place : { place: values.place, place_raw: values.place, place_type: 'city' };
  return { ...where, ...given };
}

const closing = () => make('p', { class: 'actions' }, make('button', { type: 'button', onclick: () => byId('sheet').close() }, 'Close'));

const KEYS = [
  ['n / p', 'next, previous article'],
  ['j / k', 'next, previous row'],
  ['h / l', 'cell to the left, to the right'],
  ['a', 'accept the row'],
  ['r', 'reject the row'],
  ['c', 'correct the cell'],
  ['e', 'explain the cell, or the sentence in focus'],
  ['s / S', 'next, previous sentence of the text'],
  ['w / W', 'next, previous marked words; Enter shows their cells'],
  ['m', 'add a row from the selected words, or from the sentence in focus'],
  ['u', 'undo the last decision'],
  ['f', 'fold or unfold what was left out'],
  ['/', 'search'],
  ['1 2 3', 'articles, text, rows'],
  ['x', 'conflicts between articles'],
  ['Esc', 'close'],
];

export function showHelp() {
  const rows = KEYS.map(([key, does]) => make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, key)), make('td', {}, does)));
  open(make('h2', { id: 'sheet-title' }, 'Keys'), make('table', {}, make('tbody', {}, ...rows)), closing());
}

/** Positions on which articles disagree, side by side. */
export function showConflicts(rows, onOpen) {
  const groups = new Map();
  for (const row of rows) groups.set(row.conflict_id, [...(groups.get(row.conflict_id) ?? []), row]);
  const items = [...groups.values()].map((sides) =>
    make(
      'section',
      { class: 'conflict' },
      make('h3', {}, `${sides[0].place} in ${sides[0].ranking_name} ${sides[0].edition}`),
      make(
        'div',
        { class: 'sides' },
        ...sides.map((side) =>
          make(
            'div',
            { class: 'side' },
            make('strong', {}, side.rank === '' ? `top ${side.within}` : `rank ${side.rank}`),
            make('blockquote', {}, side.evidence),
            make('button', { type: 'button', onclick: () => onOpen(side) }, side.source),
          ),
        ),
      ),
    ),
  );
  open(
    make('h2', { id: 'sheet-title' }, 'Conflicts'),
    ...(items.length === 0 ? [make('p', {}, 'No two articles contradict each other.')] : items),
    closing(),
  );
}
