/**
 * What one request, one client and one process may do at most: the only place where these bounds
 * stand. The API tells them (`meta.limits`), the command line and the documents print them.
 */
export type Limit = {
  /** In the unit that the name or the description says. */
  value: number;
  description: string;
};

export const limits = {
  bodyBytes: {
    value: 65_536,
    description: 'Bytes of a request’s body; a longer one is answered with 413.',
  },
  headBytes: {
    value: 16_384,
    description:
      'Bytes of a request’s head, its address included; a longer one is answered with 431.',
  },
  characters: { value: 32_000, description: 'Characters of a query.' },
  tokens: { value: 1500, description: 'Tokens of a query: names, brackets, values.' },
  depth: { value: 16, description: 'Fields in each other, fragments followed.' },
  valueDepth: {
    value: 12,
    description: 'Lists and objects in each other, in one value of a query or a variable.',
  },
  relationSteps: {
    value: 8,
    description:
      'Steps from one thing to another in one filter, such as from outcomes to measures.',
  },
  aliases: { value: 30, description: 'Aliases of a query.' },
  rootFields: { value: 20, description: 'Fields at the root of a query.' },
  directives: { value: 50, description: 'Directives of a query.' },
  selections: {
    value: 1000,
    description: 'Fields that a query selects, those of a fragment as often as it is spread.',
  },
  rowsRead: {
    value: 100_000_000,
    description:
      'Rows that the database may have to read for a query, reckoned before it is asked, at the most that the data allow.',
  },
  bytesReckoned: {
    value: 40_000_000,
    description:
      'Bytes that an answer may come to at the most that the data allow, reckoned before it is asked.',
  },
  answerBytes: {
    value: 10_000_000,
    description: 'Bytes of a JSON answer; tables and exports may be of any length.',
  },
  fileBytes: {
    value: 5_000_000,
    description:
      'Bytes of one file that a command reads: a report’s text, its facts, a query; standard input as well.',
  },
  pageSize: { value: 100, description: 'Rows of one page; 20 where none is asked for.' },
  ids: { value: 100, description: 'Ids that nodes takes at once.' },
  groups: { value: 1000, description: 'Groups of one answer; 100 where none is asked for.' },
  facetValues: { value: 100, description: 'Values of one facet, the commonest first.' },
  codesChecked: {
    value: 1000,
    description:
      'Codes in the filters and look-ups of a question of which it is looked whether they exist.',
  },
  codeWarnings: { value: 5, description: 'Unknown and retired codes of which one answer warns.' },
  codePlaces: { value: 5, description: 'Places in a question at which one such code is told.' },
  codeSuggestions: { value: 3, description: 'Near codes that are told of an unknown one.' },
  searchCharacters: { value: 200, description: 'Characters of a text that is searched for.' },
  sqlMilliseconds: {
    value: 1000,
    description:
      'Milliseconds of a processor that the database may take, over PostgreSQL by the clock; then the answer is QUERY_TIMEOUT.',
  },
  waiting: {
    value: 500,
    description:
      'Costly questions that may wait for their turn in one process; one more is answered with 503.',
  },
  waitingPerClient: {
    value: 100,
    description: 'Costly questions of one client among them.',
  },
  waitMilliseconds: {
    value: 5000,
    description:
      'Milliseconds for which a costly question may wait for its turn; then it is answered with 503.',
  },
  stuckMilliseconds: {
    value: 10_000,
    description:
      'Milliseconds for which one of several processes may say nothing; then another takes its place.',
  },
  requestMilliseconds: {
    value: 10_000,
    description: 'Milliseconds in which a request must have come, from its first byte to its last.',
  },
  headerMilliseconds: {
    value: 5_000,
    description: 'Milliseconds in which the head of a request must have come.',
  },
  writeMilliseconds: {
    value: 20_000,
    description: 'Milliseconds for which a client may take nothing of its answer.',
  },
  idleMilliseconds: {
    value: 65_000,
    description: 'Milliseconds for which a connection may lie idle between requests.',
  },
  drainMilliseconds: {
    value: 2000,
    description:
      'Milliseconds for which a server that stops still answers whoever comes, while /ready says no.',
  },
  stopMilliseconds: {
    value: 15_000,
    description: 'Milliseconds that it then waits for what is running.',
  },
  graceMilliseconds: {
    value: 500,
    description:
      'Milliseconds for which a server that stops still takes requests on a connection after an answer said that it ends.',
  },
  lingerMilliseconds: {
    value: 500,
    description:
      'Milliseconds for which it still reads, and throws away, what comes on a connection that it has ended.',
  },
  queryMemoryBytes: {
    value: 369_000_000,
    description:
      'Bytes of memory that the other processes in which one process has costly questions answered have of their own, all together; of two large answers one waits.',
  },
  connections: { value: 2000, description: 'Connections of one process.' },
  connectionsPerClient: {
    value: 256,
    description:
      'Connections from one address to one process; one more is answered with 503 and closed.',
  },
  receivingPerClient: {
    value: 64,
    description:
      'Bodies of one client that one process receives at once; one more is answered with 503.',
  },
  requests: {
    value: 500,
    description: 'Requests that one process answers at once; one more is answered with 503.',
  },
  requestsPerClient: {
    value: 128,
    description:
      'Requests of one client that one process answers at once; one more is answered with 503.',
  },
  unreadBytesPerClient: {
    value: 24_000_000,
    description:
      'Bytes of answers that one client has not taken yet; a large answer beyond it is refused with 503.',
  },
  unreadBytes: {
    value: 96_000_000,
    description:
      'Bytes of answers that all clients of one process have not taken yet; beyond it, clients that hold more than an equal share are refused.',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** What an operator sets for a whole server before it answers anything. */
export type SetLimits = {
  /** Bytes of a JSON answer. */
  answerBytes: number;
  /** Requests a minute from one address. */
  rateLimit?: number | undefined;
  /** Seconds of a processor that questions from one address may take a minute. */
  processorBudget?: number | undefined;
};

/** What there is no bound of unless one is set, and what it then bounds. */
const descriptionsOfSet = {
  rateLimit: 'Requests a minute from one address; one more is answered with 429.',
  processorBudget:
    'Seconds of a processor that questions from one address may take a minute; then they are answered with 429.',
} as const;

/**
 * How many there may be in a seed, so that the API can list them whole: the importer refuses more, and no
 * list of the API that holds them is longer.
 */
export const seedBounds = {
  /** Sections, documents, organizations, honours, retired codes and waivers of a report. */
  ofReport: 500,
  /** Documents and organizations that a measure names. */
  ofMeasure: 200,
  /** Acts of a measure beside its first. */
  acts: 50,
  /** How deep sections stand in each other. */
  sectionDepth: 6,
  /** Reports of a place, the newest, in which it is looked for what came of a target. */
  lookedAt: 100,
  /** Parts of a whole. */
  parts: 200,
  /** Facts that share one figure of the text. */
  sharing: 20,
  /** Measures that name one document. */
  namings: 200,
  /** Headings and points of a framework, and those that a measure serves. */
  frameworkItems: 200,
  /** Figures of one problem. */
  figures: 50,
} as const;

/** What opening and publishing a snapshot may take; the API has nothing to do with it. */
export const snapshotBounds = {
  /**
   * Bytes of a file that is read whole whenever it is opened and before it is published. A larger one is opened
   * by what it says of itself, and read whole in the background.
   */
  readAtOnceBytes: 64 << 20,
} as const;

/** So many rows that pass a filter are found first and all taken, sooner than an order is walked to them. */
export const fewRows = {
  /** To be sorted by PostgreSQL; and where words are asked for, since it takes long to see whether they stand in a text. */
  toSort: 300,
  toSortOfWords: 4000,
  /** To be put into groups. */
  toGroup: 10_000,
};

/** What talking to PostgreSQL may take. */
export const postgresBounds = {
  /** Milliseconds until PostgreSQL has to take a connection of whoever publishes. */
  connectMilliseconds: 10_000,
  /** Milliseconds until it has to answer a server, beside those that a statement may take; then it counts as lost. */
  answerMilliseconds: 5000,
  /**
   * Milliseconds after which PostgreSQL ends the connection of a server that has asked nothing meanwhile, as it is
   * hung or its machine is lost. One that lives asks a few times as often.
   */
  silentMilliseconds: 60_000,
  /** Milliseconds for which what was published before stays open to whoever has begun to read it and pauses. */
  retiredMilliseconds: 10_000,
  /**
   * Connections by which one process that serves asks it, beside the one that keeps the version that they see, and the
   * one that looks for new data.
   */
  connections: 8,
  /** Kilobytes that PostgreSQL may take for each sort, or set of rows, of a statement. */
  workKilobytes: 64 << 10,
  /** Bytes of answers that one process keeps of a version, so that it asks for nothing twice. */
  knownBytes: 16 << 20,
  /** Milliseconds between two looks for new data. */
  pollMilliseconds: 1000,
} as const;

/** What the limits are before anything is set. */
const usual = {
  answerBytes: limits.answerBytes.value,
  bytesReckoned: limits.bytesReckoned.value,
  unreadBytesPerClient: limits.unreadBytesPerClient.value,
  unreadBytes: limits.unreadBytes.value,
} as const;

let set: SetLimits = { answerBytes: usual.answerBytes };

/** What was set last, to hand on to other processes. */
export const limitsSet = (): SetLimits => set;

/**
 * Sets limits for this process. With how long an answer may be goes how long it may be reckoned to be,
 * since most come to a fifth of that; and no client is held to fewer unread bytes than a few answers have.
 */
export function setLimits({ answerBytes, rateLimit, processorBudget }: SetLimits): void {
  set = { answerBytes, rateLimit, processorBudget };
  const scale = answerBytes / usual.answerBytes;
  const assign = (name: keyof typeof usual, by: number) => {
    (limits[name] as Limit).value = Math.round(usual[name] * by);
  };
  assign('answerBytes', scale);
  assign('bytesReckoned', scale);
  assign('unreadBytesPerClient', Math.max(1, scale));
  assign('unreadBytes', Math.max(1, scale));
}

/** All limits that hold in this process, those included that hold only because they are set. */
export function limitsThatHold(): [name: string, limit: Limit][] {
  const { rateLimit, processorBudget } = set;
  const others = Object.entries({ rateLimit, processorBudget }).flatMap(
    ([name, value]): [string, Limit][] =>
      value === undefined
        ? []
        : [[name, { value, description: descriptionsOfSet[name as 'rateLimit'] }]],
  );
  return [...Object.entries(limits), ...others];
}

/** What reading one file of a government's may take; the API has nothing to do with it. */
export const readerBounds = {
  /** Bytes of a page, a document or a PDF. A text may have `fileBytes`. */
  fileBytes: 50_000_000,
  /** Bytes that the parts of a `.docx` come to when unpacked. */
  unpackedBytes: 200_000_000,
  /** Pages of a PDF. */
  pages: 2000,
  /** Elements in each other in a part of a `.docx`. */
  depth: 256,
  /** Milliseconds by the clock for one file. */
  milliseconds: 30_000,
  /** Bytes of memory that the process which reads it may have for its own. */
  memoryBytes: 1 << 30,
  /** Files that one such process reads before another takes its place. */
  filesOfProcess: 500,
} as const;

/** What drafting one file that was read may take. */
export const draftBounds = {
  /** Milliseconds by the clock. */
  milliseconds: 60_000,
} as const;
