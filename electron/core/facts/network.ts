/** Owns the facts about the network. */

export interface Network {
  /** Null when the computer is not on Wi-Fi. */
  readonly wifi: {
    readonly name: string | null;
    readonly security: 'open' | 'wep' | 'protected';
  } | null;
  /** A VPN carries the traffic; null when that cannot be seen. */
  readonly vpn: boolean | null;
}

/** What carries the traffic of a computer to the next box. */
export type Medium = 'cable' | 'wifi' | 'mobile';

/** In GHz. */
export type WifiBand = '2.4' | '5' | '6';

/** How this computer is connected, as its system tells it. Nothing is sent to find out. */
export interface Connection {
  /** `none`: the system knows no way out; `vpn`: the way out is a tunnel; `open`: there is one, and no tunnel was seen on it. */
  readonly route: 'none' | 'vpn' | 'open';
  /** Null when that cannot be told. */
  readonly medium: Medium | null;
  /** What the system found when it last tried the internet by itself; null where it does not try, or its word is not to be trusted. */
  readonly internet: 'full' | 'limited' | 'portal' | null;
  /** The system is told to reach the web through a proxy, which may look like a sign-in page to it; null when that was not read. */
  readonly proxy: boolean | null;
  /** Null when the system does not say. */
  readonly metered: boolean | null;
  /** The Wi-Fi in use; null when none is, or it cannot be seen. */
  readonly wifi: WifiSignal | null;
  /** The system says that nobody looks up names for it; absent where somebody does, or that is not told. */
  readonly noNameServer?: true;
}

export interface WifiSignal {
  /** 0 at -100 dBm, 100 at -40 dBm and above. */
  readonly percent: number | null;
  readonly band: WifiBand | null;
}

/** As NetworkManager counts it. */
export const percentOfDbm = (dbm: number): number =>
  Math.round(((Math.min(-40, Math.max(-100, dbm)) + 100) / 60) * 100);

export const bandOfMegahertz = (frequency: number): WifiBand | null => {
  if (frequency >= 2_400 && frequency < 3_000) return '2.4';
  if (frequency >= 5_000 && frequency < 5_925) return '5';
  return frequency >= 5_925 && frequency < 7_200 ? '6' : null;
};
