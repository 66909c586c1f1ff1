import { postgresBounds } from '../../../src/limits.ts';

/** Loaded before a server, this has PostgreSQL take it for hung after three seconds instead of a minute. */
Object.assign(postgresBounds, { silentMilliseconds: 3000 });
