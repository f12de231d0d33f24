import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import type { RuleBody } from '../src/extractors/rule.ts';

/**
 * Compiles src/ to dist/. Eight things differ from plain `tsc`: the examples of rules stay behind, the list of rules and the
 * program's hash are written from the folder (in src/ they are read from it at run time), what patterns need is read off them
 * and made an automaton, what
 * is seldom needed is loaded when it is, datapackage.json is a text, what reads articles is one module, and the gazetteer's data and the reviewer's page come along. A dist/ that was made from the same bytes is kept: `npm start`, `npm test` and `npx` all build first.
 */

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const target = join(root, 'dist');
/** Built here and then renamed, so that a program that is reading dist/ meets the old one or the new one. */
const workshop = join(root, 'node_modules', '.ranktrace-dist');
/** Hash of everything that dist/ is made from, beside dist/ and not in it. */
const stamp = join(root, 'node_modules', '.ranktrace-dist.sha256');
const examples = new Set(['examples', 'counterexamples']);

/** Takes `examples` and `counterexamples` out of `defineRule({ … })` and of what builds on it, `figureRule('growth', { … })`: tests read them in src/, nothing reads them in dist/. */
const withoutExamples: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const isExample = (property: ts.ObjectLiteralElementLike): boolean =>
    property.name !== undefined && ts.isIdentifier(property.name) && examples.has(property.name.text);
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^(?:define|figure)Rule$/.test(node.expression.text)) {
      const rest = node.arguments.map((argument) =>
        ts.isObjectLiteralExpression(argument)
          ? context.factory.updateObjectLiteralExpression(
              argument,
              argument.properties.filter((property) => !isExample(property)),
            )
          : argument,
      );
      return context.factory.updateCallExpression(node, node.expression, node.typeArguments, rest);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(file, visit, ts.isSourceFile);
};

function compile(): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.build.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('expected tsconfig.build.json to be readable');
  const program = ts.createProgram(config.fileNames, { ...config.options, outDir: workshop });
  const emitted = program.emit(undefined, undefined, undefined, false, { before: [withoutExamples] });
  return [...config.errors, ...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
}

/** Paths of the rules below src/extractors, `rank/list-item.ts`, in order of bytes. */
function rulePaths(): readonly string[] {
  const extractors = join(source, 'extractors');
  const families = readdirSync(extractors, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return families.flatMap(({ name }) => readdirSync(join(extractors, name)).map((file) => `${name}/${file}`)).sort();
}

/** rules.js with the exports of src/extractors/rules.ts, without reading a folder; hashes are those of the files in src/. */
function writeRules(paths: readonly string[]): void {
  const imports = paths.map((path, index) => `import rule${index} from './${path.replace(/ts$/, 'js')}';\n`);
  const rules = paths.map((path, index) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(source, 'extractors', path)))
      .digest('hex')
      .slice(0, 16);
    return `  { ...rule${index}, name: '${path.replace(/\.ts$/, '')}', hash: '${hash}' },\n`;
  });
  const text = `${imports.join('')}\nconst rules = [\n${rules.join('')}];\n\nexport async function loadRules() {\n  return rules;\n}\n`;
  writeFileSync(join(workshop, 'extractors', 'rules.js'), text);
}

type Module<Path extends string> = Path extends 'pattern-needs'
  ? typeof import('../src/extractors/pattern-needs.ts')
  : Path extends 'pattern'
    ? typeof import('../src/extractors/pattern.ts')
    : { readonly default: RuleBody };

/** known-needs.js with what every pattern needs: reading it off the patterns would take a third of a second at each start. */
async function writeNeeds(paths: readonly string[]): Promise<void> {
  const load = async <Path extends string>(path: Path): Promise<Module<Path>> =>
    (await import(pathToFileURL(join(workshop, 'extractors', `${path}.js`)).href)) as Module<Path>;
  const [{ needsOf }, { patternSource }] = [await load('pattern-needs'), await load('pattern')];
  const needs = new Map<string, number>();
  const known: [string, number[]][] = [];
  for (const path of paths) {
    const rule = (await load(path.replace(/\.ts$/, ''))).default;
    for (const pattern of rule.reads === 'list' || rule.reads === 'sentence' ? rule.patterns : []) {
      const numbers = needsOf(patternSource(pattern)).map((need) => {
        const text = JSON.stringify(need);
        if (!needs.has(text)) needs.set(text, needs.size);
        return needs.get(text) ?? 0;
      });
      known.push([pattern, numbers]);
    }
  }
  const text = `const needs = [\n${[...needs.keys()].join(',\n')},\n];\n\nconst known = ${JSON.stringify(known, undefined, 1)};\n\nexport const knownNeeds = new Map(known.map(([pattern, numbers]) => [pattern, numbers.map((number) => needs[number])]));\n`;
  writeFileSync(join(workshop, 'extractors', 'known-needs.js'), text);
}

/** word-scan.bin with the automaton that looks for what all rules need, and known-tables.js that reads it. */
async function writeTables(): Promise<void> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(workshop, path)).href);
  const { loadRules } = (await load('extractors/rules.js')) as typeof import('../src/extractors/rules.ts');
  const { sortRules } = (await load('pipeline/7-claims.js')) as typeof import('../src/pipeline/7-claims.ts');
  const { tablesOf } = (await load('extractors/word-scan-tables.js')) as typeof import('../src/extractors/word-scan-tables.ts');
  const { keyOf, packTables } = (await load('extractors/word-scan-file.js')) as typeof import('../src/extractors/word-scan-file.ts');
  const needs = sortRules(await loadRules()).needs.all;
  writeFileSync(join(workshop, 'extractors', 'word-scan.bin'), packTables(tablesOf(needs)));
  const text = `import { readFileSync } from 'node:fs';
import { keyOf, unpackTables } from './word-scan-file.js';

const file = new URL('./word-scan.bin', import.meta.url);

export const knownTables = (needs) => keyOf(needs) === '${keyOf(needs)}' ? unpackTables(readFileSync(file)) : undefined;
`;
  writeFileSync(join(workshop, 'extractors', 'known-tables.js'), text);
}

/**
 * In place of `*-lazily.ts`, which export functions of other modules: the same functions, whose modules are loaded at their first call.
 * Reading an article waits for nothing, so they are required, not imported; what they import in turn stays as it is.
 */
function writeLazily(): void {
  for (const path of readdirSync(workshop, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-lazily.js'))) {
    const written = readFileSync(join(workshop, path), 'utf8');
    const exports = [...written.matchAll(/^export \{ ([^}]+) \} from ['"]([^'"]+)['"];$/gm)].flatMap(([, names = '', from = '']) =>
      names.split(', ').map((name) => `export const ${name} = (...given) => load('${from}').${name}(...given);\n`),
    );
    if (exports.length === 0) throw new Error(`expected exports of other modules in ${path}`);
    const text = `import { createRequire } from 'node:module';\n\nconst load = createRequire(import.meta.url);\n\n${exports.join('')}`;
    writeFileSync(join(workshop, path), text);
  }
}

/** description.js with its text: the schemas it follows from need not be loaded to write the tables. */
async function writeDescription(): Promise<void> {
  const path = join(workshop, 'run', 'description.js');
  const { description } = (await import(pathToFileURL(path).href)) as typeof import('../src/run/description.ts');
  writeFileSync(path, `const text = ${JSON.stringify(description())};\n\nexport const description = () => text;\n`);
}

/**
 * What reads articles as one module: to find and load its 200 files one by one takes a third of a start. The files stay for who asks
 * for one of them. Modules that look for files beside them, and what other commands share with the engine, are not taken in.
 */
async function bundleEngine(): Promise<void> {
  const engine = join(workshop, 'run', 'engine.js');
  const stages = ['extractors', 'pipeline'].map((folder) => join(workshop, folder, '/'));
  const isTakenIn = (path: string): boolean =>
    stages.some((folder) => path.startsWith(folder)) && !readFileSync(path, 'utf8').includes('import.meta');
  const staysOutside: Plugin = {
    name: 'stays-outside',
    setup: (bundle) => {
      bundle.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind === 'entry-point') return undefined;
        const file = join(resolveDir, path);
        if (!path.startsWith('.')) return { path, external: true };
        return isTakenIn(file) ? undefined : { path: join('..', relative(workshop, file)), external: true };
      });
    },
  };
  await build({
    entryPoints: [engine],
    outfile: engine,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    plugins: [staysOutside],
  });
}

function fingerprint(): string {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const path of [
    ...files,
    ...['scripts/build.ts', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((file) => join(root, file)),
  ])
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** `npx ranktrace` in a clone finds the program here; without it npx would install the clone into its cache and build it there again. */
function linkProgram(): void {
  const link = join(root, 'node_modules', '.bin', 'ranktrace');
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), link);
}

const made = fingerprint();
if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) {
  linkProgram();
  console.log('dist/ is up to date');
  process.exit(0);
}
rmSync(workshop, { recursive: true, force: true });
rmSync(stamp, { force: true });
const diagnostics = compile();
if (diagnostics.length > 0) {
  process.stderr.write(
    ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
  process.exit(1);
}
const paths = rulePaths();
writeRules(paths);
await writeNeeds(paths);
await writeTables();
writeLazily();
await writeDescription();
await bundleEngine();
writeFileSync(join(workshop, 'run', 'program.js'), `export function programHash() {\n  return '${made.slice(0, 16)}';\n}\n`);
cpSync(join(source, 'gazetteer', 'data'), join(workshop, 'gazetteer', 'data'), { recursive: true });
// The reviewer's page is what it is: no step between its files and the browser.
cpSync(join(source, 'review', 'page'), join(workshop, 'review', 'page'), { recursive: true });
chmodSync(join(workshop, 'cli', 'main.js'), 0o755);
rmSync(target, { recursive: true, force: true });
renameSync(workshop, target);
writeFileSync(stamp, made);
linkProgram();
console.log(`dist/ written with ${paths.length} rules`);
