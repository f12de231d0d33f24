import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { systemCode, UsageError } from '../failures.ts';
import type { Failure } from '../types.ts';
import { isContainer, STANDARD_INPUT } from './containers/names.ts';
import { compareBytes } from './order.ts';

/*
 * Which files a run reads, and what the tables call them.
 */

/** A file to read, or one whose row is known without reading it. */
export interface Input {
  readonly path: string;
  /** Path relative to the root, with "/" between folders. */
  readonly source: string;
  readonly failure?: Failure;
  /** A file that holds many articles. */
  readonly container?: true;
}

export interface InputOptions {
  /** What `source` is relative to; needed where several paths are given. */
  readonly root?: string | undefined;
  /** Output folder, never read. */
  readonly out?: string | undefined;
}

const ARTICLES: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.xhtml']);

/** Left out without a row: what accompanies articles and is none. */
function isPassedOver(name: string): boolean {
  return /^[._]|^README/.test(name) || /\.jsonl?$/i.test(name);
}

/** `.md` of "a.MD.gz" */
function extension(name: string): string {
  return extname(name.replace(/\.gz$/i, '')).toLowerCase();
}

/** Why a file that holds many articles is not read; undefined for any other. */
export function containerFailure(name: string): Failure | undefined {
  if (!isContainer(name)) return undefined;
  return { status: 'unsupported', error: `expected a single article, got a container (\`${extension(name)}\`)` };
}

function failureByName(name: string): Failure | undefined {
  const ending = extension(name);
  if (ARTICLES.has(ending) || isContainer(name)) return undefined;
  return { status: 'skipped', error: `expected a text, Markdown or HTML file, got \`${ending === '' ? name : ending}\`` };
}

// A cell that starts with these would run as a formula in a spreadsheet, also behind blanks.
const FORMULA = /^[\s\u00ad\u200b-\u200f\u2060]*[=+\-@\p{Cc}]/u;

/** "a/b.txt", "./-b.txt" where the name would start with a sign. */
function sourceOf(root: string, path: string): string {
  const source = relative(root, path).split(sep).join('/');
  return FORMULA.test(source) ? `./${source}` : source;
}

/** All inputs, sorted by the bytes of `source`, each once. Throws `UsageError` for paths that do not exist or have no common root. */
export async function findInputs(paths: readonly string[], options: InputOptions = {}): Promise<readonly Input[]> {
  if (paths.includes(STANDARD_INPUT.path)) return standardInput(paths);
  const files: { readonly path: string; readonly failure: Failure | undefined }[] = [];
  const roots = new Set<string>();
  const out = options.out === undefined ? undefined : resolve(options.out);
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === 'folder') {
      if (resolve(path) === out) throw new UsageError(`expected an output folder beside the articles, got \`${path}\` for both`);
      roots.add(resolve(path));
      files.push(...walk(resolve(path), out));
    } else if (kind === 'file') {
      roots.add(dirname(resolve(path)));
      files.push({ path: resolve(path), failure: failureByName(basename(path)) });
    } else {
      const { glob, isDynamicPattern } = await import('tinyglobby');
      const pattern = { absolute: true, followSymbolicLinks: false, expandDirectories: false };
      const found = isDynamicPattern(path) ? await glob(path.split(sep).join('/'), pattern) : [];
      if (found.length === 0) throw new UsageError(`expected a file, a folder or a pattern that matches some, got \`${path}\``);
      roots.add(fixedPart(path, isDynamicPattern));
      for (const file of found.map((name) => resolve(name))) {
        if (isPassedOver(basename(file)) || isInside(file, out)) continue;
        files.push({ path: file, failure: failureByName(basename(file)) });
      }
    }
  }
  const root = rootOf(paths, roots, options.root);
  const inputs = new Map<string, Input>();
  for (const { path, failure } of files) {
    const source = sourceOf(root, path);
    if (source.startsWith('../')) throw new UsageError(`expected paths below the root \`${options.root ?? root}\`, got \`${path}\``);
    inputs.set(source, inputOf(path, source, failure));
  }
  return [...inputs.values()].sort((a, b) => compareBytes(a.source, b.source));
}

/** As `findInputs`, found while they are read: memory holds the names of the folders on the way, not all of one folder's tree. */
export async function openInputs(paths: readonly string[], options: InputOptions = {}): Promise<Iterable<Input>> {
  const [path = ''] = paths;
  const folder = resolve(path);
  const root = resolve(options.root ?? path);
  const out = options.out === undefined ? undefined : resolve(options.out);
  const isWalk = paths.length === 1 && folder !== out && kindOf(path) === 'folder' && kindOf(root) === 'folder' && isInside(folder, root);
  return isWalk ? { [Symbol.iterator]: () => walkInOrder(folder, root, out) } : findInputs(paths, options);
}

interface Waiting {
  readonly path: string;
  /** What it is sorted by: its source, of a folder's content with "/" behind. */
  readonly key: string;
  readonly kind: 'file' | 'folder' | 'content';
}

/** Files below a folder in the order of their sources' bytes. */
function* walkInOrder(folder: string, root: string, out: string | undefined): Generator<Input> {
  const contents = new Map<string, readonly Waiting[]>();
  const stack: Waiting[] = [
    { path: folder, key: '', kind: 'content' },
    { path: folder, key: '', kind: 'folder' },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { path, key, kind } = next;
    const name = basename(path);
    if (kind === 'file') yield inputOf(path, key, failureByName(name));
    else if (kind === 'content') {
      for (const one of contents.get(path)?.toReversed() ?? []) stack.push(one);
      contents.delete(path);
    } else {
      const found = contentOf(path, root, out);
      const isNamedAsFile = path !== folder && failureByName(name)?.status !== 'skipped';
      if ('status' in found) yield inputOf(path, sourceOf(root, path), found);
      else {
        contents.set(path, found);
        if (isNamedAsFile) yield inputOf(path, sourceOf(root, path), FOLDER);
      }
    }
  }
}

/** What a folder holds, in order. */
function contentOf(folder: string, root: string, out: string | undefined): readonly Waiting[] | Failure {
  try {
    const start = sourceOf(root, join(folder, 'a')).slice(0, -1);
    const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry): Waiting[] => {
      const path = join(folder, entry.name);
      if (isPassedOver(entry.name) || isInside(path, out)) return [];
      // Asking for each path how it lies to the root takes as long as asking for its size.
      const key = start === '' ? sourceOf(root, path) : start + entry.name;
      if (!entry.isDirectory()) return [{ path, key, kind: 'file' }];
      return [
        { path, key, kind: 'folder' },
        { path, key: `${key}/`, kind: 'content' },
      ];
    });
    return found.sort((a, b) => compareBytes(a.key, b.key));
  } catch (error) {
    return unreadable(error);
  }
}

function inputOf(path: string, source: string, failure: Failure | undefined): Input {
  if (failure !== undefined) return { path, source, failure };
  return isContainer(path) ? { path, source, container: true } : { path, source };
}

const FOLDER: Failure = { status: 'not-a-file', error: 'expected a file, got a folder' };

function unreadable(error: unknown): Failure {
  return { status: 'unreadable', error: `expected a readable folder, got ${systemCode(error)}` };
}

function standardInput(paths: readonly string[]): readonly Input[] {
  if (paths.length === 1) return [{ ...STANDARD_INPUT, container: true }];
  throw new UsageError(`expected \`-\` alone or no \`-\`, got ${paths.length} paths`);
}

function rootOf(paths: readonly string[], roots: ReadonlySet<string>, named: string | undefined): string {
  if (named !== undefined) {
    if (kindOf(named) !== 'folder') throw new UsageError(`expected the folder that \`--root\` names, got \`${named}\``);
    return resolve(named);
  }
  const [only] = roots;
  if (paths.length === 1 && only !== undefined) return only;
  throw new UsageError(`expected one folder or \`--root DIR\`, got ${paths.length} paths without a common root`);
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // A link to nowhere or to itself exists, and its row says why it cannot be read.
    return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'nothing' : 'file';
  }
}

function isInside(path: string, folder: string | undefined): boolean {
  return folder !== undefined && (path === folder || path.startsWith(folder + sep));
}

/** Files below a folder in no order. Links to folders are not followed, so a loop cannot arise. */
function walk(folder: string, out: string | undefined): { path: string; failure: Failure | undefined }[] {
  const found: { path: string; failure: Failure | undefined }[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    let entries;
    try {
      entries = readdirSync(current, { withFileTypes: true });
    } catch (error) {
      found.push({ path: current, failure: unreadable(error) });
      continue;
    }
    for (const entry of entries) {
      const path = join(current, entry.name);
      if (isPassedOver(entry.name) || isInside(path, out)) continue;
      const failure = failureByName(entry.name);
      if (!entry.isDirectory()) found.push({ path, failure });
      else {
        folders.push(path);
        if (failure?.status !== 'skipped') found.push({ path, failure: FOLDER });
      }
    }
  }
  return found;
}

/** The folder in front of the first wildcard: "news" of "news/2024-*.md". */
function fixedPart(pattern: string, isDynamic: (part: string) => boolean): string {
  const parts = pattern.split(/[/\\]/);
  const wild = parts.findIndex(isDynamic);
  return resolve(parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.'));
}
