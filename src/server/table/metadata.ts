import { notATable } from './pages.ts';
import type { Ask, Params } from './pages.ts';
import type { Column } from './plan.ts';

const about = `{
  meta { dataVersion softwareVersion }
  reports(first: 100) { totalCount nodes { code title source { sha256 url } } }
}`;

type About = {
  meta: { dataVersion: string; softwareVersion: string };
  reports: {
    totalCount: number;
    nodes: { code: string; title: string; source: { sha256: string; url: string | null } }[];
  };
};

/**
 * What a reader of a table must know beside it, after the W3C's "Metadata Vocabulary for Tabular
 * Data": where the data come from, their version, the query, how to cite, and each column.
 */
export async function describeTable(options: {
  ask: Ask;
  params: Params;
  /** The table's file, such as `biggest-cuts.csv`. */
  file: string;
  title: string;
  columns: readonly Column[];
}): Promise<object> {
  const { ask, params, file, title, columns } = options;
  const asked = await ask({ query: about });
  if (asked.body.errors || !asked.body.data) throw notATable(asked);
  const { meta, reports } = asked.body.data as unknown as About;
  const version = meta.dataVersion.slice(0, 12);
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: file,
    'dc:title': title,
    'dc:identifier': meta.dataVersion,
    'dc:source': {
      reports: reports.totalCount,
      listed: reports.nodes.map(({ code, title: name, source }) => ({
        code,
        title: name,
        sha256: source.sha256,
        ...(source.url !== null && { url: source.url }),
      })),
    },
    'dc:bibliographicCitation': {
      zh: `举证 Juzheng ${meta.softwareVersion}\uff0c数据版本 ${version}\uff0c“${title}”。`,
      en: `Juzheng ${meta.softwareVersion}, data version ${version}, “${title}”.`,
    },
    'juzheng:dataVersion': meta.dataVersion,
    'juzheng:softwareVersion': meta.softwareVersion,
    'juzheng:query': params.query,
    ...(params.variables && { 'juzheng:variables': params.variables }),
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    notes: [
      'An apostrophe before = + - @ at the start of a text keeps spreadsheets from taking it for a formula; the JSON Lines hold the text as it is.',
    ],
    tableSchema: {
      columns: columns.map(({ name, description, datatype }) => ({
        name,
        titles: name,
        'dc:description': description,
        datatype,
      })),
    },
  };
}
