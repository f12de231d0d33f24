import { make } from './dom.js';

/*
 * The text of an article: words of cells are marked, also where they cross; what was left out is folded.
 */

const TAGS = { title: 'h2', heading: 'h3', paragraph: 'p', item: 'p', row: 'p', caption: 'p' };

/** Parts in the order of the file. `onWords(cells)` is called with the cells whose words were clicked. */
export function renderArticle(parts, { onWords, onSentence }) {
  if (parts.length === 0) return [make('p', { class: 'empty' }, 'This article could not be read.')];
  return parts.map((part) => (part.kind === 'dropped' ? dropped(part) : block(part, onWords, onSentence)));
}

function dropped({ reason, text }) {
  return make('details', { class: 'dropped' }, make('summary', {}, `left out: ${reason}`), make('pre', {}, text));
}

function block(part, onWords, onSentence) {
  const element = make(TAGS[part.kind] ?? 'p', { class: `part ${part.kind}`, 'data-part': part.start });
  let at = 0;
  for (const sentence of part.sentences) {
    if (sentence.start > at) element.append(part.text.slice(at, sentence.start));
    const span = make('span', { class: 'sentence', tabindex: -1, 'data-start': sentence.start, 'data-end': sentence.end });
    span.addEventListener('click', ({ target }) => {
      if (target.closest('mark') === null && document.getSelection().isCollapsed) onSentence(span);
    });
    span.append(...segments(part, sentence, onWords));
    element.append(span);
    at = sentence.end;
  }
  element.append(part.text.slice(at));
  return element;
}

/** Cut at the ends of all marks: what lies between two cuts belongs to the same cells. */
function segments({ text, marks }, { start, end }, onWords) {
  const here = marks.filter((mark) => mark.start < end && start < mark.end);
  const cuts = [...new Set([start, end, ...here.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index];
    const cells = here.filter((mark) => mark.start < to && from < mark.end);
    const words = text.slice(from, to);
    if (cells.length === 0) return words;
    const rows = new Set(cells.map(({ id }) => id)).size;
    const mark = make(
      'mark',
      {
        class: rows > 1 ? 'words shared' : 'words',
        tabindex: -1,
        'data-cells': cells.map(({ id, column }) => `${id}/${column}`).join(' '),
        title: [...new Set(cells.map(({ column }) => column))].join(', '),
      },
      words,
    );
    mark.addEventListener('click', () => {
      if (document.getSelection().isCollapsed) onWords(cells, mark);
    });
    return mark;
  });
}

/** Lights the words of a cell, or of all cells of a row, and scrolls the first into view. */
export function lightWords(root, id, column) {
  for (const mark of root.querySelectorAll('mark.on')) mark.classList.remove('on');
  const key = (cell) => (column === '' ? cell.startsWith(`${id}/`) : cell === `${id}/${column}`);
  const lit = [...root.querySelectorAll('mark')].filter((mark) => mark.dataset.cells.split(' ').some(key));
  for (const mark of lit) mark.classList.add('on');
  lit[0]?.scrollIntoView({ block: 'center' });
  return lit.length;
}

/** The selected words, or the sentence in focus: part and UTF-16 units in it. */
export function selectedWords(root) {
  const selection = document.getSelection();
  if (selection !== null && !selection.isCollapsed && root.contains(selection.anchorNode)) {
    const range = selection.getRangeAt(0);
    const part = partOf(range.startContainer);
    if (part === undefined || part !== partOf(range.endContainer)) return undefined;
    const before = document.createRange();
    before.setStart(part, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return { part: Number(part.dataset.part), start, end: start + range.toString().length, text: part.textContent };
  }
  const sentence = document.activeElement?.closest('.sentence');
  if (sentence === null || sentence === undefined) return undefined;
  const part = partOf(sentence);
  return {
    part: Number(part.dataset.part),
    start: Number(sentence.dataset.start),
    end: Number(sentence.dataset.end),
    text: part.textContent,
  };
}

function partOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.part') ?? undefined;
}
