// Plain JavaScript, and with packages of its own folder: graphql 16 cannot stand beside the graphql 17 of Juzheng.
import { createServer } from 'node:http';
import { listen } from '../listen.ts';

/** PostGraphile 5 over the tables of a database, as its documentation has it for production. */
const [address = '', connections = '10'] = process.argv.slice(2);
process.env.NODE_ENV = 'production';
process.env.GRAPHILE_ENV = 'production';

const { postgraphile } = await import('postgraphile');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
const { grafserv } = await import('postgraphile/grafserv/node');
const { PostGraphileConnectionFilterPreset } =
  await import('postgraphile-plugin-connection-filter');

// A statement that takes longer is given up.
const options = encodeURIComponent('-c statement_timeout=10000');

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // It would hide columns and relations without an index of their own from filters and orders.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: `${address}&options=${options}`,
      schemas: ['public'],
      // None is closed while it is idle: the time that it took would be gone with it.
      poolConfig: { max: Number(connections), idleTimeoutMillis: 0 },
    }),
  ],
  schema: {
    connectionFilterRelations: true,
    defaultBehavior: '-insert -update -delete',
    dontSwallowErrors: true,
  },
  grafast: { explain: false },
  grafserv: {
    graphqlPath: '/graphql',
    graphiql: false,
    watch: false,
    // Else nobody could tell what was given up from what is wrong.
    maskError: (error) => error,
  },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
listen(server);
