/** Owns the facts about programs: which are installed, where they come from, and installers that lie about. */
import type { Message } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';

export interface InstalledApp {
  /** Product id of the catalogue: "zoom", "firefox". */
  readonly product: string;
  /** As found, not normalised; null when it is installed but its version cannot be read. */
  readonly version: string | null;
  /** How it was installed: "dpkg", "flatpak", "snap", "msi", "exe", "msix", "bundle" … */
  readonly kind: string;
  /** Reading branch where the product has several: "esr", "vdi". */
  readonly branch?: string;
  readonly architecture?: string;
  readonly scope: 'machine' | 'user';
  /** Where this one was found: a file, a registry key, a package. */
  readonly source: string;
  /** When a person last opened it, where the system tells. */
  readonly lastUsed?: IsoTime;
}

export interface InstalledApps {
  readonly apps: readonly InstalledApp[];
  /** Places that hold apps but could not be read: each is a sentence. None found there proves nothing. */
  readonly gaps: readonly Message[];
}

/** What a signature on a program or an installer says. */
export type Signature =
  | {
      readonly is: 'signed';
      /** The organisation it names. */
      readonly by: string;
      /** Apple's name of that organisation. */
      readonly team?: string;
      /** The system has found the signature whole and its certificate in order; false: only what it says of itself was read. */
      readonly checked: boolean;
      /** Apple's ticket that it was looked through is fixed to it. Without one nothing is said: it may be asked for online. */
      readonly notarised?: boolean;
    }
  | { readonly is: 'unsigned' }
  /** What was signed has been changed since. */
  | { readonly is: 'broken' };

/** What speaks for an installed program coming from its maker, or at least from a source that the system checks. */
export type AppProof =
  | Signature
  /** Part of the system itself. */
  | { readonly is: 'system' }
  /**
   * Held by a package source or store whose signature the system checks. `listedAt`: when the keeper of a source beside the
   * distribution's own signed the list of it that lies here; null where the list does not say.
   */
  | { readonly is: 'source'; readonly name: Message; readonly listedAt?: IsoTime | null }
  /** Held by a package source that is trusted without a signature. */
  | { readonly is: 'unsigned-source'; readonly name: Message }
  /** From a store, by a publisher whose name nobody has checked. */
  | { readonly is: 'unverified-publisher'; readonly store: string; readonly publisher: string }
  /** A package that no source of packages on this computer holds: installed as a file, or only overtaken there. */
  | { readonly is: 'no-source' }
  /** A file or folder that somebody put there: no list of the system knows it. */
  | { readonly is: 'loose' }
  | { readonly is: 'unread'; readonly reason: Message };

export interface AppOrigin {
  /** As in `InstalledApp`, of which it tells. */
  readonly product: string;
  readonly kind: string;
  readonly source: string;
  readonly proof: AppProof;
}

export interface AppOrigins {
  readonly origins: readonly AppOrigin[];
}

/** What the updater of an installed program has noted of it. */
export interface AppUpdater {
  /** As in `InstalledApp`, of which it tells. */
  readonly product: string;
  readonly kind: string;
  readonly source: string;
  /** "Google’s updater". */
  readonly by: string;
  /** When it last asked its maker. What it was answered is not noted. */
  readonly lookedAt: IsoTime;
  /** The version that it knows as installed. */
  readonly version: string;
  /** When the program's files were last replaced. */
  readonly changedAt: IsoTime;
}

export interface AppUpdaters {
  readonly updaters: readonly AppUpdater[];
}

export interface InstallerFile {
  /** Product id of the catalogue that its name points to; null when it points to none. */
  readonly product: string | null;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: IsoTime;
  /** Addresses that the file itself carries: where it was fetched, then the page that led there. Empty: it carries none. */
  readonly from: readonly string[];
  /** Null where this kind of file carries none, or where it was not looked at. */
  readonly signature: Signature | null;
}

export interface Installers {
  /** Newest first. */
  readonly files: readonly InstallerFile[];
  /** Places or marks that could not be read: each is a sentence. */
  readonly gaps: readonly Message[];
}
