/*
 * Elements from plain values. What an article says becomes text nodes and nothing else.
 */

/** `make('button', { class: 'cell', onclick }, 'Hefei')`: attributes, listeners (`on…`), children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

export function say(text) {
  byId('status').textContent = text;
}

/** Asks the server; what it refuses is said on the page and thrown. */
export async function ask(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, options);
  const type = response.headers.get('Content-Type') ?? '';
  const answer = type.startsWith('application/json') ? await response.json() : { error: await response.text() };
  if (!response.ok) {
    say(answer.error);
    throw new Error(answer.error);
  }
  return answer;
}

export const query = (values) => new URLSearchParams(values).toString();
