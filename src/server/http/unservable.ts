import type { Dialect } from '../../db/postgres/dialects.ts';
import type { Refusal } from '../../http/refusal.ts';

const unavailable = { status: 503, code: 'SERVICE_UNAVAILABLE' } as const;

/** What whoever asks is told while nothing can be served, by where the data are read. */
export const unservable: Readonly<Record<Dialect, Refusal>> = {
  sqlite: {
    ...unavailable,
    message:
      'The data were changed on the disk, and nothing is left that is known to be what was published. /health says more.',
    headers: { 'retry-after': '10' },
  },
  postgres: {
    ...unavailable,
    message:
      'The data cannot be read from PostgreSQL now. Try again in some seconds; /health says more.',
    headers: { 'retry-after': '5' },
  },
};
