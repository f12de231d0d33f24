/**
 * `npm run bench`: ranktrace beside its peers (run.ts). `npm run bench -- --command`: the command as users run it (command/index.ts).
 * Options of both stand there.
 */
await (process.argv.includes('--command') ? import('./command/index.ts') : import('./run.ts'));
