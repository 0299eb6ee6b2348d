/** Owns the shape of the catalogue: versions and dates of meeting apps, browsers and operating systems, as data. */
import type { Platform } from '../facts/index.ts';
import type { IsoDate } from '../text/time.ts';

/** Nothing that is not confirmed may turn a finding red or green. */
interface Sourced {
  readonly confirmed: boolean;
  /** Key into `Catalogue.sources`. */
  readonly source: string;
}

export interface WindowsTraces {
  /**
   * Entries under the Uninstall keys. `name`, `publisher` and `key` are matched without case; `*` stands for any text and
   * may stand only at the start or the end.
   */
  readonly uninstall?: readonly {
    readonly name?: string;
    readonly publisher?: string;
    readonly key?: string;
    readonly kind: string;
    readonly branch?: string;
  }[];
  /** Package family names of MSIX packages: "MSTeams_8wekyb3d8bbwe". */
  readonly msix?: readonly string[];
  /** Registry values that hold the version, read only where nothing under `uninstall` was found: `HKLM\…` key, value name. */
  readonly registry?: readonly { readonly key: string; readonly value: string }[];
  /** Files that only an installed copy has, without a version: `%LOCALAPPDATA%\…`. Kind `exe`, scope `user`. */
  readonly files?: readonly string[];
  /** Organisations in whose name its installers and programs are signed: "Zoom Communications, Inc.". Only those that are certain. */
  readonly signers?: readonly string[];
}

export interface MacTraces {
  readonly bundleIds: readonly string[];
  /** Usual folder names: "zoom.us.app". */
  readonly apps: readonly string[];
  readonly teamId?: string;
  /** Info.plist key that holds the comparable version; `CFBundleShortVersionString` when absent. */
  readonly versionKey?: string;
}

export type PackageDatabase = 'dpkg' | 'rpm' | 'pacman';

export interface LinuxTraces {
  /** Package names; looked for in every package database unless `databases` names the ones where the name means this. */
  readonly packages?: readonly {
    readonly name: string;
    readonly branch?: string;
    readonly databases?: readonly PackageDatabase[];
  }[];
  readonly flatpak?: readonly string[];
  readonly snap?: readonly string[];
  /** Files that hold just the version, or state it as `Version=…` or `"version": "…"`. */
  readonly versionFiles?: readonly string[];
  /** Start of the name of an AppImage or unpacked folder, lower case: "jitsi-meet". */
  readonly looseNames?: readonly string[];
}

/** How a product writes its versions. */
export type VersionScheme = 'plain' | 'zoom' | 'teams' | 'firefox' | 'brave' | 'whatsapp' | 'separate-series';

export interface Release extends Sourced {
  readonly platform: Platform;
  readonly architecture?: string;
  readonly branch?: string;
  /** Where several lines are kept up side by side (Safari 26 and 27): a version that starts with it is compared inside it. */
  readonly line?: string;
  /** As few parts as are known: "157" says nothing about the parts behind it. */
  readonly version: string;
  /** The first day on which it can have come out, where `date` is only the day on which it was surely out. */
  readonly earliest?: IsoDate;
  readonly date: IsoDate;
  /** The last day on which the source showed nothing newer. */
  readonly seenOn: IsoDate;
}

export interface Minimum extends Sourced {
  readonly platform: Platform;
  /** Oldest version that the vendor lets in. */
  readonly version: string;
  readonly from: IsoDate;
}

export interface Advisory extends Sourced {
  readonly id: string;
  readonly platforms: readonly Platform[];
  readonly branch?: string;
  /** First version that is not affected any more; where only the last affected one is known, `lastAffected` stands instead. */
  readonly fixedIn?: string;
  readonly lastAffected?: string;
  /** First affected version; every older one is not affected. */
  readonly affectedFrom?: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  /** Known to be used in attacks (CISA's list of exploited vulnerabilities). */
  readonly exploited?: boolean;
  readonly published?: IsoDate;
}

/** A vendor that shuts versions out by their age, counted from the build date that the version itself carries. */
interface Ageing extends Sourced {
  /** Up to this age in days it is surely let in. */
  readonly usableDays: number;
  /** Above this age in days, with a newer version out, it is surely shut out. */
  readonly blockedDays: number;
}

export interface Retirement extends Sourced {
  readonly date: IsoDate;
  /** "Skype was switched off. Nobody can be reached through it any more." */
  readonly words: string;
  /** The product that took over its service; without one, the service itself is gone. */
  readonly replacedBy?: string;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: 'meeting-app' | 'browser';
  readonly vendor: string;
  readonly scheme: VersionScheme;
  readonly traces: { readonly win32?: WindowsTraces; readonly darwin?: MacTraces; readonly linux?: LinuxTraces };
  /**
   * Where its maker hands it out: a host, with a dot in front for every host below it too, and the beginning of a path
   * where others may put files beside it: "zoom.us", ".webex.com", "github.com/jitsi/jitsi-meet-electron/releases/".
   */
  readonly officialSites?: readonly string[];
  /** First words of the names of its installers, lower case, joined by hyphens: "zoom", "teams-for-linux". */
  readonly installers?: readonly string[];
  /** Known releases, in any order: the newest, and older ones that tell since when a version has been overtaken. */
  readonly newest: readonly Release[];
  readonly minimum: readonly Minimum[];
  readonly advisories: readonly Advisory[];
  readonly ageing?: Ageing;
  readonly retired?: Retirement;
  /** How many leading parts of the version mean the same on every system; absent where each has its own series. */
  readonly sharedParts?: number;
  /** How its maker counts: a new first number never comes sooner than so many days after the one before. */
  readonly rhythm?: Sourced & { readonly days: number };
  /** A meeting can be joined from a browser instead. */
  readonly joinsInBrowser: boolean;
}

/** The life of one operating-system release. */
export interface SystemRelease extends Sourced {
  /** `OperatingSystem.id`: "debian", "ubuntu", "macos", "windows". */
  readonly id: string;
  /** "12", "24.04", "26"; for Windows the build: "26100". */
  readonly version: string;
  readonly name: string;
  /** What os-release calls it beside its number: "noble", "bookworm". */
  readonly codename?: string;
  /** Windows editions this row is for; absent: all. */
  readonly editions?: readonly string[];
  /** Last day of support; null while none is known. */
  readonly ends: IsoDate | null;
  /** Where no end is known: the first day on which it could come. */
  readonly endsNotBefore?: IsoDate;
  /** Last day of longer support that needs nothing of its owner (Debian LTS). */
  readonly extendedEnds?: IsoDate;
  /** Last day of longer support that must be bought or enrolled in (Windows ESU, Ubuntu ESM). */
  readonly paidEnds?: IsoDate;
}

export interface Catalogue {
  readonly schema: 'greenroom.catalogue/1';
  readonly asOf: IsoDate;
  readonly sources: Readonly<Record<string, { readonly what: string; readonly date: string }>>;
  readonly products: readonly Product[];
  readonly systems: readonly SystemRelease[];
  /** Zoom's MSI for Windows writes MAJOR.MINOR.BUILD, without the patch number: what it writes → full version. */
  readonly zoomWindowsBuilds: Readonly<Record<string, string>>;
  /** The day on which most makers of installed apps were asked and answered since; never part of a list that is handed out. */
  readonly askedOn?: IsoDate;
  /** Which Greenroom reads it: `>=0.3.0`. */
  readonly needs?: { readonly greenroom: string };
  /** Greenroom itself, where whoever signs a list wants to name its newest version and how long its Electron is kept up. */
  readonly greenroom?: {
    readonly newest: string;
    readonly electron: readonly { readonly major: number; readonly ends: IsoDate }[];
  };
}
