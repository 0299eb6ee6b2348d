/** Owns the judgement of who holds the camera or the microphone now. */
import type { Catalogue, Product } from '../../catalogue/catalogue.ts';
import type { DeviceUse } from '../../facts/index.ts';
import { type Message, messages, sentences, type Title, titles } from '../../messages/messages.ts';
import { firstOf, names } from '../../messages/names.ts';
import { product, type Value } from '../../messages/value.ts';
import type { Judgement } from '../define-check.ts';

/** Letters and digits of a program's name: "ms-teams.exe" → "msteams", "Slack Helper (Renderer)" → "slack". */
export const programKey = (name: string): string =>
  name
    .slice(0, 200)
    .toLowerCase()
    .replace(/\.(exe|app|appimage)$/, '')
    .replace(/ helper( \(.*)?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Meeting apps and browsers whose process has another name than the program, and the system's own calls. */
const otherNames: Readonly<Record<string, string>> = {
  facetime: 'FaceTime',
  avconferenced: 'FaceTime',
  ciscocollabhost: 'Webex',
  zoomvoiceengine: 'Zoom',
  msedge: 'Microsoft Edge',
};

const namesOf = ({ id, name, traces }: Product): readonly string[] => [
  id,
  name,
  ...(traces.darwin?.apps ?? []),
  ...(traces.darwin?.bundleIds ?? []),
  ...(traces.win32?.msix ?? []).flatMap((family) => [family, family.replace(/_[^_]*$/, '')]),
  ...(traces.win32?.uninstall ?? []).flatMap((entry) => entry.name ?? []).filter((entry) => !entry.includes('*')),
  ...(traces.linux?.packages ?? []).map((entry) => entry.name),
  ...(traces.linux?.flatpak ?? []),
  ...(traces.linux?.snap ?? []),
];

/** The name people know for a running program, and whether it is a meeting app or a browser; its own name when neither. */
const programsIn = (catalogue: Catalogue) => {
  const products = new Map<string, Product>();
  for (const one of catalogue.products) {
    for (const name of namesOf(one)) if (!products.has(programKey(name))) products.set(programKey(name), one);
  }
  const byName = new Map(catalogue.products.map((one) => [one.name, one]));
  return (name: string): { readonly name: string; readonly kind: Product['kind'] | 'other' } => {
    const other = Object.hasOwn(otherNames, programKey(name)) ? otherNames[programKey(name)] : undefined;
    const known = products.get(programKey(name)) ?? (other === undefined ? undefined : byName.get(other));
    if (known !== undefined) return { name: known.name, kind: known.kind };
    return other === undefined ? { name, kind: 'other' } : { name: other, kind: 'meeting-app' };
  };
};

const title = titles('device-use', {
  inUse:
    '{device, select, camera {Your camera is in use by {programs}} other {Your microphone is in use by {programs}}}',
  page: '{device, select, camera {A page in {programs} has your camera} other {A page in {programs} has your microphone}}',
  unnamed: '{device, select, camera {Something is using your camera} other {Something is using your microphone}}',
  call: 'You’re already in a call in {programs}',
  allowed:
    '{device, select, camera {Only allowed programs use your camera} other {Only allowed programs use your microphone}}',
  free: '{device, select, camera {Nothing is using your camera} other {Nothing is using your microphone}}',
  unknown:
    '{device, select, camera {Couldn’t check who uses your camera} other {Couldn’t check who uses your microphone}}',
});

const words = messages('device-use', {
  now: 'In use now by {programs}.',
  nobody: 'Nothing is using it.',
  nobodySeen: 'No program was seen using it.',
  someone: 'Something is using it, but its name can’t be seen.',
  another: 'Something else is using it too, but its name can’t be seen.',
  maybeCall: 'It may be your meeting, or Greenroom itself.',
  page: 'A page in it may be in a call. If that’s your meeting, all is well.',
  preview: 'You’re already in a call, or it’s showing you a preview.',
  notAll: 'Not every program on this computer could be checked.',
  wanted:
    '{device, select, camera {only a meeting app using the camera} other {only a meeting app using the microphone}}',
});

/** The title of a check that got no answer. */
export const unknownUse = (device: Device): Title => title.unknown({ device });

type Device = 'camera' | 'microphone';

interface DeviceWords<R extends string> {
  readonly device: Device;
  readonly why: Message;
  /** For a program that should not hold it, for a browser, for one without a name. */
  readonly remedies: readonly [R, ...R[]];
  readonly browserRemedies: readonly [R, ...R[]];
}

/**
 * A meeting app that holds the device is a call that has begun, and no alarm. A browser may be a forgotten page,
 * anything else may be listening. Where not every program could be looked at, nobody found proves nothing.
 */
export const judgeDeviceUse = <R extends string>(
  { users, complete }: DeviceUse,
  allowedPrograms: readonly string[],
  catalogue: Catalogue,
  { device, why, remedies, browserRemedies }: DeviceWords<R>,
): Judgement<R> => {
  const programOf = programsIn(catalogue);
  const allowed = new Set(allowedPrograms.map(programKey).filter((key) => key !== ''));
  const named = [...new Set(users.flatMap((user) => (user === null ? [] : [user])))];
  const programs = named.filter((user) => !allowed.has(programKey(user))).map(programOf);
  const ofKind = (kind: Product['kind'] | 'other'): readonly string[] => [
    ...new Set(programs.filter((program) => program.kind === kind).map((program) => program.name)),
  ];
  const others = ofKind('other');
  const [meetings, browsers] = [ofKind('meeting-app'), ofKind('browser')].map((all) => all.map(product)) as [
    Value[],
    Value[],
  ];
  const wanted = words.wanted({ device });
  const everyone = named.length === 0 ? [] : [words.now({ programs: names(named, 8) })];
  const found = (...more: readonly Message[]): Message => sentences([...everyone, ...more]);
  const problem = { state: 'caution', wanted, why, remedies } as const;

  if (others.length > 0) return { ...problem, title: title.inUse({ device, programs: names(others) }), found: found() };
  if (users.includes(null)) {
    const unnamed = named.length === 0 ? words.someone : words.another;
    if (complete) return { ...problem, title: title.unnamed({ device }), found: found(unnamed) };
    // macOS names no program: this may be the meeting, or Greenroom's own preview.
    return { state: 'unknown', title: title.unnamed({ device }), reason: found(unnamed, words.maybeCall), remedies };
  }
  if (browsers.length > 0) {
    const heading = title.page({ device, programs: firstOf(browsers) });
    return { ...problem, title: heading, found: found(words.page), remedies: browserRemedies };
  }
  if (!complete) {
    const seen = named.length > 0 ? found(words.notAll) : sentences([words.nobodySeen, words.notAll]);
    return { state: 'unknown', title: title.unknown({ device }), reason: seen };
  }
  if (meetings.length > 0) {
    const heading = title.call({ programs: firstOf(meetings) });
    return { state: 'pass', title: heading, found: found(words.preview), wanted };
  }
  if (named.length > 0) return { state: 'pass', title: title.allowed({ device }), found: found(), wanted };
  return { state: 'pass', title: title.free({ device }), found: words.nobody, wanted };
};
