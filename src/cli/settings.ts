import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import { limits } from '../limits.ts';

/** The seed that comes with the program, named as from where one stands. */
export const ownSeed = relative('', fileURLToPath(new URL('../../seed', import.meta.url))) || '.';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** By which option it is said that the data are read in PostgreSQL. */
export const storeOption = { name: 'store', flags: '--store <address>' } as const;

/** The options that commands share; each can be set by its environment variable too. */
export const settings = {
  seed: () =>
    new Option('--seed <folder>', 'the seed files: reports and vocabulary')
      .env('SEED_DIR')
      .default(ownSeed),
  store: () =>
    new Option(
      storeOption.flags,
      'answer from PostgreSQL, where juzheng publish has put the data: postgres://user@host:5432/database; the password by PGPASSWORD, a pass file or with the address in DATABASE_URL',
    ).env('DATABASE_URL'),
  data: () =>
    new Option('--data <folder>', 'where the snapshots lie').env('DATA_DIR').default('data'),
  jobs: () =>
    new Option(
      '--jobs <number>',
      'on how many threads reports are read, from 1 to 999; all cores if not said',
    ).argParser(readJobs),
  keep: () =>
    new Option(
      '--keep <number>',
      'how many versions of the data stay to be read under /versions, the newest among them, from 2 to 99',
    )
      .env('KEEP')
      .default(2)
      .argParser(readKeep),
  port: () =>
    new Option('--port <number>', 'the port to answer on; 0 takes any that is free')
      .env('PORT')
      .default(4000)
      .argParser(readPort),
  host: () =>
    new Option('--host <address>', 'the address to answer on; 0.0.0.0 for every one')
      .env('HOST')
      .default('127.0.0.1'),
  workers: () =>
    new Option(
      '--workers <number>',
      'how many processes answer, from 1 to 64; 1 needs no other process',
    )
      .env('WORKERS')
      .default(Math.min(availableParallelism(), 8), 'one for each core, at most 8')
      .argParser(readWorkers),
  corsOrigin: () =>
    new Option(
      '--cors-origin <origin>',
      'a page that may ask from a browser, as https://example.org; * for any; several times for several, or with commas',
    )
      .env('CORS_ORIGIN')
      .default(['*'], '*')
      .argParser(readOrigins),
  publicUrl: () =>
    new Option(
      '--public-url <url>',
      'by what readers call the server, as https://example.org: where a proxy stands before it; if not said, each is given links by what it called',
    )
      .env('PUBLIC_URL')
      .argParser(readPublicUrl),
  trustProxy: () =>
    new Option(
      '--trust-proxy',
      'take who asks from X-Forwarded-For: only behind a proxy that sets it',
    ).default(false),
  rateLimit: () =>
    new Option(
      '--rate-limit <number>',
      'requests a minute from one address, from 1 to 9999999; no limit if not said',
    )
      .env('RATE_LIMIT')
      .argParser(readRate),
  processorBudget: () =>
    new Option(
      '--processor-budget <seconds>',
      'processor time that the questions from one address may take a minute, from 1 to 9999; no limit if not said',
    )
      .env('PROCESSOR_BUDGET')
      .argParser(readBudget),
  answerBytes: () =>
    new Option(
      '--answer-bytes <number>',
      'bytes that a JSON answer may have, from 1000000 to 100000000; what it may be reckoned to have (bytesReckoned) and what may lie unread are scaled with it',
    )
      .env('ANSWER_BYTES')
      .default(limits.answerBytes.value)
      .argParser(readAnswerBytes),
  cacheSeconds: () =>
    new Option(
      '--cache-seconds <number>',
      'how long caches may keep an answer without asking, and ten times as long while they ask; 0 for not at all',
    )
      .env('CACHE_SECONDS')
      .default(60)
      .argParser(readCacheSeconds),
  explain: () =>
    new Option(
      '--explain',
      'tell beside each answer in JSON how it was made, as extensions.explain: for developers, not for the public',
    ).default(false),
  logLevel: () =>
    new Option('--log-level <level>', 'how much to log, one JSON line each')
      .env('LOG_LEVEL')
      .choices(logLevels)
      .default('info'),
};

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  }
  return port;
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > 64) {
    throw new InvalidArgumentError('The number of workers is a whole number from 1 to 64.');
  }
  return workers;
}

const listsOfOptions = new WeakSet<readonly string[]>();

/** The origins of one `--cors-origin`, and of those before it. */
function readOrigins(text: string, before: readonly string[]): readonly string[] {
  const origins = text.split(',').map((piece) => piece.trim());
  for (const origin of origins) {
    if (origin !== '*' && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
      throw new InvalidArgumentError('An origin is * or such as https://example.org:8080.');
    }
  }
  // What comes first takes the place of the default.
  const all = listsOfOptions.has(before) ? [...before, ...origins] : origins;
  listsOfOptions.add(all);
  return all;
}

/** The origin of an address under which all of the server is served. */
function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin || /[?#]$/.test(text)) {
    throw new InvalidArgumentError(
      'An address such as https://example.org, without a path: the server takes the whole of it.',
    );
  }
  return url.origin;
}

function readRate(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    throw new InvalidArgumentError('A whole number from 1 to 9999999.');
  }
  return Number(text);
}

function readAnswerBytes(text: string): number {
  const bytes = Number(text);
  // Fewer would not hold the schema as GraphiQL asks for it; more, no process has the memory for.
  if (!/^[1-9]\d*$/.test(text) || bytes < 1_000_000 || bytes > 100_000_000) {
    throw new InvalidArgumentError('A whole number of bytes from 1000000 to 100000000.');
  }
  return bytes;
}

function readCacheSeconds(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 86_400) {
    throw new InvalidArgumentError('A whole number of seconds from 0 to 86400, which is a day.');
  }
  return Number(text);
}

function readBudget(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new InvalidArgumentError('A whole number of seconds from 1 to 9999.');
  }
  return Number(text);
}

function readKeep(text: string): number {
  const keep = Number(text);
  if (!/^\d{1,2}$/.test(text) || keep < 2) {
    throw new InvalidArgumentError('A whole number from 2 to 99.');
  }
  return keep;
}

function readJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    throw new InvalidArgumentError('A whole number from 1 to 999.');
  }
  return Number(text);
}
