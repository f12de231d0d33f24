/*
 * The articles of a report are drawn when they are opened: a report of a thousand is ready as soon as one of ten.
 */
let articles;
const list = document.getElementById('articles');
const more = document.getElementById('more');
const read = () => {
  articles ??= JSON.parse(document.getElementById('articles-data').textContent);
  return articles;
};
const make = (tag, text = '') => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};
const table = (heads, rows) => {
  const element = make('table');
  const head = element.createTHead().insertRow();
  for (const name of heads) {
    const cell = make('th', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of row) line.insertCell().textContent = value;
  }
  const scroll = make('div');
  scroll.className = 'scroll';
  scroll.tabIndex = 0;
  scroll.append(element);
  return scroll;
};
/** The articles that do not stand in the file. */
const drawOthers = () => {
  if (more === null || more.hidden) return;
  more.hidden = true;
  for (const [at, { title, facts }] of read().entries()) {
    if (at < list.childElementCount) continue;
    const details = make('details');
    details.dataset.at = at;
    const summary = make('summary', `${title} `);
    const quiet = make('span', facts);
    quiet.className = 'quiet';
    summary.append(quiet);
    details.append(summary, make('div'));
    list.append(details);
  }
};
const draw = (details) => {
  const body = details.querySelector('div');
  if (body.childElementCount > 0) return;
  read();
  for (const { name, rows } of articles[Number(details.dataset.at)].lists) {
    body.append(make('h3', name), table(['rank', 'place', 'country', 'score', 'evidence', 'doubts', 'rule', 'review'], rows));
  }
  const { metrics } = articles[Number(details.dataset.at)];
  if (metrics.length > 0)
    body.append(make('h3', 'Metrics'), table(['place', 'measure', 'value', 'period', 'evidence', 'doubts', 'rule', 'review'], metrics));
  if (body.childElementCount === 0) body.append(make('p', 'No rows.'));
};
// `toggle` does not rise; on its way down it can be heard for all.
list.addEventListener('toggle', ({ target }) => draw(target), true);
document.getElementById('find').addEventListener('input', ({ target }) => {
  drawOthers();
  const words = target.value.toLowerCase();
  for (const details of document.querySelectorAll('#articles details')) details.hidden = !details.textContent.toLowerCase().includes(words);
});
more?.addEventListener('click', drawOthers);
