import { tagOfAnswer } from '../../http/entity-tag.ts';
import { isRead, notModifiedResponse } from '../../http/reply.ts';
import { fileOf, thingTable } from '../../pages/things/thing-data.ts';
import type { ThingAddress } from '../../pages/things/kinds.ts';
import type { Format } from '../../table/format.ts';
import type { Caching } from '../http/caching.ts';
import { someText } from '../../pages/address/parts.ts';
import { refuseUnread } from '../pages/refuse-address.ts';
import { sendTable } from './send-table.ts';
import type { FromNode, TableSource } from './send-table.ts';

/** The table of a thing; null where there is none of that code, or where it is no table that is asked for. */
export async function sendThingTable(
  source: TableSource & { caching: Caching },
  { request, url, node }: { request: Request; url: URL; node: FromNode },
  thing: ThingAddress & { form: Format },
): Promise<Response | null> {
  if (!isRead(request.method)) return null;
  const refusal = refuseUnread(url, { list: someText });
  if (refusal) return refusal;
  const { snapshots, askOf, caching } = source;
  const { client, signal } = node;
  const headersOf = (version: string) => ({
    etag: tagOfAnswer(version, [thing.form, thing.kind, thing.code]),
    ...caching(version),
  });
  const unchanged = notModifiedResponse(request, headersOf(snapshots.current().version));
  if (unchanged) return unchanged;
  const { snapshot, release } = snapshots.hold();
  const asking = thingTable(askOf(snapshot, { client, signal }), thing);
  const params = await asking.finally(release);
  return (
    params &&
    sendTable(source, {
      format: thing.form,
      params,
      url,
      all: true,
      file: fileOf(thing),
      node: { ...node, headOnly: request.method === 'HEAD' },
      headersOf,
    })
  );
}
