import { limits } from '../../limits.ts';

const names = [
  'bodyBytes',
  'headBytes',
  'headerMilliseconds',
  'requestMilliseconds',
  'idleMilliseconds',
  'writeMilliseconds',
  'drainMilliseconds',
  'stopMilliseconds',
  'graceMilliseconds',
  'lingerMilliseconds',
  'connections',
  'connectionsPerClient',
  'receivingPerClient',
  'requests',
  'requestsPerClient',
  'unreadBytesPerClient',
  'unreadBytes',
] as const;

export type ServerBoundName = (typeof names)[number];

/** What requests and connections may take of time and room. */
export type ServerBounds = Readonly<Record<ServerBoundName, number>>;

/** The bounds that are told, some of them replaced. */
export function boundsWith(others: Partial<ServerBounds> = {}): ServerBounds {
  const fromLimits = Object.fromEntries(
    names.map((name) => [name, limits[name].value]),
  ) as ServerBounds;
  return { ...fromLimits, ...others };
}
