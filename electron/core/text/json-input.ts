/** Owns reading JSON that a person or a stranger wrote: every error names the file, the line and the column. */
import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { asMessage, type Message, messages } from '../messages/messages.ts';
import { term } from '../messages/value.ts';
import { InputError, type Place } from './input-error.ts';

const placeAt = (text: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const problems: Readonly<Record<string, Message>> = messages('json', {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a name in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'the file ends before its last closing brace: it may be cut off',
  CloseBracketExpected: 'the file ends before its last closing bracket: it may be cut off',
  EndOfFileExpected: 'there is text after the end of the JSON',
  UnexpectedEndOfString: 'this text is not closed with a double quote: the file may be cut off',
  InvalidUnicode: 'this is no valid escape of a character',
  InvalidEscapeCharacter: 'this is no valid escape in a text',
  InvalidCharacter: 'a text may not hold this control character',
  InvalidCommentToken: 'JSON has no comments',
});

const words = messages('json-input', {
  unreadable: 'not JSON that can be read',
  deep: 'not JSON that can be read: it is nested too deeply',
  notJson: 'not JSON: {problem}',
  hostile: 'the name “{name}” may not be used',
  another: 'expected another value, found {found}',
  expected: 'expected {wanted}, found {found}',
  at: '“{where}”: {problem}',
});

/** What is wrong with how JSON is written, for a person. */
export const syntaxProblem = (error: ParseError | undefined): Message =>
  (error === undefined ? undefined : problems[printParseErrorCode(error.error)]) ?? words.unreadable;

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
    return new InputError(file, words.deep);
  }
  const [first] = errors;
  if (first === undefined) return new InputError(file, words.unreadable);
  return new InputError(file, words.notJson({ problem: syntaxProblem(first) }), placeAt(text, first.offset));
};

/** Parses JSON. Throws `InputError` with the place of the first error. */
export const parseJson = (file: string, text: string): unknown => {
  // Nobody writes this name in good faith, and libraries treat it in ways of their own.
  const hostile = text.indexOf('"__proto__"');
  if (hostile >= 0) throw new InputError(file, words.hostile({ name: term('__proto__') }), placeAt(text, hostile));
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
  // What a schema says of its own values is for whoever writes such files.
  const problem = !issue.message.startsWith('Invalid')
    ? asMessage(issue.message)
    : issue.expected === null
      ? words.another({ found: term(issue.received) })
      : words.expected({ wanted: term(issue.expected), found: term(issue.received) });
  throw new InputError(
    file,
    path.length === 0 ? problem : words.at({ where: term(pathText(path)), problem }),
    placeOf(text, path),
  );
};
