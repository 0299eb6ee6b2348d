/** Owns asking DuckDB the questions of `docs/it/queries/duckdb.sql`, as they are published. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance, type Json } from '@duckdb/node-api';
import { root } from '../build.ts';

export interface Answer {
  /** The word at the head of the question's block. */
  readonly name: string;
  readonly milliseconds: number;
  readonly rows: readonly Readonly<Record<string, Json>>[];
}

/** Blocks that begin with a comment `-- name: question`. */
const questions = (): readonly (readonly [name: string, sql: string])[] =>
  readFileSync(path.join(root, 'docs/it/queries/duckdb.sql'), 'utf8')
    .split(/^(?=-- [a-z-]+: )/m)
    .flatMap((block) => {
      const name = /^-- ([a-z-]+): /.exec(block)?.[1];
      return name === undefined ? [] : [[name, block] as const];
    });

/** Asks every question about the JSON lines in `folder`. */
export const ask = async (folder: string): Promise<readonly Answer[]> => {
  const instance = await DuckDBInstance.create(path.join(folder, 'results.duckdb'));
  const connection = await instance.connect();
  const answers: Answer[] = [];
  for (const [name, sql] of questions()) {
    const started = performance.now();
    const reader = await connection.runAndReadAll(sql.replace('FOLDER', folder.replaceAll("'", "''")));
    answers.push({ name, milliseconds: performance.now() - started, rows: reader.getRowObjectsJson() });
  }
  connection.closeSync();
  instance.closeSync();
  return answers;
};
