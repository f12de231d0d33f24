import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { UsageError } from '../../failures.ts';
import type { Desk } from './desk.ts';

/*
 * The desk over HTTP, for one person on one machine. The token in the URL is exchanged for a cookie, as Jupyter does; Host and
 * Origin are checked, so that no other page can ask; nothing is loaded but the page's own files, nothing runs inline.
 */

const FILES: Readonly<Record<string, string>> = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'article.js': 'text/javascript; charset=utf-8',
  'rows.js': 'text/javascript; charset=utf-8',
  'forms.js': 'text/javascript; charset=utf-8',
};

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const offset = z.int().min(0);
const words = { document: z.string(), part: offset, start: offset, end: offset };
const cells = z.record(z.string(), z.union([z.string().max(500), z.number()]));
const verdict = z.strictObject({
  document: z.string(),
  id: z.string(),
  decision: z.enum(['accept', 'reject', 'correct']),
  column: z.string(),
  value: z.union([z.string().max(500), z.number()]).optional(),
});
const finding = z.strictObject({ ...words, kind: z.enum(['entry', 'metric']), cells });
const wordsQuery = z.object({ document: z.string(), part: z.coerce.number(), start: z.coerce.number(), end: z.coerce.number() });

const page = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');

const isToken = (given: string | undefined, token: string): boolean => {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(token));
};

/** `hosts`: what the Host header may say, `127.0.0.1:4321`. */
export function deskApp(desk: Desk, token: string, hosts: () => readonly string[]): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    if (!hosts().includes(host)) return context.text('expected this machine as the host', 403);
    if (origin !== undefined && !hosts().some((one) => origin === `http://${one}`))
      return context.text('expected a request of this page', 403);
    if (!isToken(context.req.query('token') ?? getCookie(context, 'desk'), token))
      return context.text('expected the address that `ranktrace review` printed, with its token', 403);
    if (context.req.method === 'POST') {
      if (origin === undefined) return context.text('expected a request of this page', 403);
      if (context.req.header('content-type') !== 'application/json') return context.text('expected JSON', 415);
    }
    return next();
  });
  app.onError((error, context) => {
    const isWrong = error instanceof UsageError || error instanceof z.ZodError || error instanceof SyntaxError;
    return context.json({ error: error.message.split('\n')[0] }, isWrong ? 400 : 500);
  });
  app.get('/', (context) => {
    setCookie(context, 'desk', token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.html(page('desk.html'));
  });
  app.get('/:name{[a-z]+\\.(?:js|css)}', (context) => {
    const type = FILES[context.req.param('name')];
    return type === undefined ? context.notFound() : context.body(page(context.req.param('name')), 200, { 'Content-Type': type });
  });
  app.get('/api/list', (context) => context.json(desk.list()));
  app.get('/api/article', async (context) => context.json(await desk.article(context.req.query('document') ?? '')));
  app.get('/api/conflicts', (context) => context.json(desk.conflicts()));
  app.get('/api/explain', async (context) => {
    const { document = '', row = '', column = '' } = context.req.query();
    return context.json(await desk.explainCell(document, row, column));
  });
  app.get('/api/explain-words', async (context) => {
    const { document, part, start, end } = wordsQuery.parse(context.req.query());
    return context.json(await desk.explainWords(document, part, start, end));
  });
  app.get('/api/suggest', async (context) => {
    const { document, part, start, end } = wordsQuery.parse(context.req.query());
    return context.json(await desk.suggest(document, part, start, end));
  });
  app.post('/api/decide', async (context) => {
    const { document, ...said } = verdict.parse(await context.req.json());
    await desk.decide(document, said);
    return context.json(await desk.article(document));
  });
  app.post('/api/add', async (context) => {
    const { document, kind, part, start, end, cells: given } = finding.parse(await context.req.json());
    const refused = await desk.add(document, kind, part, start, end, given);
    if (refused !== undefined) return context.json({ error: refused }, 400);
    return context.json(await desk.article(document));
  });
  app.post('/api/undo', (context) => {
    const undone = desk.undo();
    return context.json({ document: undone?.document ?? '' });
  });
  return app;
}
