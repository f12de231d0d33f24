import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { parseHtml, type HtmlElement } from '../src/pipeline/2-clean/html-tree.ts';

/** "p(Graz b(Linz))": elements with what is in them, blank texts left out. */
function outline(source: string): string {
  const write = (element: HtmlElement): string =>
    element.children
      .map((child) => {
        if (child.kind === 'element') return `${child.name}(${write(child)})`;
        return (child.text ?? source.slice(child.start, child.end)).trim();
      })
      .filter((part) => part !== '')
      .join(' ');
  return write(parseHtml(source).root);
}

/** The same as htmlparser2 reads it, which works out what is open and what is text on its own. */
function oracle(source: string): string {
  const open: string[][] = [[]];
  const names: string[] = [];
  const close = (): void => {
    const parts = open.pop() ?? [];
    open.at(-1)?.push(`${names.pop() ?? ''}(${parts.filter((part) => part !== '').join(' ')})`);
  };
  const parser = new Parser({
    onopentagname: (name) => {
      names.push(name);
      open.push([]);
    },
    onclosetag: close,
    ontext: (data) => open.at(-1)?.push(data.trim()),
  });
  parser.write(source);
  parser.end();
  return (open[0] ?? []).filter((part) => part !== '').join(' ');
}

describe('the tree of a page', () => {
  it.each([
    ['<p>Graz<p>Linz', 'p(Graz) p(Linz)'],
    ['<ul><li>Graz<li>Linz</ul>Wels', 'ul(li(Graz) li(Linz)) Wels'],
    ['<TABLE><tr><td>1<td>2<tr><th>3</TABLE>', 'table(tr(td(1) td(2)) tr(th(3)))'],
    ['<p>a < b and 3<4</p>', 'p(a < b and 3<4)'],
    ["<p don't>Graz</p>", 'p(Graz)'],
    ['<a title="a > b">Graz</a>', 'a(Graz)'],
    ['<a href=x/y>Graz</a>', 'a(Graz)'],
    ['<div>Graz</b></p></div>', 'div(Graz p())'],
    ['<script>if (a<b) "</p>"</script>Graz', 'script(if (a<b) "</p>") Graz'],
    ['<title>A &amp; <b>B</title>', 'title(A & <b>B)'],
    ['<svg><path d="M0"/><title>x</title></svg>Graz', 'svg(path() title(x)) Graz'],
    ['Graz<!-- <p> -->Linz<!-->Wels<?xml ?>Enns', 'Graz Linz Wels Enns'],
    ['R&D, &copy2021 &rsquo; &#8364; &nix;', 'R&D, © 2021 ’ € &nix;'],
    ['Graz<br>Linz</br>Wels<img src=a>', 'Graz br() Linz br() Wels img()'],
    ['<form>1<form>2</form>3</form>', 'form(1 2) 3'],
    ['Graz<a href="x', 'Graz'],
    ['Graz<!-- x', 'Graz'],
    ['Graz</', 'Graz'],
  ])('%s', (source, expected) => {
    expect(outline(source)).toBe(expected);
  });

  it('reads the attributes that it is asked for', () => {
    const source = '<p CLASS = "a &amp; b" data-x=\'1"2\' id=c hidden class=d>Graz</p>';
    const [p] = parseHtml(source).root.children;
    if (p?.kind !== 'element') throw new Error('expected an element');
    const value = (name: string): string | undefined => p.attributes?.get(name)?.value;
    expect(['class', 'data-x', 'id', 'hidden', 'style'].map(value)).toEqual(['a & b', '1"2', 'c', '', undefined]);
    const { start, end } = p.attributes?.get('class') ?? { start: 0, end: 0 };
    expect(source.slice(start, end)).toBe('CLASS = "a &amp; b"');
  });

  it('reads any tags as htmlparser2 does', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<div class="a>b">', '</div>', '<li>', '<ul>', '</ul>', '<b>', '</b>', '<a href=x>', '</a>', '<br/>', '<td>'],
      ...['<tr>', '<table>', '</table>', '<h2>', '</h2>', '<svg>', '</svg>', '<script>', '</script>', '<!-- a', '-->', '<form>', '</form>'],
      ...[
        'Graz',
        ' ',
        '&amp;',
        '&lt',
        '<',
        '>',
        '"',
        "'",
        '=',
        '/',
        '</',
        '<option>',
        '<select>',
        '</select>',
        '<dd>',
        '<dt>',
        '<!doctype html>',
      ],
    );
    const flat = (text: string): string => text.replaceAll(' ', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = `${pieces.join('')}<hr>`; // what is cut within a tag is no page
        expect(flat(outline(source))).toBe(flat(oracle(source)));
      }),
      { numRuns: 2000 },
    );
  });
});
