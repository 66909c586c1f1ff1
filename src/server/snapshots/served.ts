import type { Opened } from '../../db/snapshot/open-published.ts';
import type { FileWatch } from './watch-file.ts';

/** A snapshot that is served; its file is under watch. */
export type Served = Opened & { watch: FileWatch };
