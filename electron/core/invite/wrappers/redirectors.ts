/** Web mail, search engines, networks and senders of mass mail that lead people on over their own address. */

import { base64Text, jsonField, ladder, percent, rawValue } from './decode.ts';
import { parameter, row, sealed, type Wrapper } from './wrapper.ts';

const GOOGLE_TLD = '(?:com|[a-z]{2}|com?\\.[a-z]{2})';
const GOOGLE = new RegExp(`^(?:www\\.)?google\\.${GOOGLE_TLD}$`);
const TRANSLATE = new RegExp(`^translate\\.google\\.${GOOGLE_TLD}$`);
const CLEAR_URLS = 'ClearURLs rules; urlpurify, 2026';

/** translate.goog and the AMP cache write a host as one label: `-` is a dot, `--` a hyphen. */
const hostOf = (label: string): string =>
  label
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-');

const WEBMAIL: readonly Wrapper[] = [
  row(
    'GMX, WEB.DE or mail.com',
    'redirector',
    `.deref-1und1.de .deref-1und1-02.de .deref-gmx.co.uk .deref-gmx.com .deref-gmx.fr .deref-gmx.net .deref-mail.com
     .deref-mail-02.com .deref-web.de .deref-web-02.de`.split(/\s+/),
    /^\/mail\/client\/(?:[\w-]+\/)?dereferrer\/?$/,
    parameter('redirectUrl'),
    'Links copied from web mail, 2026',
  ),
  row(
    'Yandex Mail',
    'redirector',
    'ru com kz by uz com.tr'.split(' ').map((tld) => `mail.yandex.${tld}`),
    /^\/re\.jsx$/,
    (link) => base64Text(rawValue(link.query, 'l')),
    'Links copied from web mail, 2026',
  ),
  row(
    'Mail.ru',
    'redirector',
    ['checklink.mail.ru'],
    /^\/proxy$/,
    parameter('url'),
    'Links copied from web mail, 2026',
  ),
  row(
    'Mail.ru',
    'redirector',
    ['click.mail.ru', 'click.my.mail.ru'],
    /^\/redir$/,
    parameter('u'),
    'Links copied from web mail, 2026',
  ),
  row(
    'QQ Mail',
    'redirector',
    ['.mail.qq.com', 'exmail.qq.com'],
    /^\/(?:cgi-bin\/(?:readtemplate|mail_spam)|xmspamcheck\/xmsafejump)$/,
    parameter('gourl', 'url'),
    'Links copied from web mail, 2026',
  ),
  row(
    'QQ',
    'redirector',
    ['c.pc.qq.com'],
    /^\/(?:middlem|middle|middlect|pc|ios|android)\.html$/,
    parameter('pfurl', 'url'),
    'Links copied from chats, 2026',
  ),
];

const SEARCH: readonly Wrapper[] = [
  row(
    'Google Translate',
    'redirector',
    ['.translate.goog'],
    undefined,
    (link) => {
      const label = link.host.slice(0, -'.translate.goog'.length);
      const scheme = rawValue(link.query, '_x_tr_sch') === 'http' ? 'http' : 'https';
      const left = link.query.split('&').filter((pair) => pair && !pair.startsWith('_x_tr_'));
      const path = link.href.slice(link.href.indexOf('/', 8)).split(/[?#]/, 1)[0] ?? '';
      return `${scheme}://${hostOf(label)}${path}${left.length > 0 ? `?${left.join('&')}` : ''}${link.hash}`;
    },
    CLEAR_URLS,
    /^[a-z0-9-]+\.translate\.goog$/,
  ),
  row(
    'the AMP cache',
    'redirector',
    ['.cdn.ampproject.org'],
    /^\/[cv]\//,
    (link) =>
      link.href
        .slice(link.href.indexOf('/', 8))
        .replace(/^\/[cv]\/s\//, 'https://')
        .replace(/^\/[cv]\//, 'http://'),
    CLEAR_URLS,
  ),
  row(
    'Bing',
    'redirector',
    ['bing.com', 'www.bing.com', 'cn.bing.com'],
    /^\/ck\/a$/,
    (link) => {
      const value = rawValue(link.query, 'u');
      return value?.startsWith('a1') ? base64Text(value.slice(2)) : undefined;
    },
    CLEAR_URLS,
  ),
  row('DuckDuckGo', 'redirector', ['.duckduckgo.com'], /^\/l\/?$/, parameter('uddg'), CLEAR_URLS),
  row(
    'Yahoo Search',
    'redirector',
    ['r.search.yahoo.com'],
    /\/RU=[^/]/,
    (link) => ladder(/\/RU=([^/?#]+)/.exec(link.href)?.[1] ?? null),
    CLEAR_URLS,
  ),
  row('Baidu', 'redirector', ['baidu.com', 'www.baidu.com', 'm.baidu.com'], /^\/link$/, sealed, 'Public pages, 2026'),
  row('Naver', 'redirector', ['link.naver.com'], /^\/bridge$/, parameter('url'), 'Public pages, 2026'),
  row(
    'Naver',
    'redirector',
    ['cc.loginfra.com', 'search.naver.com', 'm.search.naver.com'],
    /^\/(?:p\/crd\/rd|cc)$/,
    parameter('u'),
    CLEAR_URLS,
  ),
];

const NETWORKS: readonly Wrapper[] = [
  row(
    'Facebook',
    'redirector',
    ['l.facebook.com', 'lm.facebook.com', 'l.messenger.com', 'www.facebook.com', 'm.facebook.com'],
    /^\/(?:l|lsr)\.php$|^\/flx\/warn\/?$/,
    parameter('u'),
    CLEAR_URLS,
  ),
  row(
    'Instagram',
    'redirector',
    ['l.instagram.com', 'lm.instagram.com', 'l.threads.net', 'l.threads.com'],
    /^\/?$/,
    parameter('u'),
    CLEAR_URLS,
  ),
  row('WhatsApp', 'redirector', ['l.wl.co'], /^\/l$/, parameter('u'), 'Public texts, 2026'),
  row(
    'LinkedIn',
    'redirector',
    ['linkedin.com', 'www.linkedin.com'],
    /^\/(?:safety\/go|redir\/redirect|redirect)\/?$/,
    parameter('url'),
    CLEAR_URLS,
  ),
  row(
    'YouTube',
    'redirector',
    ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
    /^\/redirect$/,
    parameter('q'),
    CLEAR_URLS,
  ),
  row('Slack', 'redirector', ['slack-redir.net'], /^\/link$/, parameter('url'), CLEAR_URLS),
  row('VK', 'redirector', ['vk.com', 'm.vk.com'], /^\/away(?:\.php)?$/, parameter('to'), CLEAR_URLS),
  row('Telegram', 'redirector', ['t.me', 'telegram.me'], /^\/iv$/, parameter('url'), CLEAR_URLS),
  row(
    'href.li',
    'redirector',
    ['href.li', 'www.href.li'],
    /^\/?$/,
    (link) => (link.query ? ladder(link.query + link.hash) : undefined),
    CLEAR_URLS,
  ),
  row('Calendly', 'redirector', ['calendly.com'], /^\/url$/, parameter('q'), CLEAR_URLS),
];

/** Senders of mass mail count the clicks. Most of them keep the address to themselves. */
const TRACKERS: readonly Wrapper[] = [
  row(
    'Exclaimer',
    'redirector',
    ['.content.exclaimer.net'],
    /^\/?$/,
    parameter('url'),
    'Signatures in public mails, 2026',
  ),
  row(
    'Mailchimp',
    'redirector',
    ['mandrillapp.com'],
    /^\/track\/click\//,
    (link) => jsonField(jsonField(base64Text(rawValue(link.query, 'p')), 'p'), 'url'),
    'Public mails, 2026',
  ),
  row(
    'Customer.io',
    'redirector',
    ['e.customeriomail.com'],
    /^\/e\/c\/eyJ/,
    (link) => jsonField(base64Text(link.path.split('/')[3] ?? ''), 'href'),
    'Public mails, 2026',
  ),
  row(
    'Amazon SES',
    'redirector',
    ['.awstrack.me'],
    /^\/[LC]L?0\//,
    (link) => ladder(/^https?:\/\/[^/]+\/[^/]+\/(https?(?::|%3a)(?:\/{2})?[^/?#]+)/i.exec(link.href)?.[1] ?? null),
    'ClearURLs rules; public mails, 2026',
  ),
  row(
    'Postmark',
    'redirector',
    ['click.pstmrk.it'],
    /^\/[23][st]\//,
    (link) => {
      const target = percent(link.href.split('/')[4] ?? '');
      return /^https?:/i.test(target) ? target : `https://${target}`;
    },
    'urlpurify, 2026',
  ),
  row(
    'Microsoft Dynamics 365',
    'redirector',
    ['.mkt.dynamics.com'],
    /^\/api\/orgs\/[0-9a-f-]{36}\/r\//i,
    (link) =>
      ladder(
        jsonField(
          percent(rawValue(link.query, 'msdynmkt_target') ?? rawValue(link.query, 'target') ?? ''),
          'TargetUrl',
        ),
      ),
    'Public mails, 2026',
  ),
  row(
    'HubSpot',
    'redirector',
    Array.from({ length: 100 }, (_, number) => `t.sidekickopen${String(number).padStart(2, '0')}.com`),
    /^\/[es][12]t\/c\/5\//,
    parameter('t'),
    'urlpurify, 2026',
  ),
  row(
    'a sender of mass mail',
    'redirector',
    `.list-manage.com mailchi.mp .sendgrid.net .hubspotlinks.com .hs-sales-engage.com .hubspotemail.net cl.exct.net
     .pardot.com .rs6.net .klclick.com .mjt.lu .sendibm1.com .sendibm2.com .sendibm3.com .svc.dynamics.com`.split(
      /\s+/,
    ),
    /^\/[^/]/,
    sealed,
    'Public mails, 2026',
  ),
];

export const REDIRECTORS: readonly Wrapper[] = [...WEBMAIL, ...SEARCH, ...NETWORKS, ...TRACKERS];

/** Google's redirectors stand on a host in every country. */
export const GOOGLE_REDIRECTORS: readonly Wrapper[] = [
  row('Google', 'protection', [], /^\/url$/, parameter('q', 'url'), 'Public mails and calendars, 2026', GOOGLE),
  row(
    'Google',
    'protection',
    [],
    /^\/amp\/s\//,
    (link) => `https://${link.href.slice(link.href.indexOf('/amp/s/') + 7)}`,
    CLEAR_URLS,
    GOOGLE,
  ),
  row('Google Translate', 'redirector', [], /^\/(?:translate|website)$/, parameter('u'), CLEAR_URLS, TRANSLATE),
];
