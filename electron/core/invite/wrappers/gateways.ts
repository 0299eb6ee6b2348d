/** Mail filters that wrap every link of a mail they let through. */

import type { Link } from '../links/link.ts';
import { base64Bytes, base64Text, jsonField, ladder, rawValue, repairScheme, utf8 } from './decode.ts';
import { inflate } from './inflate.ts';
import { openProofpoint } from './proofpoint.ts';
import { lastParameter, type Opening, parameter, restOfPath, row, sealed, type Wrapper } from './wrapper.ts';

/** Check Point: the address stands in the path as it is, but for a `%` in its own path, which is written `*`. */
function openCheckPoint(link: Link): Opening {
  const tail = link.href.slice(link.href.indexOf('/', 8));
  const match = /^\/v2\/(?:r\d{2}\/)?_{2,3}(.+?)(?:_{2,3}\.[\w+/=-]*(#.*)?|_{0,3})$/is.exec(tail);
  if (!match) return undefined;
  const [, text = '', hash = ''] = match;
  const cut = text.search(/[?#]/);
  const head = cut < 0 ? text : text.slice(0, cut);
  return repairScheme(head.replace(/\*([0-9a-f]{2})/gi, '%$1') + text.slice(head.length) + hash);
}

function openSophos(link: Link): Opening {
  const text = base64Text(rawValue(link.query, 'u'));
  return text === null ? null : ladder(text);
}

const BEHIND_CLOUD_APPS = /^(https?:\/\/[^/?#]+?)\.mcas(?:\.ms|-gov\.us|-gov\.ms)(?=[/?#]|$)/i;

const inflated = (text: string | null): string | null => utf8(inflate(text === null ? null : base64Bytes(text)));

export const GATEWAYS: readonly Wrapper[] = [
  row(
    'Microsoft’s link protection',
    'protection',
    [
      '.safelinks.protection.outlook.com',
      '.safelinks.protection.office365.us',
      '.safelinks.protection.outlook.cn',
      '.safelinks.protection.partner.outlook.cn',
      'safelinks.protection.apps.mil',
    ],
    undefined,
    (link) => parameter('url')(link) ?? null,
    'Microsoft Learn, Safe Links; public mails, 2026',
  ),
  row(
    'Microsoft’s link protection',
    'protection',
    ['.teams.cdn.office.net', 'teams.public.onecdn.static.microsoft'],
    /^\/evergreen-assets\/safelinks\//,
    parameter('url'),
    'Links out of Teams chats, 2026-09',
  ),
  row(
    'Microsoft’s link protection',
    'protection',
    ['outlook.office.com', 'outlook.office365.com', 'outlook.live.com'],
    /^\/mail\/safelink\.html$/,
    parameter('url'),
    'Outlook on the web',
  ),
  row(
    'Microsoft Azure',
    'redirector',
    ['.safelink.emails.azure.net', 'emails.azure.microsoft.com'],
    /^\/redirect\/?$/,
    parameter('destination'),
    'Notices of Azure and Power BI, 2026',
  ),
  row(
    'Microsoft Defender for Cloud Apps',
    'protection',
    ['mcas-proxyweb.mcas.ms', 'mcas-proxyweb.mcas-gov.us', 'mcas-proxyweb.mcas-gov.ms'],
    /^\/certificate-checker$/,
    (link) => parameter('originalUrl')(link)?.replace(BEHIND_CLOUD_APPS, '$1'),
    'Microsoft Learn, session control, 2026',
  ),
  row(
    'Microsoft Defender for Cloud Apps',
    'protection',
    ['.mcas.ms', '.mcas-gov.us', '.mcas-gov.ms'],
    undefined,
    (link) => (link.host.startsWith('mcas-proxyweb.') ? undefined : link.href.replace(BEHIND_CLOUD_APPS, '$1')),
    'Microsoft Learn, session control, 2026-09',
    /\..+\.mcas/,
  ),
  row(
    'Proofpoint URL Defense',
    'protection',
    ['urldefense.proofpoint.com', '.urldefense.com', '.urldefense.us'],
    undefined,
    openProofpoint,
    'Proofpoint’s own URLDefenseDecode 3.0.1; public mails, 2026',
  ),
  row(
    'Proofpoint URL Isolation',
    'protection',
    ['urlisolation.com'],
    /^\/browser$/,
    parameter('url'),
    'Public mails, 2025',
  ),
  row(
    'Check Point',
    'protection',
    ['protect.checkpoint.com', 'url.avanan.click'],
    /^\/v2\//,
    openCheckPoint,
    'Public mails, 2026-09',
  ),
  row(
    'Check Point',
    'protection',
    ['.url-protection.com'],
    /^\/v1\/(?:r\d{2}\/)?url$/,
    parameter('o'),
    'Public mails, 2026',
  ),
  row('Barracuda', 'protection', ['.linkprotect.cudasvc.com'], /^\/(?:url)?$/, parameter('a'), 'Public mails, 2026'),
  row(
    'Cisco Secure Email',
    'protection',
    ['secure-web.cisco.com'],
    undefined,
    (link) => {
      const address = link.href.split(/[?#]/, 1)[0] ?? '';
      const at = address.search(/\/https?%(?:25)?3a/i);
      return at < 0 ? null : ladder(address.slice(at + 1));
    },
    'Public mails, 2026',
  ),
  row(
    'Trend Micro',
    'protection',
    ['.trendmicro.com'],
    /^\/wis\/clicktime\/v1\/query$/,
    parameter('url'),
    'Public mails, 2024 to 2026',
    /^[a-z0-9-]+-(?:ctp|urlprotect)\.trendmicro\.com$/,
  ),
  row(
    'Sophos',
    'protection',
    ['.protection.sophos.com'],
    /^\/?$/,
    openSophos,
    'Public mails, 2026',
    /^[a-z]{2}-[a-z]+-\d\.protection\.sophos\.com$/,
  ),
  row(
    'FireEye',
    'protection',
    ['.fireeye.com'],
    /^\/(?:v1\/)?url$/,
    lastParameter('u'),
    'Public mails, 2025 to 2026',
    /^protect\d?\.fireeye\.com$/,
  ),
  row('Trustwave', 'protection', ['scanmail.trustwave.com'], /^\/?$/, parameter('u'), 'Public mails, 2024'),
  row(
    'Symantec',
    'protection',
    ['clicktime.symantec.com'],
    undefined,
    (link) => lastParameter('u')(link) ?? null,
    'Public mails, 2026',
  ),
  row('Libraesva', 'protection', ['.esvalabs.com'], /^\/?$/, parameter('u'), 'Public mails, 2026'),
  row(
    'Vade',
    'protection',
    ['.vadesecure.com'],
    /^\/(?:safeproxy\/)?v[34]$/,
    parameter('u'),
    'Public mails, 2026',
    /^(?:antiphishing|(?:m365|gws)\.(?:eu|us))\.vadesecure\.com$/,
  ),
  row(
    'Hornetsecurity',
    'protection',
    ['atpscan.global.hornetsecurity.com'],
    /^\/?$/,
    parameter('u'),
    'Public mails, 2026',
  ),
  row('TitanHQ', 'protection', ['linklock.titanhq.com'], /^\/analyse$/, parameter('url'), 'Public mails, 2026'),
  row(
    'EdgePilot',
    'protection',
    ['link.edgepilot.com'],
    /^\/[sx]\//,
    (link) => {
      const value = rawValue(link.query, 'u');
      if (value === null) return null;
      return ladder(value) + link.hash;
    },
    'Public mails, 2026',
  ),
  row(
    'Mailinblack',
    'protection',
    ['.mailinblack.com', 'mib.numerian.fr'],
    /^\/securelink\/$/,
    (link) => jsonField(base64Text(rawValue(link.query, 'key')), 'url'),
    'Public mails, 2026',
    /^(?:mibc-fr-\d+\.mailinblack\.com|mib\.numerian\.fr)$/,
  ),
  row(
    'KnowBe4 Defend',
    'protection',
    ['.defend.egress.com'],
    /^\/Warning$/i,
    (link) => {
      const value = rawValue(link.query, 'Base64Url') ?? rawValue(link.query, 'Data');
      return inflated(value) ?? base64Text(value);
    },
    'Public mails, 2026',
  ),
  row('Menlo Security', 'protection', ['safe.menlosecurity.com'], undefined, restOfPath, 'Public mails, 2025'),
  row(
    'Mimecast',
    'protection',
    ['.mimecast.com', '.mimecastprotect.com'],
    /^\/(?:[sr]\/|redirect\/)/,
    // The `domain` hint proves nothing: only the token counts, and of the newer form that is opaque.
    (link) => (link.path.startsWith('/redirect/') ? jsonField(inflated(link.path.slice(10)), 'url') : null),
    'Public mails, 2015 to 2026',
    /^(?:protect(?:-[a-z]{2,3})?\.mimecast\.com|(?:url\.)?[a-z]{2,3}(?:\.m)?\.mimecastprotect\.com)$/,
  ),
  row(
    'INKY',
    'protection',
    ['shared.outlook.inky.com', '.inkyphishfence.com'],
    /^\/link$/,
    (link) => {
      const body = /^h\.(e[A-Za-z0-9_-]+)/.exec(ladder(rawValue(link.query, 't')) ?? '')?.[1];
      return jsonField(inflated(body ?? null), 'url');
    },
    'Public mails, 2026',
  ),
  row('Intermedia', 'protection', ['url.emailprotection.link'], undefined, sealed, 'Public mails, 2026'),
  row('Darktrace', 'protection', ['.antigena.com'], /^\/l\//, sealed, 'Public mails, 2024'),
];
