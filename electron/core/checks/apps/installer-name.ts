/** Owns telling from a file's name which meeting app or browser it installs. A name proves nothing: it only says what to compare with. */
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Platform } from '../../facts/index.ts';

const endings: Readonly<Record<Platform, readonly string[]>> = {
  win32: ['.exe', '.msi', '.msix', '.msixbundle', '.appx'],
  darwin: ['.dmg', '.pkg'],
  linux: ['.deb', '.rpm', '.appimage'],
};

const LONGEST_NAME = 255;

/** The name without the ending of an installer; undefined when it has none. Without a platform, one of any system. */
const stemOf = (name: string, platform?: Platform): string | undefined => {
  if (name.length > LONGEST_NAME) return undefined;
  const all = platform === undefined ? Object.values(endings).flat() : endings[platform];
  const ending = all.find((it) => name.toLowerCase().endsWith(it));
  return ending === undefined ? undefined : name.slice(0, -ending.length);
};

export const isInstallerName = (name: string, platform?: Platform): boolean => stemOf(name, platform) !== undefined;

/** Words that stand beside a program's name without making it another program: "Zoom Player" is not Zoom. */
const FILLERS = new Set(
  `installer install setup full offline online web standalone enterprise desktop client app apps application meeting meetings
   workplace latest current stable release beta update universal all user machine system mac macos os osx darwin win windows
   linux ubuntu debian fedora centos x x64 x86 amd arm intel apple silicon bit prod ssb copy en us gb de fr es c w v brv
   legacy official`.split(/\s+/),
);

/** Lower-case words of a name: `ZoomInstallerFull (1)` is "zoom", "installer", "full". Numbers are left out. */
const wordsOf = (stem: string): readonly string[] =>
  stem
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/**
 * The product that an installer of this name claims to be, or null. With a platform, only names of that system's
 * installers count.
 */
export const installerProduct = (name: string, { products }: Catalogue, platform?: Platform): string | null => {
  const stem = stemOf(name, platform);
  if (stem === undefined) return null;
  const words = wordsOf(stem);
  const whole = words.join('-');
  const claims = products.flatMap(({ id, installers = [] }) =>
    installers.flatMap((start) => {
      // Some write their name in one word, some in several: "MicrosoftTeams", "Microsoft Teams".
      const size = words.findIndex((_, index) => words.slice(0, index + 1).join('') === start.replaceAll('-', '')) + 1;
      const fits = size > 0 && words.slice(size).every((word) => FILLERS.has(word));
      return fits || whole === start ? [{ id, length: start.length }] : [];
    }),
  );
  return claims.toSorted((a, b) => b.length - a.length)[0]?.id ?? null;
};
