import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../../../../src/db/client.ts';
import { openCurrent } from '../../../../src/db/snapshot/pointer.ts';
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
import { publishStore } from './publish-store.ts';
import { drawPages, measurePages } from './random-pages.ts';
import { sideOf } from './sides.ts';
import { peerQuestionsOf } from './standard-questions.ts';

export type PeersPlan = Plan & { random: number; seed: number };

/** Holds Juzheng, from its file and over PostgreSQL, against PostGraphile 5 over the same rows in PostgreSQL. */
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
    const address = await publishStore(cluster, plan.data, tell);
    // What was copied would be written while the first questions are asked, and be counted as their time.
    await cluster.run('checkpoint');
    const start = async (file: string, ...given: string[]) => {
      const server = await startServer(file, ...given);
      running.push(server);
      return server;
    };
    const sides = {
      juzheng: sideOf(await start('serve-juzheng.ts', plan.data)),
      known: sideOf(await start('serve-juzheng.ts', plan.data, 'on', address), cluster.pid),
      store: sideOf(await start('serve-juzheng.ts', plan.data, 'on', address, '0'), cluster.pid),
      postgraphile: sideOf(
        await start('peers/serve-postgraphile.js', cluster.addressOf('juzheng', 'postgres')),
        cluster.pid,
      ),
    };
    const asked = peerQuestionsOf(questions);
    const compared = await compareStandard(sides, asked);
    tell(`${compared.same} answers hold the same rows, ${compared.givenUp} PostGraphile gave up`);
    const standard = await measureStandard(plan, sides, asked, tell);
    const pages = drawPages(db, plan.random, plan.seed);
    const random = await measurePages(pages, { db, catalog }, sides, tell);
    for (const { client } of Object.values(sides)) client.close();
    if (Object.values(random.different).flat().length > 0) process.exitCode = 1;
    return describePeers({ plan, copied, cluster, compared, standard, random });
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    cluster.stop();
    reader.close();
    close();
  }
}
