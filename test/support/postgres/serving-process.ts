import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { startProcess } from '../started.ts';
import { commonOrigin } from './two-stores.ts';

const soonSilent = pathToFileURL(join(import.meta.dirname, 'soon-silent.ts')).href;

/**
 * A server over PostgreSQL as a process of its own, as `juzheng start --store` starts it.
 * @param isSoonSilent whether PostgreSQL takes it for hung after three seconds
 */
export const startOverStore = (
  store: string,
  { isSoonSilent = false }: { isSoonSilent?: boolean } = {},
) =>
  startProcess(
    { seed: 'seed', data: 'nowhere' },
    {
      env: {
        DATABASE_URL: store,
        ...(isSoonSilent && { NODE_OPTIONS: `--import=${soonSilent}` }),
      },
      more: ['--public-url', commonOrigin, '--no-import'],
    },
  );

/** By what PostgreSQL knows a serving process. */
export const applicationOf = ({ pid }: { pid?: number | undefined }) =>
  `juzheng start (process ${pid} on %`;
