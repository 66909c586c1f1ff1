import { after, before } from 'node:test';
import { startCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { withoutPostgres } from './programs.ts';

/**
 * A cluster that a file of tests has for itself, from its first test to its last; none where they are left out.
 * @param prepare makes ready what the tests share, once the cluster is there
 */
export function ownCluster(
  options: Parameters<typeof startCluster>[0] = {},
  prepare: (cluster: Cluster) => Promise<void> = async () => {},
): () => Cluster {
  let cluster: Cluster | undefined;
  before(async () => {
    if (withoutPostgres !== false) return;
    cluster = await startCluster(options);
    await prepare(cluster);
  });
  after(async () => {
    await cluster?.stop();
  });
  return () => {
    if (!cluster) throw new Error('no cluster is there before the first test');
    return cluster;
  };
}
