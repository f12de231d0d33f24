import { Command, CommanderError } from 'commander';
import { MachineError, messageOf, systemCode, TableError, UsageError } from '../failures.ts';
import { version } from '../run/version.ts';
import { commands } from './commands.ts';

/*
 * The command line: which command, and what exit code an error is. What a command needs is loaded when it runs.
 */

const EXIT = { input: 1, usage: 2, machine: 3, bug: 4, interrupted: 130 } as const;

/** Runs a command line and returns its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('ranktrace')
    .description('Rankings and figures of places from news articles, every cell proven by bytes.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined });
  for (const make of commands) {
    const command = make((code) => (exitCode = code));
    command.helpOption('-h, --help', 'print this help').allowExcessArguments(false).copyInheritedSettings(program);
    program.addCommand(command);
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

/** Says in one line what went wrong, and gives the exit code for it. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const got = error.code === 'commander.help' ? 'no command' : firstLine(error.message).replace(/^error: /, '');
    say(`expected a command as \`ranktrace --help\` shows, got ${got}`);
    return EXIT.usage;
  }
  if (error instanceof DOMException && error.name === 'AbortError') {
    say('interrupted; the tables are as they were');
    return EXIT.interrupted;
  }
  say(messageOf(error));
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof TableError) return EXIT.input;
  return error instanceof MachineError || systemCode(error) !== '' ? EXIT.machine : EXIT.bug;
}

function say(message: string): void {
  process.stderr.write(`${firstLine(message)}\n`);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
