import { existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { readInput } from './read-input.ts';

/**
 * A query that was given as its text, as a file or as - for standard input. What has a brace in it and
 * names no file is a query; a file may have any name.
 * @throws where it is neither
 */
export function readQuery(argument: string): { query: string; isFile: boolean } {
  const isFile = !argument.includes('{') || existsSync(argument);
  return { query: isFile ? readInput(argument) : argument, isFile };
}

/** The variables of a query as they are given on a command line. */
export function readVariables(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isObject) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError('Variables are a JSON object, such as {"code": "xinghe-2023"}.');
}

/** An error of the API. */
export type DescribedError = {
  message: string;
  locations?: readonly { line: number; column: number }[] | undefined;
};

/** What the API says against a query, with where in the query it is. */
export function describeError({ message, locations: [at] = [] }: DescribedError): string {
  return at ? `${at.line}:${at.column}: ${message}` : message;
}
