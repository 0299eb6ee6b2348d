/** Names outside the table of services that matter when judging a link: vendor pages, shorteners, carriers, schemes. */

/** Hosts whose pages belong to a vendor without being meetings: host (dotted: with sub-domains) to service. */
const VENDOR_PAGES: readonly (readonly [host: string, service: string | null, path?: RegExp])[] = [
  ['.goto.com', 'goto'],
  ['.gotomeet.me', 'goto'],
  ['.ringcentral.com', 'ringcentral'],
  ['.slack.com', 'slack'],
  ['.discord.com', 'discord'],
  ['.discordapp.com', 'discord'],
  ['.discord.gg', 'discord'],
  ['.jitsi.org', 'jitsi'],
  ['.jit.si', 'jitsi'],
  ['jitsi.github.io', 'jitsi'],
  ['github.com', 'jitsi', /^\/jitsi\//i],
  ['.8x8.com', '8x8'],
  ['.8x8.vc', '8x8'],
  ['.zoho.com', 'zoho'],
  ['.zoho.eu', 'zoho'],
  ['.skype.com', 'skype'],
  ['.lync.com', 'skype'],
  ['.signal.org', 'signal'],
  ['.whatsapp.com', 'whatsapp'],
  ['.proton.me', 'proton', /meet/i],
  ['.livekit.io', 'livekit'],
  ['.around.co', 'around'],
  ['.gather.town', 'gather'],
  ['.livestorm.com', 'livestorm'],
  ['.livestorm.co', 'livestorm'],
  ['.demio.com', 'demio'],
  ['.larksuite.com', 'lark'],
  ['.feishu.cn', 'feishu'],
  ['.voovmeeting.com', 'voov'],
  ['.dialpad.com', 'dialpad'],
  ['.streamyard.com', 'streamyard'],
  ['.riverside.fm', 'riverside'],
  ['.riverside.com', 'riverside'],
  ['.cal.com', 'cal'],
  ['.doxy.me', 'doxy'],
  ['.tuple.app', 'tuple'],
  ['.pumble.com', 'pumble'],
  ['.teamviewer.com', 'teamviewer'],
  ['.vonage.com', 'vonage'],
  ['.blackboard.com', 'blackboard'],
  ['.lifesize.com', 'lifesize'],
  ['.gong.io', 'gong'],
  ['.chorus.ai', 'chorus'],
  ['.vimeo.com', 'vimeo'],
  ['.webex.com', 'webex'],
  ['.chime.aws', 'chime'],
  ['aws.amazon.com', 'chime', /chime/i],
  ['aka.ms', 'teams', /teams/i],
  ['aka.ms', null],
  ['.microsoft', null],
  ['.google', 'meet', /meet/i],
  ['.google', null],
  ['.goog', null],
  ['learn-zoom.us', 'zoom'],
  ['.zipow.com', 'zoom'],
  ['.zm.page', 'zoom'],
  ['.meetzoom.us', 'ringcentral'],
  ['.ringcentral.biz', 'ringcentral'],
  ['.teams-events.com', 'teams'],
  ['.microsoft.us', 'teams', /teams/i],
  ['.microsoft.us', null],
  ['.microsoft.cn', null],
  ['.microsoft365.com', null],
  ['.microsoftonline.com', null],
  ['.office365.com', null],
  ['.sharepointonline.com', null],
  ['.webexapis.com', 'webex'],
  ['.webexcontent.com', 'webex'],
  ['.webexevents.com', 'webex'],
  ['.socio.events', 'webex'],
  ['.wbx2.com', 'webex'],
  ['.ciscospark.com', 'webex'],
  ['.zoho.in', 'zoho'],
  ['.zoho.com.au', 'zoho'],
  ['.zoho.com.cn', 'zoho'],
  ['.zohocorp.com', 'zoho'],
  ['.zohocalendar.com', 'zoho'],
  ['.logmein.com', 'goto'],
  ['.logmeininc.com', 'goto'],
  ['.getgo.com', 'goto'],
  ['.gotoassist.com', 'goto'],
  ['.uberconference.com', 'dialpad'],
  ['.clickmeeting.com', 'clickmeeting'],
  ['.bigmarker.com', 'bigmarker'],
  ['.airmeet.com', 'airmeet'],
  ['.luma.com', 'luma'],
  ['.lu.ma', 'luma'],
  ['.luma-mail.com', 'luma'],
  ['.calendly.com', 'calendly'],
  ['.reclaim.ai', 'reclaim'],
  ['.linuxfoundation.org', 'lfx'],
  ['.tencent.com', 'tencent'],
  ['.dingtalk.com', 'dingtalk'],
  ['.infomaniak.com', 'kmeet'],
  ['.pexip.me', 'pexip'],
  ['.onpexip.com', 'pexip'],
  ['.opentalk.eu', 'opentalk'],
  ['.weixin.qq.com', 'wecom'],
  ['.hopin.com', 'hopin'],
  ['.appear.in', 'whereby'],
  ['.cal.eu', 'cal'],
  ['.microsoft.com', 'skype', /skype/i],
  ['.microsoft.com', 'teams', /teams/i],
  ['.microsoft.com', null],
  ['.office.com', null],
  ['.office.net', null],
  ['.live.com', null],
  ['.google.com', 'meet', /meet/i],
  ['.google.com', null],
  ['.apple.com', 'facetime', /facetime/i],
  ['.apple.com', null],
  ['.cisco.com', 'webex', /webex/i],
  ['.cisco.com', null],
];

const pagesByHost = new Map<string, (readonly [service: string | null, path?: RegExp])[]>();
for (const [host, service, path] of VENDOR_PAGES) {
  const rows = pagesByHost.get(host) ?? [];
  rows.push(path ? [service, path] : [service]);
  pagesByHost.set(host, rows);
}

/** The vendor whose ordinary page this is (`service` null: a vendor of several services); null for other hosts. */
export function vendorPage(host: string, pathAndQuery: string): { service: string | null } | null {
  for (let from = -1; ; from = host.indexOf('.', from + 1)) {
    const key = from < 0 ? host : host.slice(from);
    for (const candidate of from < 0 ? [key, `.${key}`] : [key]) {
      for (const [service, path] of pagesByHost.get(candidate) ?? []) {
        if (!path || path.test(host.startsWith('meet.') ? `meet${pathAndQuery}` : pathAndQuery)) return { service };
      }
    }
    if (host.indexOf('.', from + 1) < 0) return null;
  }
}

/** Short-link services: where one leads is known to their servers only. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  `1url.com adf.ly b.link bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it dub.sh fb.me goo.gl goo.su
   href.li ht.ly ibit.ly ift.tt is.gd j.mp kutt.it lnkd.in mcaf.ee n9.cl ow.ly qr.ae qrco.de rb.gy rebrand.ly s.id
   shorturl.at short.gy short.io snip.ly soo.gd surl.li t.co t.ly t2m.io tiny.cc tiny.one tinyurl.com tr.im
   trib.al u.to urlz.fr v.gd wl.co x.co x.gd y2u.be yourls.org zpr.io`.split(/\s+/),
);

/** Pages that carry somebody's meeting link in their query by design (calendar entries, share buttons, archives). */
export const CARRIERS: ReadonlySet<string> = new Set(
  `calendar.google.com www.google.com outlook.live.com outlook.office.com outlook.office365.com outlook.com
   calendar.yahoo.com web.archive.org wa.me api.whatsapp.com t.me twitter.com x.com www.facebook.com
   www.linkedin.com mail.google.com translate.google.com archive.is archive.ph archive.today archive.md archive.fo
   archive.vn archive.li www.virustotal.com urlscan.io`.split(/\s+/),
);

/** Schemes no invitation needs and that run programs, open files or hide the target. */
export const DANGEROUS_SCHEMES: ReadonlySet<string> = new Set(
  `javascript data vbscript livescript file blob filesystem view-source jar smb ms-word ms-excel ms-powerpoint ms-access
   ms-visio ms-project ms-publisher ms-officecmd search-ms search ms-appinstaller ms-msdt ms-settings ms-search
   ms-cxh ms-cxh-full ms-gamingoverlay ms-quick-assist intent itms-services itms-apps ldap telnet shell res mhtml mk
   wscript hcp x-apple-helpbook vscode powershell cmd ms-its its steam teamviewer10 anydesk`.split(/\s+/),
);

/** Host labels under which organisations run their own meeting servers. */
export const SELF_HOSTED_LABEL =
  /^(?:jitsi(?:-?meet)?|meet|meetings?|bbb|bigbluebutton|greenlight|visio|webconf|galene)\d{0,2}$/;

/** Words of meetings in general; on a foreign host they make a meeting-shaped path a pretence. */
export const MEETING_WORD = /meet|zoom|webinar|conferenc|videocall|video-call|callroom|huddle|webcall|vc-join|join/;
