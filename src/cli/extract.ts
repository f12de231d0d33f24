import { Command, Option } from 'commander';
import { UsageError } from '../failures.ts';
import { limitLines } from '../limits.ts';
import type { RunEnd } from '../run/extract.ts';
import type { Input } from '../run/inputs.ts';
import type { MakeCommand } from './commands.ts';
import { example, printJson } from './print.ts';

interface Options {
  readonly out?: string;
  readonly root?: string;
  readonly encoding?: string;
  readonly decisions?: string;
  readonly fields?: string;
  readonly parquet?: true;
  readonly strict?: true;
  readonly jobs?: number;
  readonly cache: boolean;
  readonly verifyContent?: true;
  readonly progress?: string;
  readonly quiet?: true;
  readonly json?: true;
}

export const extractCommand: MakeCommand = (exit) =>
  new Command('extract')
    .description('read articles and write their tables')
    .argument('<path...>', 'files, folders or patterns, or `-` for NDJSON on standard input')
    .option('-o, --out <dir>', 'folder for the tables')
    .option('--root <dir>', 'folder that sources are named from; needed for several paths')
    .option('--encoding <name>', 'encoding of articles that do not say theirs')
    .option('--decisions <dir>', "folder with the decisions of reviewers; without it the output's `reviews`")
    .option('--fields <list>', 'fields of NDJSON that are not named so: `id=key,url=link,title=head,date=day,html=page,text=body`')
    .option('--parquet', 'write the tables as Parquet too')
    .option('--jobs <number>', 'worker threads; without it as many as there are cores, once there is enough to read', wholeNumber)
    .option('--no-cache', 'read all articles, and keep nothing in DIR/.cache')
    .option('--verify-content', 'tell unchanged articles by their content, not by size and time')
    .option('--strict', 'stop at the first bug')
    .addOption(
      new Option('--progress <how>', 'how to say how far it is; without it a bar on a terminal, else lines').choices([
        'bar',
        'lines',
        'json',
      ]),
    )
    .option('--quiet', 'print only what failed')
    .option('--json', "print one article's rankings and metrics instead")
    .addHelpText(
      'after',
      () =>
        `\nLimits:\n${indented(limitLines())}\n\nLines of \`--progress json\` on standard error, each an object with its \`event\`:\n${indented(
          EVENTS,
        )}\n${example('ranktrace extract corpus --out output')}`,
    )
    .action(async (paths: readonly string[], options: Options) => {
      if (options.json === true) exit(await printArticle(paths, options));
      else exit(await writeTables(paths, options));
    });

/** What `Progress` prints for programs. */
const EVENTS = [
  'progress    once a second after the first two: articles, all, per_second, seconds_left, rows, doubts, failures, cached',
  'failure     an article that was not read: source, status, error',
  'warning     where all articles are read again: text; the counts begin anew',
  'decisions   applied, stale',
  'end         out, written, workers, statuses, the counts of `progress`, times: articles, of which writing, commit, in ms',
];

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`expected a number of worker threads from 1 to 999, got \`${text}\``);
  return Number(text);
}

async function writeTables(paths: readonly string[], options: Options): Promise<number> {
  const { out, root, encoding, fields, decisions, strict } = options;
  if (out === undefined) throw new UsageError('expected `--out DIR` for the tables, got none');
  const [{ openInputs }, { extract }, { programHash }, { exitCode }, { Progress, PROGRESS_MODES }] = await Promise.all([
    import('../run/inputs.ts'),
    import('../run/extract.ts'),
    import('../run/program.ts'),
    import('../failures.ts'),
    import('../run/progress.ts'),
  ]);
  const inputs = await openInputs(paths, { root, out });
  const interrupt = new AbortController();
  const mode = PROGRESS_MODES.find((one) => one === options.progress) ?? (process.stderr.isTTY ? 'bar' : 'lines');
  const progress = new Progress({ mode, quiet: options.quiet ?? false, count: () => countOf(inputs) });
  let end: RunEnd | undefined;
  const onSignal = (): void => interrupt.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const statuses = await extract(inputs, {
      out,
      engine: async () => (await import('../run/engine.ts')).loadEngine({ encoding }),
      // What comes through a pipe cannot be read a second time where the cache is damaged.
      cache: options.cache && !paths.includes('-') ? { program: programHash(), verify: options.verifyContent } : undefined,
      encoding,
      decisions,
      parquet: options.parquet,
      fields,
      strict,
      jobs: options.jobs,
      signal: interrupt.signal,
      onArticle: (article, isKnown) => progress.add(article, isKnown),
      onUnchanged: (totals) => progress.addUnchanged(totals),
      onEnd: (ended) => (end = ended),
      onWarning: (text) => progress.warn(text),
      onDecisions: (decisions) => progress.addDecisions(decisions),
    });
    if (end !== undefined) progress.finish(out, statuses, end);
    return exitCode(statuses);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** How many articles there are; undefined where a container is among them. */
function countOf(inputs: Iterable<Input>): number | undefined {
  let count = 0;
  for (const { container } of inputs) {
    if (container === true) return undefined;
    count += 1;
  }
  return count;
}

async function printArticle(paths: readonly string[], { root, encoding, strict }: Options): Promise<number> {
  const [{ findInputs }, { readArticles }, { nestRankings }, { loadEngine }, { exitCode }] = await Promise.all([
    import('../run/inputs.ts'),
    import('../run/articles.ts'),
    import('../run/nested.ts'),
    import('../run/engine.ts'),
    import('../failures.ts'),
  ]);
  const inputs = await findInputs(paths, { root });
  const [only] = inputs;
  if (only?.container === true) throw new UsageError(`expected one article for \`--json\`, got the container ${only.source}`);
  if (inputs.length !== 1) throw new UsageError(`expected one article for \`--json\`, got ${inputs.length}`);
  const { read } = await loadEngine({ encoding });
  for await (const { document, rankings, metrics } of readArticles(inputs, { read, strict: strict ?? false })) {
    printJson({ rankings: nestRankings(rankings), metrics });
    if (document.error !== '') process.stderr.write(`${document.source}: ${document.error}\n`);
    return exitCode(new Map([[document.status, 1]]));
  }
  return 0;
}
