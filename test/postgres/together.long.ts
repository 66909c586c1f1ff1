import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PinnedConnections } from '../../src/db/postgres/connections/pinned-connections.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { times } from '../support/times.ts';

const skip = withoutPostgres;
const cluster = ownCluster();

/** Fails for 0, and takes so many milliseconds. */
const text = `select (60 / $1::int)::text, pg_sleep($2::float8 / 1000)`;

type Asked = { divisor: number; milliseconds: number; isOfNamed: boolean };

const asked = fc.record({
  divisor: fc.nat(3),
  milliseconds: fc.constantFrom(0, 0, 0, 2),
  // Those that look for more keep others from going together while they wait.
  isOfNamed: fc.oneof({ weight: 20, arbitrary: fc.constant(true) }, fc.constant(false)),
});

test(
  'statements that are under way together answer as each does alone, whichever of them fail',
  { skip },
  async () => {
    const connections = await PinnedConnections.open({
      url: cluster().url(),
      applicationName: 'together',
      statementMilliseconds: 5000,
      origin: '',
      connections: 2,
    });
    connections.useSchema('public');
    const ask = async ({ divisor, milliseconds, isOfNamed }: Asked) => {
      const query = { text, values: [divisor, milliseconds], rowMode: 'array' as const };
      const { rows } = await connections.query(query, { isOfNamed });
      return (rows as string[][])[0]?.[0];
    };
    const expected = ({ divisor }: Asked) =>
      divisor === 0
        ? { status: 'rejected', code: '22012' }
        : { status: 'fulfilled', value: String(60 / divisor) };
    const told = (result: PromiseSettledResult<unknown>) =>
      result.status === 'fulfilled'
        ? { status: result.status, value: result.value }
        : {
            status: result.status,
            code: (result.reason as { code?: string }).code ?? String(result.reason),
          };
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 12 }), async (list) => {
        const results = await Promise.allSettled(list.map(ask));
        assert.deepEqual(results.map(told), list.map(expected));
      }),
      { numRuns: 200 * times },
    );
    assert.equal(connections.isLost(), false);
    await connections.close();
  },
);
