import { send } from '../../support/served.ts';

export type Health = {
  status: string;
  problem: string | null;
  dataVersion: string;
};

export async function healthOf(url: string): Promise<Health> {
  const { body } = await send(url, { path: '/health', headers: { connection: 'close' } });
  return JSON.parse(body.toString()) as Health;
}

const query =
  '{ meta { dataVersion } reports { nodes { title(language: EN) sections { title(language: EN) } } } }';

type Titled = { title: string };

/** Which version answers, and the titles that it gives first and last. */
export async function titlesOf(url: string): Promise<{ version: string; titles: string[] }> {
  const path = `/graphql?query=${encodeURIComponent(query)}`;
  const { body } = await send(url, { path, headers: { connection: 'close' } });
  const { data } = JSON.parse(body.toString()) as {
    data: {
      meta: { dataVersion: string };
      reports: { nodes: (Titled & { sections: Titled[] })[] };
    };
  };
  const [report] = data.reports.nodes;
  const titles = [report?.title ?? '', report?.sections.at(-1)?.title ?? ''];
  return { version: data.meta.dataVersion, titles };
}
