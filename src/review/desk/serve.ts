import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { deskApp } from './app.ts';
import { Desk, type DeskOptions } from './desk.ts';

export interface Served {
  /** Address with the token. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the desk on 127.0.0.1; port 0 is any free one. */
export async function serveDesk(options: DeskOptions, port = 0): Promise<Served> {
  const token = randomBytes(24).toString('hex');
  let hosts: readonly string[] = [];
  const app = deskApp(new Desk(options), token, () => hosts);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: taken }) => {
      hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`];
      const close = (): Promise<void> => new Promise((done) => server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${taken}/?token=${token}`, close });
    });
    server.once('error', reject);
  });
}
