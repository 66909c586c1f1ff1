import { createServer } from 'node:http';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { addFunctions } from '../../../src/db/functions/functions.ts';
import { readPointer } from '../../../src/db/snapshot/pointer.ts';
import { statements } from './hand-written-sql.ts';
import { listen } from './listen.ts';

/** An endpoint for each question, as one would write them without GraphQL: `POST /measure`. */
const [data = ''] = process.argv.slice(2);
const file = join(data, readPointer(data)?.file ?? '');
const client = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
client.pragma('mmap_size = 1073741824');
addFunctions(client);

const endpoints = new Map(
  Object.entries(statements).map(([name, statement]) => [
    `/${name}`,
    client.prepare<[object], string>(statement).pluck(),
  ]),
);

listen(
  createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const endpoint = endpoints.get(request.url ?? '');
      if (!endpoint) return response.writeHead(404).end();
      const given = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      if (given['levels']) given['levels'] = JSON.stringify(given['levels']);
      const body = Buffer.from(endpoint.get(given) ?? '');
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
        'access-control-allow-origin': '*',
      });
      return response.end(body);
    });
  }),
);
