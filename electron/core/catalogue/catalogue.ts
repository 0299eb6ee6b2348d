/** Owns the shape of the catalogue: versions and dates of meeting apps, browsers and operating systems, as data. */
import type { Platform } from '../facts.ts';
import type { IsoDate } from '../time.ts';

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
  /** Files that hold just the version. */
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
  readonly version: string;
  readonly date: IsoDate;
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
  /** First version that is not affected any more. */
  readonly fixedIn: string;
  /** First affected version; every older one is not affected. */
  readonly affectedFrom?: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly published: IsoDate;
}

export interface Retirement extends Sourced {
  readonly date: IsoDate;
  /** "Skype was switched off. Nobody can be reached through it any more." */
  readonly words: string;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: 'meeting-app' | 'browser';
  readonly vendor: string;
  readonly scheme: VersionScheme;
  readonly traces: { readonly win32?: WindowsTraces; readonly darwin?: MacTraces; readonly linux?: LinuxTraces };
  readonly newest: readonly Release[];
  readonly minimum: readonly Minimum[];
  readonly advisories: readonly Advisory[];
  readonly retired?: Retirement;
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
  /** Windows editions this row is for; absent: all. */
  readonly editions?: readonly string[];
  /** Last day of support; null while none is known. */
  readonly ends: IsoDate | null;
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
  /** Zoom's MSI writes MAJOR.MINOR.BUILD: build → full version. */
  readonly zoomWindowsBuilds: Readonly<Record<string, string>>;
}
