import { publicOrigin } from '../../public-origin.ts';
import { rememberingFunctions } from './remembering-functions.ts';
import { writeCursor } from '../../text/cursor.ts';
import type { CursorPart } from '../../text/cursor.ts';
import { matchExpression, onlyToken } from '../../text/search/full-text.ts';
import type { Asked, Scope, Where } from '../../text/search/full-text.ts';
import { snippetsIn } from '../../text/search/snippet.ts';
import type { FoundText } from '../../text/search/snippet.ts';

type FunctionsClient = {
  function: (name: string, options: object, body: (...args: never[]) => unknown) => unknown;
};

/**
 * Gives SQL what only the text engine can do, so that what people type reaches the full-text index
 * as a parameter and never as part of a statement; what remembers; and what ends a statement whose answer would hold
 * a null where none may be.
 * @param base under which path of this server the addresses in answers stand; empty for the top
 */
export function addFunctions(client: FunctionsClient, base = ''): void {
  const pure = { deterministic: true, directOnly: true };
  client.function(
    'match_expression',
    pure,
    (asked: Asked, typed: string, where: Where, scope: string) =>
      matchExpression(asked, typed, where, JSON.parse(scope) as Scope),
  );
  client.function('only_token', pure, (typed: string) => onlyToken(typed));
  client.function('cursor_of', { ...pure, varargs: true }, (...parts: CursorPart[]) =>
    writeCursor(parts),
  );
  client.function('public_origin', pure, () => publicOrigin() + base);
  const { recall, remember } = rememberingFunctions();
  const remembering = { directOnly: true, varargs: true };
  client.function('recall', remembering, recall);
  client.function('remember', remembering, remember);
  client.function('not_null', pure, (value: unknown) => {
    if (value === null) throw new Error('a value that may not be null is null');
    return value;
  });
  client.function('snippets_of', pure, (typed: string, texts: string) =>
    JSON.stringify(snippetsIn(typed, JSON.parse(texts) as FoundText[])),
  );
}
