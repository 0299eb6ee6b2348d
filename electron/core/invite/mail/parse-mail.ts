/** Owns taking a mail apart: postal-mime, given what needs no decoding line by line in large pieces. */
import PostalMime, { type Email } from 'postal-mime';

/** A part of a mail, as the parser keeps it. */
interface Part {
  readonly state: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly childNodes: readonly Part[];
}

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The last one. */
  readonly done: boolean;
}

/** What the parser's declarations leave out. */
interface Inside {
  readonly av: Uint8Array<ArrayBuffer>;
  readPos: number;
  readonly root: Part;
  readonly currentNode: Part;
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

/** What decides how a part is read. */
const DECIDING = ['content-type', 'content-transfer-encoding'];
const BOUNDARIES = /;\s*boundary\s*=/gi;

/** Programs differ over which of two headers, or of two boundaries, counts; and over encodings from before MIME. */
const isAmbiguous = ({ headers, contentTransferEncoding, childNodes }: Part): boolean =>
  /uu|yenc|binhex/i.test(contentTransferEncoding.encoding) ||
  DECIDING.some((name) => {
    const values = headers.filter(({ key }) => key === name).map(({ value }) => value.trim().toLowerCase());
    return new Set(values).size > 1 || values.some((value) => (value.match(BOUNDARIES)?.length ?? 0) > 1);
  }) ||
  childNodes.some(isAmbiguous);

export interface ParsedMail {
  readonly email: Email;
  /** Another program may find other parts in it. */
  readonly ambiguous: boolean;
}

/** Throws when it is nested too deep or its headers are too large. */
export const parseMail = async (bytes: Uint8Array): Promise<ParsedMail> => {
  const parser = new PostalMime({ maxNestingDepth: 32, forceRfc822Attachments: true });
  const inside = parser as unknown as Inside;
  Object.assign(parser, { readLine: inPieces(inside) });
  const email = await parser.parse(bytes);
  return { email, ambiguous: isAmbiguous(inside.root) };
};
