/** The few globals that Node and every browser share and that the invitation analysis may use. */

interface UrlParts {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

declare const URL: { parse?(url: string, base?: string): UrlParts | null; new (url: string, base?: string): UrlParts };

declare const TextDecoder: { new (label?: string): { decode(bytes: Uint8Array): string } };

declare function atob(base64: string): string;

declare const TextEncoder: { new (): { encode(text: string): Uint8Array } };
