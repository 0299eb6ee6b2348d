/** Owns which Windows this is: release, build, edition, and whether it still gets updates after its support ended. */
import * as v from 'valibot';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { type Fact, FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { OperatingSystem } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt, optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { section, text } from '../section.ts';
import { systemProgram } from '../system-program.ts';

const words = messages('windows-build', {
  untold: 'Windows didn’t say which build it is.',
});

const KEY = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** Every later build is Windows 11, whatever the product name in the registry says. */
const FIRST_WINDOWS_11 = 22_000;

/** Servers share their builds with the client releases. */
const serverNames: Readonly<Record<string, string>> = {
  '14393': 'Windows Server 2016',
  '17763': 'Windows Server 2019',
  '20348': 'Windows Server 2022',
  '26100': 'Windows Server 2025',
};

const extension = v.nullish(v.object({ ESUEligibility: text, ESUEligibilityResult: text }), null);
const schema = v.object({
  version: v.object({
    CurrentBuildNumber: text,
    UBR: text,
    DisplayVersion: text,
    ReleaseId: text,
    EditionID: text,
    InstallationType: text,
  }),
  userExtension: extension,
  machineExtension: extension,
  boughtExtension: v.nullish(v.object({ Win10CommercialW365ESUEligible: text }), null),
});
type Registry = v.InferOutput<typeof schema>;

/** Enrolled, as the registry shows it: 3 is "device enrolled", 1 "success". Not seeing it says nothing. */
const extended = ({ userExtension, machineExtension, boughtExtension }: Registry): boolean =>
  [userExtension, machineExtension].some((it) => it?.ESUEligibility === '3' && it.ESUEligibilityResult === '1') ||
  boughtExtension?.Win10CommercialW365ESUEligible === '1';

/** The build of 11 November 2025 (KB5068781): Windows 10 gets a later one only with Extended Security Updates. */
const FIRST_EXTENDED = 6_575;

const isBuild = (build: string): boolean => /^\d{4,6}$/.test(build);

const nameOf = (build: string, server: boolean, release: string): string => {
  if (server) return serverNames[build] ?? `Windows Server (build ${build})`;
  return `Windows ${Number(build) >= FIRST_WINDOWS_11 ? '11' : '10'} ${release || `(build ${build})`}`;
};

const fromScript = async (machine: Machine): Promise<Fact<OperatingSystem>> => {
  const found = await section(machine, 'system', schema);
  const { CurrentBuildNumber: build, UBR, DisplayVersion, ReleaseId, EditionID, InstallationType } = found.version;
  if (!isBuild(build)) throw new FactUnavailable('unreadable', words.untold);
  const server = InstallationType.startsWith('Server');
  return known(
    {
      name: nameOf(build, server, DisplayVersion || ReleaseId),
      id: server ? 'windows-server' : 'windows',
      like: [],
      version: ['10.0', build, UBR].filter((part) => part !== '').join('.'),
      ...(EditionID === '' ? {} : { edition: EditionID }),
      rolling: false,
      ...(extended(found) || (build === '19045' && Number(UBR) >= FIRST_EXTENDED) ? { extendedUpdates: true } : {}),
    },
    KEY,
  );
};

/** `reg.exe` prints its lines in no language: four blanks, name, four blanks, type, four blanks, value. */
const editionIn = (printed: string): string | undefined =>
  printed
    .split('\n')
    .map((line) => line.trim().split(/ {4}/))
    .find(([name, type]) => name === 'EditionID' && type === 'REG_SZ')?.[2];

/** Where PowerShell may not run: the kernel names the build, and one value of the registry the edition. */
const fromRegistryTool = async (machine: Machine, catalogue: Catalogue): Promise<Fact<OperatingSystem> | undefined> => {
  const build = machine.host.kernel.split('.')[2] ?? '';
  const query = ['query', KEY, '/v', 'EditionID', '/reg:64'];
  const result = await machine.run(systemProgram(machine, 'reg.exe'), query, { timeoutMs: 5_000 });
  const edition = result?.code === 0 ? editionIn(result.stdout) : undefined;
  if (!isBuild(build) || edition === undefined) return undefined;
  // Windows for many people at one machine is a client, whatever its edition is called.
  const server = edition.startsWith('Server') && edition !== 'ServerRdsh';
  const id = server ? 'windows-server' : 'windows';
  const release = catalogue.systems.find(
    (system) => system.id === id && system.version === build && (system.editions?.includes(edition) ?? true),
  );
  return known(
    {
      name: release?.name ?? nameOf(build, server, ''),
      id,
      like: [],
      version: `10.0.${build}`,
      edition,
      rolling: false,
    },
    `${KEY}, EditionID`,
  );
};

export const operatingSystem = reader<OperatingSystem>(SCRIPT_TIMEOUT_MS, async (machine, catalogue) => {
  const answer = await attempt(fromScript(machine));
  if (!(answer instanceof FactUnavailable)) return answer;
  // A PowerShell that answers the next question was refused this one, and so would any other program be.
  if ((await optional(section(machine, 'packages', v.unknown()))) !== undefined) throw answer;
  const other = await optional(fromRegistryTool(machine, catalogue));
  if (other === undefined) throw answer;
  return other;
});
