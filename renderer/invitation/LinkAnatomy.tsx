/** Owns the link taken apart: every piece as text, the server large, what deceives marked in shape, words and colour. */
import type { LinkAnatomy as Anatomy, LinkPiece } from '../../electron/core/invite/links/anatomy.ts';
import { says } from '../../electron/core/messages/says.ts';

const words = says('anatomy', {
  misleading: 'misleading:',
  framed: 'The outlined part is there to mislead you.',
  server: 'Server',
  owner: 'Belongs to',
  reads: 'Reads as',
  value: '{value}',
});

const LONGEST_PIECE = 240;
/** Control and format characters (every direction mark among them) would hide or reorder what stands around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** The text with a dot in the place of each character that cannot be seen, cut. */
const visible = (text: string): string => {
  const clean = text.slice(0, LONGEST_PIECE).replace(UNSEEN, '·');
  return text.length > LONGEST_PIECE ? `${clean}…` : clean;
};

const isHost = ({ role }: LinkPiece): boolean => role === 'subdomain' || role === 'owner';

const Piece = ({ piece }: { readonly piece: LinkPiece }) => {
  const text = words.value({ value: { kind: 'place', text: visible(piece.text) } });
  const className = `piece ${piece.role}${isHost(piece) ? ' host' : ''}`;
  return piece.deceptive ? (
    <mark className={className}>
      <span className="hidden-words">{words.misleading} </span>
      {text}
    </mark>
  ) : (
    <span className={className}>{text}</span>
  );
};

export const LinkAnatomy = ({ anatomy }: { readonly anatomy: Anatomy }) => {
  const { host, owner, readableHost, pieces } = anatomy;
  const rows: readonly (readonly [string, string | null])[] = [
    [words.server, host],
    [words.owner, owner === host ? null : owner],
    [words.reads, readableHost],
  ];
  return (
    <div className="anatomy">
      <p className="address" dir="ltr">
        {pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} />
        ))}
      </p>
      {pieces.some((piece) => piece.deceptive) && <p className="note">{words.framed}</p>}
      <dl className="evidence">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="ltr">{words.value({ value: { kind: 'place', text: visible(value) } })}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
};
