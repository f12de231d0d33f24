import { extname } from 'node:path';

/*
 * Which files hold many articles. Apart from what reads them, so that a run over files of one article each does not load it.
 */

const CONTAINERS = ['.ndjson', '.warc', '.rss', '.atom', '.xml'] as const;

export type ContainerKind = (typeof CONTAINERS)[number];

/** The path that stands for standard input, and the source that its records are named from. */
export const STANDARD_INPUT = { path: '-', source: './-' } as const;

/** `.warc` of "a.WARC.gz"; undefined for a file that holds one article. */
export function containerKind(name: string): ContainerKind | undefined {
  const ending = extname(name.replace(/\.gz$/i, '')).toLowerCase();
  return CONTAINERS.find((kind) => kind === ending);
}

export function isContainer(name: string): boolean {
  return containerKind(name) !== undefined;
}
