import type { Readable } from 'node:stream';
import { pino } from 'pino';
import { createPresets } from '../examples/presets.ts';
import type { Example } from '../examples/read-examples.ts';
import { schema } from '../schema/schema.ts';
import { askThrough, createApp } from './app.ts';
import { followSnapshots } from './snapshots/snapshots.ts';
import { writeTable } from '../table/format.ts';
import type { Format } from '../table/format.ts';
import { describeTable } from '../table/metadata.ts';
import { notATable } from '../table/fetch-pages.ts';
import type { Cuts, AskParams } from '../table/fetch-pages.ts';
import { tableOf } from '../table/table.ts';

export type Exported = {
  table: Readable;
  /** What a reader must know beside it. */
  describe: (file: string, title: string) => Promise<object>;
  /** What of its lists is left out, once it is read. */
  cuts: Cuts;
  /** Why it is not of the newest published snapshot; null where it is. */
  problem: string | null;
  close: () => void;
};

/**
 * The table of a query over the published snapshot of a data folder, without a network and by the
 * same ways as the server's.
 * @throws NotATable with what the API says against it
 */
export async function exportTable(options: {
  data: string;
  params: AskParams;
  /** The example that is asked, where it is one. */
  example?: Example | undefined;
  format: Format;
  list?: string | undefined;
  all: boolean;
  /** Whether of several lists, none of which is chosen, the last is taken. */
  takesLast?: boolean;
  /** Told after each row. */
  onRow?: () => void;
}): Promise<Exported> {
  const { data, example, format, list, all, takesLast = false, onRow = () => {} } = options;
  const log = pino({ level: 'silent' });
  const snapshots = followSnapshots({ data, log, pollMilliseconds: null });
  const { snapshot: pinned } = snapshots.hold();
  const { fetch } = createApp({ snapshots, log });
  const ask = askThrough((request, server) => fetch(request, server), { pinned });
  try {
    const standIns = example ? await createPresets(notATable)(ask, pinned.version, example) : {};
    const params = { ...options.params, variables: { ...standIns, ...options.params.variables } };
    const { columns, rows, cuts } = await tableOf({ schema, ask, params, list, all, takesLast });
    async function* counted() {
      for await (const row of rows) {
        onRow();
        yield row;
      }
    }
    return {
      table: writeTable(format, columns, counted()),
      describe: (file, title) => describeTable({ ask, params, file, title, columns, cuts }),
      cuts,
      problem: snapshots.problem(),
      close: () => snapshots.close(),
    };
  } catch (error) {
    snapshots.close();
    throw error;
  }
}
