import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Plans } from '../../compiler/plans.ts';
import type { Context } from '../../schema/context.ts';
import type { Snapshots } from '../snapshots.ts';
import { compress, worthCompressing } from './compress.ts';
import { codingFor } from './encoding.ts';
import { entityTagOf, isKnown, isNamed, weak } from './entity-tag.ts';
import { kept, openToAll } from './headers.ts';
import type { Plain } from './plain.ts';

/** Answers a plain request where it can; where it cannot, nothing has been written. */
export type Front = (
  plain: Plain,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

/**
 * The short way from a request to its one statement and back: read once, parsed once, and the
 * statement's value put on the wire as it is. Whatever it leaves goes to Yoga, which answers alike.
 */
export function createFront(options: {
  plans: Plans;
  documentFor: (text: string) => DocumentNode | null;
  snapshots: Snapshots;
}): Front {
  const { plans, documentFor, snapshots } = options;
  return async (plain, request, response) => {
    const { params, type, search } = plain;
    const document = documentFor(params.query);
    if (!document) return false;
    const { version, counts, db, readBytes } = snapshots.current();
    const compiled = plans.compiledFor({
      document,
      operationName: params.operationName,
      variables: params.variables,
      context: { db, snapshot: { version, counts } } satisfies Context,
    });
    if (!compiled) return false;
    const coding = codingFor(request.headers['accept-encoding']);
    const tag = search === null ? null : tagOf(version, type, search);
    const ifNoneMatch = tag && request.headers['if-none-match'];
    if (tag && isNamed(tag, ifNoneMatch)) return notModified(response, coding ? weak(tag) : tag);
    const bytes = read(() => readBytes(compiled.statement, compiled.values));
    if (!bytes) return false;
    if (tag && isKnown(tag, ifNoneMatch)) return notModified(response, coding ? weak(tag) : tag);
    const packed = coding && bytes.length >= worthCompressing && (await compress(bytes, coding));
    const body = packed || bytes;
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-length': body.length,
      ...(packed && { 'content-encoding': coding }),
      ...(tag && { etag: packed ? weak(tag) : tag, ...kept }),
      ...openToAll,
    });
    response.end(body);
    return true;
  };
}

/** The validator of the answer to a GET: its address, its kind, and what it is made from. */
export const tagOf = (dataVersion: string, type: string, search: string) =>
  entityTagOf([dataVersion, packageFile.version, type, search]);

function notModified(response: ServerResponse, etag: string): true {
  response.writeHead(304, { etag, ...kept, ...openToAll }).end();
  return true;
}

/** An error of the statement is the ordinary path's to tell and to log. */
function read(bytes: () => Uint8Array | null): Uint8Array | null {
  try {
    return bytes();
  } catch {
    return null;
  }
}
