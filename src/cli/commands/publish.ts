import { Command, InvalidArgumentError, Option } from 'commander';
import type { Published, PublishRequest } from '../../importer/postgres/publish.ts';
import { insistOnAddress } from '../postgres-address.ts';
import { followProgress } from '../progress.ts';
import { existingFolder } from '../read-input.ts';
import { settings } from '../settings.ts';
import { countOf, say } from '../terminal.ts';

type Options = {
  to: string;
  data: string;
  reader?: string;
  wait: number;
  whole: boolean;
  newTables: boolean;
};

export const publishCommand = new Command('publish')
  .description('copy the snapshot that is served into PostgreSQL, for many machines to read')
  .addOption(
    new Option(
      '--to <url>',
      'where PostgreSQL is, as postgres://publisher@host:5432/database; the password comes from PGPASSWORD, a pass file or DATABASE_URL',
    )
      .env('DATABASE_URL')
      .makeOptionMandatory(),
  )
  .addOption(settings.data())
  .option('--reader <role>', 'the role by which servers read; it may read what is published')
  .addOption(
    new Option('--wait <seconds>', 'for how long another publisher is waited for, from 0 to 86400')
      .default(0)
      .argParser(readSeconds),
  )
  .option('--whole', 'publish all anew, whatever is there', false)
  .option('--new-tables', 'replace the tables of another version of this program', false)
  .addHelpText(
    'after',
    `
Only what changed is copied, in one transaction: readers see what was there or what is there now, whole.
Going back is publishing the snapshot before: juzheng rollback, then juzheng publish.`,
  )
  .action(async (options: Options, command: Command) => {
    const { to, data, reader, wait, whole, newTables } = options;
    insistOnAddress(command, { name: 'to', flags: '--to <url>' }, to);
    const request: PublishRequest = {
      data: existingFolder(data),
      url: to,
      ...(reader !== undefined && { reader }),
      patience: wait,
      isWhole: whole,
      mayReplaceTables: newTables,
    };
    for (const line of describePublished(await publishWithProgress(request), reader)) say(line);
  });

async function publishWithProgress(request: PublishRequest): Promise<Published> {
  // Whoever does anything else needs no driver.
  const { publishSnapshot } = await import('../../importer/postgres/publish.ts');
  const progress = followProgress();
  try {
    return await publishSnapshot({ ...request, onStep: progress.tell });
  } finally {
    progress.close();
  }
}

function describePublished(
  { outcome, version, address, schema, plan, readers }: Published,
  reader: string | undefined,
): string[] {
  const what = `data version ${version.slice(0, 12)}`;
  const unread =
    readers.length > 0
      ? []
      : ['  no server can answer from it yet: say by --reader which role may read it'];
  if (outcome === 'unchanged')
    return [
      `nothing changed: ${address} holds this snapshot already (${what})${reader === undefined ? '' : `; ${reader} may read it`}`,
      ...unread,
    ];
  const head = `published: ${what} at ${address} in the schema ${schema}`;
  if (plan.way !== 'CHANGE')
    return [head, `  all of it: ${plan.way === 'WHOLE' ? plan.why : ''}`, ...unread];
  const { counts, come } = plan.changes;
  const signed = [`+${counts.added}`, `~${counts.changed}`, `−${counts.removed}`].filter(
    (each) => !each.endsWith('0') || each.length > 2,
  );
  return [
    head,
    `  reports ${signed.join(' ')}; ${countOf(come.length, 'report')} of their places copied`,
    ...unread,
  ];
}

function readSeconds(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 86_400)
    throw new InvalidArgumentError('A whole number of seconds from 0 to 86400, which is a day.');
  return Number(text);
}
