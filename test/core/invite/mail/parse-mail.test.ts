/** A mail taken apart in large pieces is the same mail as one taken apart line by line. */
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { parseMail } from '../../../../electron/core/invite/mail/parse-mail.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\r', '');
/** Line ends within a part stay as they were sent; everything else is as the parser alone has it. */
const shapeOf = ({ text, html, subject, attachments }: Email) => ({
  subject,
  text: plain(text),
  html: plain(html),
  attachments: attachments.map(({ filename, mimeType, disposition, content }) => ({
    filename,
    mimeType,
    disposition,
    content: typeof content === 'string' ? content : plain(new TextDecoder('latin1').decode(content)),
  })),
});

const lines = fc.array(
  fc.oneof(
    fc.constantFrom('', '--', '-- ', '--b', '--b--', '--c', '--c--', '--b trailing', ' --b', 'a', 'YWJj', 'YQ==', 'a='),
    fc.constantFrom('https://zoom.us/j/84512345678', 'x=3D', 'soft=', '\r', 'ä', 'flowed ', '  stuffed'),
    fc.string({ maxLength: 12 }),
  ),
  { maxLength: 12 },
);
const type = fc.constantFrom(
  'text/plain',
  'text/plain; format=flowed; delsp=yes',
  'text/html; charset=utf-8',
  'text/calendar; method=REQUEST',
  'application/octet-stream; name=a.bin',
  'message/rfc822',
  'multipart/mixed; boundary=b',
  'multipart/alternative; boundary="c"',
  'multipart/mixed',
);
const encoding = fc.constantFrom('', '7bit', '8bit', 'base64', 'quoted-printable', '(a) base64', 'x-unknown');
const part = fc
  .tuple(type, encoding, lines)
  .map(([kind, way, body]) => [
    `Content-Type: ${kind}`,
    ...(way === '' ? [] : [`Content-Transfer-Encoding: ${way}`]),
    '',
    ...body,
  ]);
const mail = fc
  .tuple(type, encoding, fc.array(part, { maxLength: 4 }), lines, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([kind, way, parts, body, lineEnd, ended]) =>
    [
      'From: a@supplier.example',
      'Subject: x',
      `Content-Type: ${kind}`,
      ...(way === '' ? [] : [`Content-Transfer-Encoding: ${way}`]),
      '',
      ...body,
      ...parts.flatMap((one, n) => [n % 2 === 0 ? '--b' : '--c', ...one]),
      ...(ended ? ['--b--', 'behind the end'] : []),
    ].join(lineEnd),
  );

test('any mail gives what the parser alone gives', async () => {
  const options = { maxNestingDepth: 32, forceRfc822Attachments: true };
  await fc.assert(
    fc.asyncProperty(mail, async (text) => {
      const expected = shapeOf(await PostalMime.parse(bytesOf(text), options));
      expect(shapeOf((await parseMail(bytesOf(text))).email)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('a part is one piece: the line ends in it are those that were sent', async () => {
  const { email } = await parseMail(bytesOf('From: a@supplier.example\r\n\r\none\r\ntwo\r\n'));
  expect(email.text).toBe('one\r\ntwo\n');
});
