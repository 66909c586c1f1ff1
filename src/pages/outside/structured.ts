import { pagePath } from '../../http/addresses.ts';
import { jsonScript } from '../html.ts';
import type { Html } from '../html.ts';
import { anyOrigin } from '../origin.ts';
import type { Report } from '../reading/report-data.ts';
import type { Site } from '../site.ts';

const context = { '@context': 'https://schema.org' };

/** All the data as a data set, for search engines of data. */
export const datasetScript = ({ words, language, dataVersion, softwareVersion }: Site): Html =>
  jsonScript({
    ...context,
    '@type': 'Dataset',
    '@id': `${anyOrigin}/`,
    name: words.site,
    description: words.about,
    url: `${anyOrigin}/`,
    inLanguage: language,
    version: dataVersion,
    isAccessibleForFree: true,
    keywords: ['法治政府建设', '政府报告', 'law-based government', 'government reports', 'China'],
    creator: { '@type': 'Organization', name: `Juzheng ${softwareVersion}` },
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: `${anyOrigin}/graphql`,
      },
    ],
  });

/** A report as the work that it is, and as part of the data set. */
export const reportScript = (report: Report): Html =>
  jsonScript({
    ...context,
    '@type': 'Report',
    '@id': `${anyOrigin}${pagePath('report', report.code)}`,
    url: `${anyOrigin}${pagePath('report', report.code)}`,
    name: report.titleZh,
    inLanguage: 'zh',
    isPartOf: { '@type': 'Dataset', '@id': `${anyOrigin}/` },
    spatialCoverage: { '@type': 'AdministrativeArea', name: report.place.name },
    ...(report.year !== null && { temporalCoverage: String(report.year) }),
    ...(report.publishedOn !== null && { datePublished: report.publishedOn }),
    ...(report.publisher && {
      publisher: { '@type': 'GovernmentOrganization', name: report.publisher.name },
    }),
    ...(report.source.sourceUrl !== null && { isBasedOn: report.source.sourceUrl }),
  });
