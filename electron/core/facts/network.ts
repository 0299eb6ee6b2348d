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
