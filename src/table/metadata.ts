import { notATable } from './fetch-pages.ts';
import type { Ask, Cuts, AskParams } from './fetch-pages.ts';
import type { Column } from './table-shape.ts';

const reviewed = ['measures', 'outcomes', 'links', 'targets', 'problems'] as const;

const about = `{
  meta { dataVersion softwareVersion }
  ${reviewed.map((name) => `${name}(filter: { reviewStates: [UNREVIEWED] }) { totalCount }`).join('\n  ')}
  reports(first: 100) { totalCount nodes { code title source { sha256 sourceUrl } } }
}`;

type About = {
  meta: { dataVersion: string; softwareVersion: string };
  reports: {
    totalCount: number;
    nodes: { code: string; title: string; source: { sha256: string; sourceUrl: string | null } }[];
  };
} & Record<(typeof reviewed)[number], { totalCount: number }>;

/**
 * What a reader of a table must know beside it, after the W3C's "Metadata Vocabulary for Tabular
 * Data": where the data come from, their version, the query, how to cite, and each column.
 */
export async function describeTable(options: {
  ask: Ask;
  params: AskParams;
  /** The table's file, such as `biggest-cuts.csv`. */
  file: string;
  title: string;
  columns: readonly Column[];
  cuts: Cuts;
}): Promise<object> {
  const { ask, params, file, title, columns, cuts } = options;
  const asked = await ask({ query: about });
  if (asked.body.errors || !asked.body.data) throw notATable(asked);
  const told = asked.body.data as unknown as About;
  const { meta, reports } = told;
  const unreviewed = Object.fromEntries(reviewed.map((name) => [name, told[name].totalCount]));
  const open = Object.values(unreviewed).reduce((sum, count) => sum + count, 0);
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
        ...(source.sourceUrl !== null && { url: source.sourceUrl }),
      })),
    },
    'dc:bibliographicCitation': {
      zh: `举证 Juzheng ${meta.softwareVersion}，数据版本 ${version}，“${title}”${open > 0 ? `（数据中有${open}项由规则识别，尚未经人工审核）` : ''}。`,
      en: `Juzheng ${meta.softwareVersion}, data version ${version}, “${title}”${open > 0 ? ` (${open} facts of the data were found by rules and not reviewed by a person)` : ''}.`,
    },
    'juzheng:dataVersion': meta.dataVersion,
    'juzheng:unreviewed': unreviewed,
    'juzheng:softwareVersion': meta.softwareVersion,
    'juzheng:query': params.query,
    ...(params.variables && { 'juzheng:variables': params.variables }),
    'juzheng:cut': [
      ...[...cuts.certain].map((list) => ({ list, certain: true })),
      ...[...cuts.possible].map((list) => ({ list, certain: false })),
    ],
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    notes: [
      'An apostrophe at the start of a text, before = + - @ or their full-width forms, with or without white space and characters that are not seen between, or before a tab or a line end, and before further apostrophes, keeps spreadsheets from taking it for a formula: take one away to have the text. The JSON Lines hold it as it is.',
      'The items of a list in one cell are parted by "; "; within an item, a backslash stands before a semicolon and before a backslash.',
      'What rules said and nobody has reviewed yet is in a table like all else, and its reviewState says so; juzheng:unreviewed counts the measures, outcomes, links, targets and problems among it over all data.',
      'The lists under juzheng:cut lack items that are there, by their own arguments; or they may, where that is not certain.',
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
