import { loadReplay } from '../../src/run/grammar.ts';
import { verify } from '../../src/run/verify.ts';

/** What `verify` says of an output; nothing where every cell follows from its bytes. */
export async function complaintsOf(out: string, root: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  for await (const complaint of verify(out, root, loadReplay())) complaints.push(complaint);
  return complaints;
}
