import { Command } from 'commander';
import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { UsageError } from '../failures.ts';
import type { MakeCommand } from './commands.ts';
import { example, print } from './print.ts';

export const explainCommand: MakeCommand = () =>
  new Command('explain')
    .description('say why a row or cell is there (DIR ID [COLUMN]), or why nothing is (FILE:LINE, FILE@BYTE)')
    .argument('<where>', 'folder that `extract` wrote, or FILE:LINE, or FILE@BYTE')
    .argument('[id]', 'id of a document, ranking, entry, metric or loss')
    .argument('[column]', 'a column of its row')
    .option('--root <dir>', 'folder the articles were read from, to show lines instead of bytes')
    .addHelpText(
      'after',
      `${example('ranktrace explain corpus/a.html:41')}\n  $ ranktrace explain output 0f3b1c9a5d7e2468 rank --root corpus`,
    )
    .action(async (where: string, id: string | undefined, column: string | undefined, { root }: { readonly root?: string }) => {
      if (id !== undefined) print(...(await explainRow(where, id, column, root)));
      else print(...(await explainFile(where)));
    });

async function explainRow(folder: string, id: string, column: string | undefined, root: string | undefined): Promise<readonly string[]> {
  const [{ explainId }, { settle }] = await Promise.all([import('../review/explain-row.ts'), import('../run/commit.ts')]);
  settle(folder);
  return explainId(folder, id, column, root);
}

async function explainFile(where: string): Promise<readonly string[]> {
  const [, path = '', sign, number = ''] = /^(.+)([:@])(\d+)$/s.exec(where) ?? [];
  if (path === '') throw new UsageError(`expected FILE:LINE, FILE@BYTE or DIR and an id, got \`${where}\``);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new UsageError(`expected a file, got \`${path}\``);
  const [{ explainBytes, lineBytes }, { readNamedFile }] = await Promise.all([
    import('../review/explain-place.ts'),
    import('../run/one-file.ts'),
  ]);
  const bytes = readNamedFile(path);
  const at = sign === ':' ? lineBytes(bytes, Number(number)) : { start: Number(number), end: Number(number) + 1 };
  if (at === undefined || at.start >= Math.max(1, bytes.length))
    throw new UsageError(`expected a place inside ${path} (${bytes.length} bytes), got \`${where}\``);
  return explainBytes(bytes, basename(path), at);
}
