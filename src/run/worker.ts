import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../failures.ts';
import type { ReadArticle } from './articles.ts';
import { readRows } from './read-rows.ts';
import { packRows, unpackTasks, type Answer, type Batch, type WorkerSetup } from './worker-messages.ts';

/*
 * A worker thread: batches of articles come in, their rows go out. It opens no file.
 */

const { module, encoding, strict, milliseconds, place } = workerData as WorkerSetup;
const { loadEngine } = (await import(module)) as { loadEngine: (options: object) => Promise<{ readonly read: ReadArticle }> };
const { read } = await loadEngine({ encoding });

function onNext(index: number): void {
  Atomics.store(place, 0, index);
  Atomics.add(place, 1, 1);
}

function answer(answered: Answer): void {
  parentPort?.postMessage(answered, typeof answered === 'object' && 'bytes' in answered ? [answered.bytes.buffer] : []);
}

parentPort?.on('message', (batch: Batch) => {
  try {
    answer(packRows(readRows(unpackTasks(batch), { read, strict, milliseconds, onNext })));
  } catch (error) {
    answer({ failure: messageOf(error) });
  }
});
answer('ready');
