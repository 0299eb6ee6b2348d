/** Measures the invitation analysis: links a second in a batch, time by size (also for hostile input), and memory. */
import { Readable, Writable } from 'node:stream';
import { runInspect } from '../../electron/cli/inspect/inspect.ts';
import { type InvitationInput, inspectInvitation } from '../../electron/core/invite/index.ts';

const MEGABYTE = 1_000_000;

/** Every row has a server of its own, so that nothing remembered from the row before helps. */
const SHAPES: readonly ((n: number) => string)[] = [
  (n) => `https://us0${n % 9}web.zoom.us/j/8${1_000_000_000 + n}?pwd=invented${n}.1`,
  (n) => `https://teams.microsoft.com/meet/23${10_000_000_000 + n}?p=Invented${n}`,
  (n) => `Join us at https://tools-${n}.webex.com/meet/person${n}, please.`,
  (n) => `https://us05web-zoom${n}.example/j/8${1_000_000_000 + n}`,
  (n) => `https://www.site-${n}.example.org/news/article-${n}?ref=mail`,
  (n) =>
    `https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij%3Fhs%3D${n}&data=x`,
  (n) => `https://zo0m-${n}.example/my/person`,
  (n) => `https://meet.club-${n}.example/Room${n}`,
];

interface Timing {
  readonly name: string;
  /** Megabytes to milliseconds. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

export interface InviteBench {
  readonly links: number;
  readonly linksPerSecond: number;
  readonly timings: readonly Timing[];
  readonly peakRssMegabytes: number;
}

const fill = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length)).slice(0, bytes);
const text = (value: string): InvitationInput => ({ kind: 'text', text: value });
const calendar = (value: string): InvitationInput => ({
  kind: 'calendar',
  text: `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${value}`,
});
const mail = (head: string, body: string): InvitationInput => ({
  kind: 'mail',
  bytes: new TextEncoder().encode(`From: a@example.org\nMIME-Version: 1.0\n${head}\n${body}`),
});

const INPUTS: Readonly<Record<string, (bytes: number) => InvitationInput>> = {
  'text: prose with links': (n) =>
    text(fill('We meet on Monday. Notes: https://docs.example.org/notes/1 and more words after it.\n', n)),
  'text: one endless word': (n) => text(fill('a', n)),
  'text: colons': (n) => text(fill('http:', n)),
  'text: brackets': (n) => text(`https://example.org/${fill(')', n)}`),
  'text: percent signs': (n) => text(`https://zoom.us/j/${fill('%25', n)}`),
  'html: anchors': (n) => text(fill('<a href="https://docs.example.org/1">Join</a> ', n)),
  'html: nesting never closed': (n) => text(fill('<b>', n / 2) + fill('</i>', n / 2)),
  'html: one endless tag': (n) => text(`<a ${fill('x=1 ', n)}`),
  'html: entities': (n) => text(`<p>${fill('&#x41', n)}`),
  'calendar: long description': (n) => calendar(`DESCRIPTION:${fill('https://docs.example.org/1\\nand words\n ', n)}`),
  'calendar: components never closed': (n) => calendar(fill('BEGIN:VEVENT\n', n)),
  'mail: plain text': (n) =>
    mail('', fill('We meet on Monday. Notes: https://docs.example.org/notes/1 and more words.\n', n)),
  'mail: encoded HTML': (n) =>
    mail(
      'Content-Type: text/html\nContent-Transfer-Encoding: base64\n',
      fill(`${btoa(fill('<a href="https://x.example/">x</a> ', 57))}\n`, n),
    ),
  'mail: parts without end': (n) => mail('Content-Type: multipart/mixed; boundary=b\n', fill('--b\n\nx\n', n)),
  'mail: results with open brackets': (n) => mail(`Authentication-Results: ${fill('(a', n)}\n`, ''),
};

class Discard extends Writable {
  override _write(_chunk: Buffer, _encoding: string, done: () => void): void {
    done();
  }
}

async function linksPerSecond(links: number): Promise<number> {
  function* lines() {
    for (let n = 0; n < links; n += 100) {
      let chunk = '';
      for (let i = n; i < n + 100; i += 1) chunk += `${JSON.stringify({ input: SHAPES[i % SHAPES.length]?.(i) })}\n`;
      yield chunk;
    }
  }
  const start = performance.now();
  await runInspect(['--batch'], {
    stdin: Readable.from(lines()),
    stdout: new Discard(),
    stderr: new Discard(),
    cwd: '.',
  });
  return Math.round(links / ((performance.now() - start) / 1000));
}

/** Runs everything; about one to two minutes. `sizes` are megabytes of each input. */
export async function benchInvite(links = 200_000, sizes: readonly number[] = [1, 5, 20]): Promise<InviteBench> {
  await linksPerSecond(20_000);
  const perSecond = await linksPerSecond(links);
  const timings: Timing[] = [];
  for (const [name, make] of Object.entries(INPUTS)) {
    const milliseconds: Record<string, number> = {};
    for (const size of sizes) {
      const input = make(size * MEGABYTE);
      const start = performance.now();
      await inspectInvitation(input);
      milliseconds[size] = Math.round(performance.now() - start);
    }
    timings.push({ name, milliseconds });
  }
  return {
    links,
    linksPerSecond: perSecond,
    timings,
    peakRssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
