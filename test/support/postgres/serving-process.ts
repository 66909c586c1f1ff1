import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { startProcess } from '../started.ts';
import { commonOrigin } from './two-stores.ts';

/** What is loaded before a server, by what it has other bounds. */
const loaded = {
  /** PostgreSQL takes it for hung after three seconds. */
  soonSilent: 'soon-silent.ts',
  /** It lets each question wait, and take, as long as a busy machine needs. */
  patient: 'patient.ts',
} as const;

/** A server over PostgreSQL as a process of its own, as `juzheng start --store` starts it. */
export const startOverStore = (store: string, bounds?: keyof typeof loaded) =>
  startProcess(
    { seed: 'seed', data: 'nowhere' },
    {
      env: {
        DATABASE_URL: store,
        ...(bounds && {
          NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, loaded[bounds])).href}`,
        }),
      },
      more: ['--public-url', commonOrigin, '--no-import'],
    },
  );

/** By what PostgreSQL knows a serving process. */
export const applicationOf = ({ pid }: { pid?: number | undefined }) =>
  `juzheng start (process ${pid} on %`;
