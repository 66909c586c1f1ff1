import { GraphQLError } from 'graphql';
import type { ValueNode } from 'graphql';
import { isDay } from '../text/day.ts';
import { builder } from './builder.ts';

type ScalarName = 'Date' | 'EDTF' | 'URL' | 'SHA256';

type TextScalar = {
  description: string;
  specifiedByURL: string;
  /** Whether a text is one; what answers hold has been looked at by the importer. */
  isOne: (text: string) => boolean;
  /** What a text must be, to end the sentence "… is not …". */
  kind: string;
};

const scalars: Readonly<Record<ScalarName, TextScalar>> = {
  Date: {
    description:
      'A day of the calendar as YYYY-MM-DD (日期), such as 2023-06-30: RFC 3339’s full-date.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    isOne: isDay,
    kind: 'a day of the calendar written as YYYY-MM-DD, such as 2023-06-30',
  },
  EDTF: {
    description:
      'A time in the Extended Date/Time Format (ISO 8601-2), which can leave open what is not known: 2023-01/2023-06 is the first half of 2023, and a question mark says that the year comes from elsewhere.',
    specifiedByURL: 'https://www.loc.gov/standards/datetime/',
    isOne: (text) => /^[-0-9A-Za-z?~%/.:+,{}[\]]+$/.test(text) && /[0-9X]/.test(text),
    kind: 'written in EDTF, such as 2023-01/2023-06',
  },
  URL: {
    description:
      'An address on the web: whole, such as https://example.org/report.html, or for a page of this server, where it does not know its public address, a path from /.',
    specifiedByURL: 'https://url.spec.whatwg.org/',
    isOne: (text) => URL.canParse(text, text.startsWith('/') ? 'https://example.org' : undefined),
    kind: 'an address, such as https://example.org/report.html or /reports/xinghe-2023',
  },
  SHA256: {
    description:
      'A SHA-256 digest as 64 hexadecimal digits in lower case: whoever has the same bytes gets the same digest.',
    specifiedByURL: 'https://csrc.nist.gov/pubs/fips/180-4/upd1/final',
    isOne: (text) => /^[0-9a-f]{64}$/.test(text),
    kind: 'a SHA-256 digest of 64 hexadecimal digits in lower case',
  },
};

for (const [name, { description, specifiedByURL, isOne, kind }] of Object.entries(scalars)) {
  const parse = (value: unknown, node?: ValueNode) => {
    if (typeof value === 'string' && isOne(value)) return value;
    throw new GraphQLError(`${JSON.stringify(value)} is not ${kind}.`, { nodes: node });
  };
  builder.scalarType(name as ScalarName, {
    description,
    specifiedByURL,
    serialize: (value) => value,
    parseValue: (value) => parse(value),
    // With its node the error says where in the query it stands.
    parseLiteral: (node) => parse('value' in node ? node.value : null, node),
  });
}
