/** Owns the facts about protection: who may come in, and what keeps others out. */

export interface Firewall {
  readonly on: boolean;
  /** "Windows Firewall", "ufw", "firewalld". */
  readonly name: string;
  /** Networks on which it is off: Windows’ profiles ("public"), or "ipv6" where only IPv4 is filtered. */
  readonly off: readonly string[];
}

export interface DiskEncryption {
  /** Of the system volume and of no other. `suspended`: encrypted, with the key lying open. */
  readonly state: 'on' | 'off' | 'suspended' | 'encrypting' | 'decrypting';
  readonly volume: string;
}

export interface Antivirus {
  /** Whether one is expected on this system at all. */
  readonly expected: boolean;
  readonly products: readonly {
    readonly name: string;
    readonly on: boolean;
    /** Signatures up to date; null when that cannot be seen. */
    readonly fresh: boolean | null;
  }[];
}

export interface ScreenLock {
  readonly locks: boolean;
  /** Seconds without input until the screen goes dark or the saver starts; null when never or not seen. */
  readonly idleSeconds: number | null;
  /** Seconds from then until it asks for the password; null when not seen. */
  readonly delaySeconds: number | null;
}

export interface RemoteLogin {
  /** Services that accept connections from other computers now. */
  readonly services: readonly {
    readonly name: 'SSH' | 'Remote Desktop' | 'VNC' | 'Screen Sharing' | 'Remote Management';
    readonly port?: number;
  }[];
  /** This very session is used from afar. */
  readonly sessionIsRemote: boolean;
}

export interface RemoteControl {
  /** Programs for remote control that run now, by the names people know. */
  readonly programs: readonly string[];
}
