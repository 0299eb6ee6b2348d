/** Owns the judgement of who holds the camera or the microphone now. */
import type { Catalogue, Product } from '../../catalogue/catalogue.ts';
import type { DeviceUse } from '../../facts/index.ts';
import { formatNames } from '../../text/phrases.ts';
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
  for (const product of catalogue.products) {
    for (const name of namesOf(product)) if (!products.has(programKey(name))) products.set(programKey(name), product);
  }
  const byName = new Map(catalogue.products.map((product) => [product.name, product]));
  return (name: string): { readonly name: string; readonly kind: Product['kind'] | 'other' } => {
    const other = Object.hasOwn(otherNames, programKey(name)) ? otherNames[programKey(name)] : undefined;
    const product = products.get(programKey(name)) ?? (other === undefined ? undefined : byName.get(other));
    if (product !== undefined) return { name: product.name, kind: product.kind };
    return other === undefined ? { name, kind: 'other' } : { name: other, kind: 'meeting-app' };
  };
};

interface DeviceWords<R extends string> {
  /** "camera", "microphone" */
  readonly device: string;
  readonly why: string;
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
  const allowed = new Set(allowedPrograms.map(programKey).filter((name) => name !== ''));
  const named = [...new Set(users.flatMap((user) => (user === null ? [] : [user])))];
  const programs = named.filter((name) => !allowed.has(programKey(name))).map(programOf);
  const ofKind = (kind: Product['kind'] | 'other'): readonly string[] => [
    ...new Set(programs.filter((program) => program.kind === kind).map((program) => program.name)),
  ];
  const [meetings, browsers, others] = [ofKind('meeting-app'), ofKind('browser'), ofKind('other')];
  const wanted = `no program using the ${device}, or a meeting app`;
  const using = (names: readonly string[]): string =>
    `${formatNames(names)} ${names.length === 1 ? 'is' : 'are'} using the ${device}`;
  const everyone = named.length === 0 ? '' : `Using the ${device} now: ${formatNames(named, 8)}.`;

  if (others.length > 0) {
    return { state: 'caution', title: using(others), found: everyone, wanted, why, remedies };
  }
  if (users.includes(null)) {
    const unnamed =
      named.length === 0
        ? `The ${device} is in use. The name of the program cannot be seen.`
        : `${everyone} Something else is using it, and its name cannot be seen.`;
    if (complete) return { state: 'caution', title: `The ${device} is in use`, found: unnamed, wanted, why, remedies };
    // macOS names no program: this may be the meeting, or Greenroom's own preview.
    const reason = `${unnamed} It may be your meeting, or Greenroom itself.`;
    return { state: 'unknown', title: `The ${device} is in use: could not tell by which program`, reason, remedies };
  }
  if (browsers.length > 0) {
    const found = `${everyone} A page in it may be in a call. If that is your meeting, all is well.`;
    return { state: 'caution', title: `A page in ${using(browsers)}`, found, wanted, why, remedies: browserRemedies };
  }
  if (!complete) {
    const seen = named.length > 0 ? everyone : `No program was seen using the ${device}.`;
    const reason = `${seen} Not every program on this computer could be looked at.`;
    const title =
      meetings.length > 0
        ? `${using(meetings)}: could not tell whether others are`
        : `Could not tell whether another program is using the ${device}`;
    return { state: 'unknown', title, reason };
  }
  if (meetings.length > 0) {
    const found = `${everyone} You are already in a call, or it shows you its preview.`;
    return { state: 'pass', title: `${using(meetings)}: a call has begun`, found, wanted };
  }
  if (named.length > 0) {
    return { state: 'pass', title: `Only allowed programs are using the ${device}`, found: everyone, wanted };
  }
  const found = `Nothing is using the ${device}.`;
  return { state: 'pass', title: `No program is using the ${device}`, found, wanted };
};
