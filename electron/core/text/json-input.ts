/** Owns reading JSON that a person or a stranger wrote: every error names the file, the line and the column. */
import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { InputError, type Place } from './input-error.ts';

const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a name in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'the file ends before its last "}": it may be cut off',
  CloseBracketExpected: 'the file ends before its last "]": it may be cut off',
  EndOfFileExpected: 'there is text after the end of the JSON',
  UnexpectedEndOfString: 'this text is not closed with a double quote: the file may be cut off',
  InvalidUnicode: 'this is no valid \\u escape',
  InvalidEscapeCharacter: 'this is no valid escape in a text',
  InvalidCharacter: 'a text may not hold this control character',
  InvalidCommentToken: 'JSON has no comments',
};

/** What is wrong with how JSON is written, for a person. */
export const syntaxProblem = (error: ParseError | undefined): string =>
  (error === undefined ? undefined : problems[printParseErrorCode(error.error)]) ?? 'unreadable';

/** Where the value at `path` stands in the text; the nearest enclosing value when it is not there. */
export const placeOf = (text: string, path: readonly (string | number)[]): Place | null => {
  const tree = parseTree(text);
  if (tree === undefined) return null;
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return placeAt(text, node.offset);
  }
  return null;
};

/** The first error that the tolerant parser sees; its nesting is as deep as the text's. */
const syntaxError = (file: string, text: string): InputError => {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch {
    return new InputError(file, 'not JSON that can be read: it is nested too deeply');
  }
  const [first] = errors;
  if (first === undefined) return new InputError(file, 'not JSON that can be read');
  return new InputError(file, `not JSON: ${syntaxProblem(first)}`, placeAt(text, first.offset));
};

/** Parses JSON. Throws `InputError` with the place of the first error. */
export const parseJson = (file: string, text: string): unknown => {
  // Nobody writes this name in good faith, and libraries treat it in ways of their own.
  const hostile = text.indexOf('"__proto__"');
  if (hostile >= 0) throw new InputError(file, 'the name "__proto__" may not be used', placeAt(text, hostile));
  try {
    return JSON.parse(text);
  } catch {
    throw syntaxError(file, text);
  }
};

/** "reads[3].args" */
const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

/** Parses JSON and checks it against a schema. Throws `InputError` that names the first wrong place. */
export const parseInput = <S extends v.GenericSchema>(file: string, text: string, schema: S): v.InferOutput<S> => {
  const value = parseJson(file, text);
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const where = path.length === 0 ? '' : `"${pathText(path)}": `;
  const message = issue.message.startsWith('Invalid')
    ? `expected ${issue.expected ?? 'another value'}, found ${issue.received}`
    : issue.message;
  throw new InputError(file, `${where}${message}`, placeOf(text, path));
};
