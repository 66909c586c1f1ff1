import type { Opened } from '../../db/snapshot/open-published.ts';
import type { Statistics } from '../../db/statistics/statistics.ts';
import type { Store } from '../../db/store.ts';
import type { FileWatch } from './watch-file.ts';

/** What is served: a snapshot in a file, or what is published in PostgreSQL. */
export type Served = Store & {
  version: string;
  /** The name of the file, or of the schema. */
  file: string;
  counts: Readonly<Record<string, number>>;
  statistics: Statistics;
  /** Under which path of this server the addresses in answers stand. */
  base?: string | undefined;
  /** The watch over the file. */
  watch?: FileWatch;
  close: () => void;
};

/** A snapshot whose file is under watch. */
export type ServedFile = Opened & { watch: FileWatch };
