import { lightWords, renderArticle, selectedWords } from './article.js';
import { ask, byId, make, query, say } from './dom.js';
import { askRow, askValue, showConflicts, showHelp } from './forms.js';
import { idOf, MORE, renderRows } from './rows.js';

/*
 * The reviewer's page: which article, which cell, and what is decided about it.
 */

let articles = [];
let article;
let selected;

const shown = () => {
  const words = byId('search').value.toLowerCase();
  const order = byId('order').value;
  const rule = byId('rule').value;
  const doubt = byId('doubt').value;
  const open = ({ rows, decided }) => Math.max(0, rows - decided);
  const keys = { doubts: (one) => -one.doubts, changes: (one) => -one.changes, open: (one) => -open(one), source: () => 0 };
  return articles
    .filter((one) => `${one.source} ${one.title}`.toLowerCase().includes(words) && (rule === '' || one.rules.includes(rule)))
    .filter((one) => doubt === '' || one.codes.includes(doubt))
    .filter((one) => order !== 'open' || open(one) > 0)
    .filter((one) => order !== 'changes' || one.changes > 0)
    .sort((a, b) => keys[order](a) - keys[order](b) || (a.source < b.source ? -1 : 1));
};

function renderList() {
  const items = shown().map((one) => {
    const facts = [
      `${one.rows} rows`,
      one.decided > 0 ? `${one.decided} decided` : '',
      one.doubts > 0 ? `${one.doubts} doubts` : '',
      one.changes > 0 ? `${one.changes} changes` : '',
    ];
    const button = make(
      'button',
      {
        type: 'button',
        class: 'article',
        'data-id': one.id,
        'aria-current': one.id === article?.document.document_id ? 'true' : undefined,
      },
      make('span', { class: 'name' }, one.title || one.source),
      make('span', { class: 'facts' }, [one.source, ...facts.filter((fact) => fact !== '')].join(' · ')),
    );
    button.addEventListener('click', () => void openArticle(one.id));
    return make('li', {}, button);
  });
  byId('articles').replaceChildren(...(items.length === 0 ? [make('li', { class: 'empty' }, 'No article fits.')] : items));
}

async function loadList() {
  const list = await ask('/api/list');
  articles = list.articles;
  byId('reviewer').textContent = `· ${list.reviewer}`;
  offer(
    'rule',
    articles.flatMap(({ rules }) => rules),
  );
  offer(
    'doubt',
    articles.flatMap(({ codes }) => codes),
  );
  renderList();
}

/** The values that a filter can have; what was chosen stays. */
function offer(filter, values) {
  const chosen = byId(filter).value;
  const options = [...new Set(values)].sort().map((value) => make('option', { value }, value));
  byId(filter).replaceChildren(make('option', { value: '' }, 'any'), ...options);
  byId(filter).value = chosen;
}

async function openArticle(id) {
  show(await ask(`/api/article?${query({ document: id })}`));
  selected = undefined;
  byId('detail').hidden = true;
  showPane('text');
  byId('text').scrollTop = 0;
  renderList();
  document.querySelector('.article[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function show(next) {
  article = next;
  byId('text').replaceChildren(...renderArticle(article.parts, { onWords: showCells, onSentence: showSentence }));
  byId('rows').replaceChildren(make('h2', {}, article.document.title || article.document.source), ...renderRows(article, select, restore));
  if (article.document.error !== '') byId('rows').append(make('p', {}, article.document.error));
}

function showPane(name) {
  document.body.dataset.pane = name;
  for (const button of byId('views').children) button.setAttribute('aria-pressed', String(button.dataset.pane === name));
  byId('text').querySelector('mark.on')?.scrollIntoView({ block: 'center' });
}

const buttonOf = (id, column) => byId('rows').querySelector(`.cell[data-id="${id}"][data-column="${column}"]`);

/** Looks at a cell: its words, what it is, what can be done. */
function select(id, column, kind) {
  selected = { id, column, kind };
  for (const on of byId('rows').querySelectorAll('.on')) on.classList.remove('on');
  const button = buttonOf(id, column);
  button?.classList.add('on');
  button?.closest('tr')?.classList.add('on');
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
  const found = lightWords(byId('text'), id, column);
  renderDetail(found);
}

const rowOf = (id) => [...article.rankings, ...article.metrics].find((row) => idOf(row) === id || row.ranking_id === id);
const rowOfSelected = () => (selected === undefined ? undefined : rowOf(selected.id));

function renderDetail(found) {
  const { id, column, kind } = selected;
  const row = rowOf(id);
  const line = article.lines.find((one) => one.id === id);
  const cell = line?.cells[column];
  const pick = make('select', { 'aria-label': 'Column' }, ...MORE[kind].map((name) => make('option', { value: name }, name)));
  pick.value = column;
  pick.addEventListener('change', () => select(id, pick.value, kind));
  const said =
    cell === undefined ? 'no words of its own' : `${cell.origin} by ${cell.steps.join(', ')}${cell.rule === '' ? '' : `, ${cell.rule}`}`;
  const history = (line?.decisions ?? []).map(({ by, decision, column: of, value, applied }) =>
    make('li', {}, `${by}: ${decision} ${of} ${value ?? ''}${applied ? '' : ' (a later decision won)'}`),
  );
  const actions = [
    kind === 'ranking' ? undefined : make('button', { type: 'button', class: 'main', onclick: accept }, 'Accept ', make('kbd', {}, 'a')),
    kind === 'ranking' ? undefined : make('button', { type: 'button', onclick: reject }, 'Reject ', make('kbd', {}, 'r')),
    make('button', { type: 'button', onclick: correct }, 'Correct ', make('kbd', {}, 'c')),
    make('button', { type: 'button', onclick: explainCell }, 'Explain ', make('kbd', {}, 'e')),
  ];
  byId('detail').replaceChildren(
    make(
      'p',
      { class: 'what' },
      pick,
      ' ',
      make('strong', {}, String(row?.[column] ?? '') || 'empty'),
      ' ',
      cell?.machine === undefined ? '' : make('del', {}, String(cell.machine.value) || 'empty'),
      ' ',
      make('span', { class: 'facts' }, `${said}; ${found === 1 ? 'one place' : `${found} places`} in the text`),
    ),
    ...(cell === undefined ? [] : [make('p', { class: 'words' }, ...cell.pieces.map(({ quote }) => make('q', {}, quote)))]),
    make('p', { class: 'actions' }, ...actions.filter((action) => action !== undefined)),
    ...(history.length === 0 ? [] : [make('ul', { class: 'plain' }, ...history)]),
    make('pre', { id: 'why', hidden: true, tabindex: 0, 'aria-label': 'Explanation' }),
  );
  byId('detail').hidden = false;
}

async function decide(decision, column = '', value = undefined) {
  if (selected === undefined) return say('choose a cell first');
  const { id, column: at, kind } = selected;
  show(await ask('/api/decide', { document: article.document.document_id, id, decision, column, value }));
  say(`${decision}: saved`);
  const isThere = rowOf(id) !== undefined;
  await loadList();
  if (isThere) select(id, at, kind);
  else {
    selected = undefined;
    byId('detail').hidden = true;
  }
}

async function restore(id) {
  show(await ask('/api/decide', { document: article.document.document_id, id, decision: 'accept', column: '' }));
  say('accept: saved');
  await loadList();
}

const accept = () => {
  if (selected?.kind !== 'ranking') void decide('accept');
};
const reject = () => {
  if (selected?.kind !== 'ranking') void decide('reject');
};
const NUMBERS = new Set(['rank', 'within', 'previous_rank', 'list_size', 'evaluated']);

function correct() {
  if (selected === undefined) return say('choose a cell first');
  const { column } = selected;
  askValue(column, String(rowOfSelected()?.[column] ?? ''), (given) =>
    decide('correct', column, NUMBERS.has(column) && /^\d+$/.test(given) ? Number(given) : given),
  );
}

async function explainCell() {
  const { id, column } = selected;
  tell(await ask(`/api/explain?${query({ document: article.document.document_id, row: id, column })}`));
}

/** A sentence that was clicked, or words that were selected: what can be done with them. */
function showSentence(span) {
  if (document.getSelection().isCollapsed) span.focus({ preventScroll: true });
  // On a telephone the tap on the button ends the selection.
  const words = selectedWords(byId('text'));
  if (words === undefined) return;
  selected = undefined;
  byId('detail').replaceChildren(
    make('p', { class: 'words' }, make('q', {}, words.text.slice(words.start, words.end))),
    make(
      'p',
      { class: 'actions' },
      make('button', { type: 'button', class: 'main', onclick: () => addRow(words) }, 'Add a row ', make('kbd', {}, 'm')),
      make('button', { type: 'button', onclick: () => explainSentence(span) }, 'Explain ', make('kbd', {}, 'e')),
    ),
    make('pre', { id: 'why', hidden: true, tabindex: 0, 'aria-label': 'Explanation' }),
  );
  byId('detail').hidden = false;
}

let selecting;
/** Once the selection rests: the mouse and the handles of a telephone move it often. */
function onSelection() {
  clearTimeout(selecting);
  selecting = setTimeout(() => {
    const { isCollapsed, anchorNode } = document.getSelection();
    const span = anchorNode?.parentElement?.closest('.sentence') ?? undefined;
    if (!isCollapsed && span !== undefined && !byId('sheet').open) showSentence(span);
  }, 200);
}

async function explainSentence(span) {
  showSentence(span);
  const words = { part: span.closest('.part').dataset.part, start: span.dataset.start, end: span.dataset.end };
  tell(await ask(`/api/explain-words?${query({ document: article.document.document_id, ...words })}`));
}

function tell(lines) {
  byId('why').hidden = false;
  byId('why').textContent = lines.join('\n');
}

/** The cells of clicked words; of several the first that is in the tables, the next on the next click. */
function showCells(cells) {
  const here = cells.filter(({ id, column }) => buttonOf(id, column) !== null);
  const at = here.findIndex(({ id, column }) => id === selected?.id && column === selected.column);
  const next = here[(at + 1) % here.length];
  if (next === undefined) return say(`words of ${[...new Set(cells.map(({ column }) => column))].join(', ')}`);
  const { kind } = article.lines.find((line) => line.id === next.id);
  select(next.id, next.column, kind);
  say(`${here.length} cells rest on these words`);
}

async function addRow(words = selectedWords(byId('text'))) {
  if (article === undefined || words === undefined) return say('select words of one paragraph, or go to a sentence with s');
  const { part, start, end, text } = words;
  const document_ = article.document.document_id;
  const suggested = await ask(`/api/suggest?${query({ document: document_, part, start, end })}`);
  const lists = new Map(article.rankings.map((row) => [row.ranking_id, `${row.ranking_name || 'no name'} ${row.edition}`]));
  askRow(text.slice(start, end), suggested, lists, async (kind, quote, cells) => {
    const at = text.indexOf(quote, Math.max(0, start - 1));
    if (quote === '' || at < 0) {
      say('expected words of this paragraph');
      throw new Error('no such words');
    }
    show(await ask('/api/add', { document: document_, kind, part, start: at, end: at + quote.length, cells }));
    say('added: saved');
    await loadList();
  });
}

async function undo() {
  const { document: id } = await ask('/api/undo', {});
  if (id === '') return say('nothing to undo in this session');
  show(await ask(`/api/article?${query({ document: id })}`));
  await loadList();
  byId('detail').hidden = true;
  say('taken back');
}

async function conflicts() {
  showConflicts(await ask('/api/conflicts'), async ({ document_id, entry_id }) => {
    byId('sheet').close();
    await openArticle(document_id);
    if (buttonOf(entry_id, 'rank') !== null) select(entry_id, 'rank', 'entry');
  });
}

// ---- moving about

function step(elements, forward, isCurrent) {
  const at = elements.findIndex(isCurrent);
  return elements[at < 0 ? (forward ? 0 : elements.length - 1) : Math.min(elements.length - 1, Math.max(0, at + (forward ? 1 : -1)))];
}

function stepArticle(forward) {
  const next = step(shown(), forward, ({ id }) => id === article?.document.document_id);
  if (next !== undefined) void openArticle(next.id);
}

function stepRow(forward) {
  const rows = [...byId('rows').querySelectorAll('tr[data-row]')];
  const next = step(rows, forward, (row) => row.dataset.row === selected?.id);
  const cell = next?.querySelector(`.cell[data-column="${selected?.column ?? ''}"]`) ?? next?.querySelector('.cell');
  cell?.click();
}

function stepCell(forward) {
  const cells = [...byId('rows').querySelectorAll('.cell')];
  step(cells, forward, (cell) => cell.dataset.id === selected?.id && cell.dataset.column === selected?.column)?.click();
}

function stepIn(what, forward) {
  const elements = [...byId('text').querySelectorAll(what)];
  const next = step(elements, forward, (element) => element === document.activeElement);
  showPane('text');
  next?.focus();
}

const focused = (what) => document.activeElement?.closest(what) ?? undefined;

const COMMANDS = {
  n: () => stepArticle(true),
  p: () => stepArticle(false),
  j: () => stepRow(true),
  k: () => stepRow(false),
  l: () => stepCell(true),
  h: () => stepCell(false),
  a: accept,
  r: reject,
  c: correct,
  e: () => (focused('.sentence') === undefined ? selected !== undefined && explainCell() : explainSentence(focused('.sentence'))),
  s: () => stepIn('.sentence', true),
  S: () => stepIn('.sentence', false),
  w: () => stepIn('mark', true),
  W: () => stepIn('mark', false),
  m: () => addRow(),
  u: undo,
  f: () => {
    const all = [...byId('text').querySelectorAll('details')];
    const isOpen = all.some(({ open }) => open);
    for (const one of all) one.open = !isOpen;
  },
  '/': () => {
    showPane('list');
    byId('search').focus();
  },
  1: () => showPane('list'),
  2: () => showPane('text'),
  3: () => showPane('rows'),
  x: conflicts,
  '?': showHelp,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId('sheet').open) return;
  if (event.key === 'Enter' && focused('mark') !== undefined) return focused('mark').click();
  if (focused('input, select, textarea') !== undefined) {
    if (event.key !== 'Escape') return;
    // A search field would be emptied.
    event.preventDefault();
    document.activeElement.blur();
    return;
  }
  const command = COMMANDS[event.key];
  if (command === undefined) return;
  event.preventDefault();
  void command();
});

byId('filters').addEventListener('submit', (event) => {
  event.preventDefault();
  document.activeElement.blur();
  const [first] = shown();
  if (first !== undefined) void openArticle(first.id);
});
for (const id of ['search', 'order', 'doubt', 'rule']) byId(id).addEventListener('input', renderList);
for (const button of byId('views').children) button.addEventListener('click', () => showPane(button.dataset.pane));
document.addEventListener('selectionchange', onSelection);
byId('undo').addEventListener('click', undo);
byId('help').addEventListener('click', showHelp);
byId('conflicts').addEventListener('click', conflicts);
// The token has done its work: it need not stand in the address any longer.
history.replaceState(null, '', '/');
await loadList();
