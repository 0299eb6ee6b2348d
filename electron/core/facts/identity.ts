/** Owns the names that tell who uses a computer, and which computer it is: what is taken out of whatever leaves it. */

export interface Identity {
  readonly userName: string;
  /** Without a domain. */
  readonly hostName: string;
  readonly home: string;
}
