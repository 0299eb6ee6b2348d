/** Owns taking a mail apart: postal-mime, given what needs no decoding line by line in large pieces. */
import PostalMime, { type Email } from 'postal-mime';

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The last one. */
  readonly done: boolean;
}

/** What the parser's declarations leave out. */
interface Inside {
  readonly av: Uint8Array<ArrayBuffer>;
  readPos: number;
  readonly currentNode: {
    readonly state: string;
    readonly contentTransferEncoding: { readonly encoding: string };
  };
  readLine(): Piece;
}

const [LINE_FEED, CARRIAGE_RETURN, DASH] = [10, 13, 45];

/** Where the next line begins that may be a boundary; the end, if there is none. */
const nextBoundary = (bytes: Uint8Array, from: number): number => {
  let at = bytes.indexOf(LINE_FEED, from);
  while (at >= 0 && !(bytes[at + 1] === DASH && bytes[at + 2] === DASH)) at = bytes.indexOf(LINE_FEED, at + 1);
  return at < 0 ? bytes.length : at + 1;
};

/**
 * A mail of 16 MB has 400,000 lines, and the parser keeps two objects and a promise for each: 12 seconds and a gigabyte.
 * Only quoted-printable and headers are read by lines; of everything else the lines between two boundaries are one piece.
 * Line ends within it stay as they were sent.
 */
const inPieces = (parser: Inside): (() => Piece) => {
  const readLine = parser.readLine.bind(parser);
  return () => {
    const { av, readPos: start, currentNode: node } = parser;
    if (node.state !== 'body' || /quoted-printable/i.test(node.contentTransferEncoding.encoding)) return readLine();
    // A line that may be a boundary is for the parser to judge, by itself.
    if (av[start] === DASH && av[start + 1] === DASH) return readLine();
    const next = nextBoundary(av, start);
    let end = next;
    if (av[end - 1] === LINE_FEED) end -= 1;
    while (end > start && av[end - 1] === CARRIAGE_RETURN) end -= 1;
    parser.readPos = next;
    return { bytes: av.subarray(start, end), done: next >= av.length };
  };
};

/** Throws when it is nested too deep or its headers are too large. */
export const parseMail = (bytes: Uint8Array): Promise<Email> => {
  const parser = new PostalMime({ maxNestingDepth: 32, forceRfc822Attachments: true });
  Object.assign(parser, { readLine: inPieces(parser as unknown as Inside) });
  return parser.parse(bytes);
};
