import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../../../../src/db/client.ts';
import { openCurrent } from '../../../../src/db/snapshot/pointer.ts';
import { createClient } from '../../support/client.ts';
import type { Plan } from '../measure.ts';
import { startServer } from '../processes.ts';
import type { Running } from '../processes.ts';

import type { Question } from '../questions.ts';
import { addSearch } from './search-words.ts';
import { readCatalog } from './catalog.ts';
import { startCluster } from './cluster.ts';
import { copyTables } from './copy-tables.ts';
import { describePeers } from './describe-peers.ts';
import { compareStandard, measureStandard } from './measure-standard.ts';
import { drawPages, measurePages } from './random-pages.ts';
import { peerQuestionsOf } from './standard-questions.ts';

export type PeersPlan = Plan & { random: number; seed: number };

/** Holds Juzheng against PostGraphile 5 over the same rows in PostgreSQL. */
export async function measurePeers(
  plan: PeersPlan,
  questions: readonly Question[],
  tell: (line: string) => void,
): Promise<string> {
  if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
    throw new Error(
      `PostGraphile is not installed: run npm ci in ${import.meta.dirname} (it has a lock of its own).`,
    );
  }
  const current = openCurrent(plan.data);
  if (!current.ok) throw new Error(current.reason);
  const { db, path, close } = current.snapshot;
  const reader = openReader(path);
  const catalog = readCatalog(reader.client);
  const cluster = await startCluster();
  const running: Running[] = [];
  try {
    const copied = await copyTables(cluster, reader.client, catalog, tell);
    await addSearch(cluster, reader.client);
    tell('the words are in PostgreSQL');
    const juzheng = await startServer('serve-juzheng.ts', plan.data);
    running.push(juzheng);
    const postgraphile = await startServer('peers/serve-postgraphile.js', cluster.socket);
    running.push(postgraphile);
    const servers = { juzheng, postgraphile };
    const asked = peerQuestionsOf(questions);
    const compared = await compareStandard(servers, asked);
    tell(`${compared} answers hold the same rows`);
    const standard = await measureStandard(plan, { servers, cluster }, asked, tell);
    const sides = {
      juzheng: { client: createClient(juzheng.url, '127.0.0.1'), pids: [juzheng.pid] },
      postgraphile: {
        client: createClient(postgraphile.url, '127.0.0.1'),
        pids: [postgraphile.pid, cluster.pid],
      },
    };
    const pages = drawPages(db, plan.random, plan.seed);
    const random = await measurePages(pages, { db, catalog }, sides, tell);
    for (const { client } of Object.values(sides)) client.close();
    if (random.different.length > 0) process.exitCode = 1;
    return describePeers({ plan, copied, cluster, compared, standard, random });
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    cluster.stop();
    reader.close();
    close();
  }
}
