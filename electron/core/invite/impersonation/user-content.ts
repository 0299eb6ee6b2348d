/** Hosts where anybody may put pages or files: the name somebody chose stands in the host or at the start of the path. */

import type { Link } from '../links/link.ts';
import { type RegistrableDomain, registrableDomainOf } from '../links/registrable-domain.ts';
import { hasShape, SERVICES, shapesOf } from '../services/index.ts';
import type { Service, Shape } from '../services/service.ts';

/** Beyond the private part of the Public Suffix List, which names most of those that give everybody a host. */
const HOSTS: ReadonlySet<string> = new Set(
  `sites.google.com docs.google.com drive.google.com script.google.com forms.gle storage.googleapis.com
   firebasestorage.googleapis.com storage.cloud.google.com .googleusercontent.com forms.office.com sway.office.com
   sway.cloud.microsoft .blob.core.windows.net .web.core.windows.net .azureedge.net .azurefd.net .azurewebsites.net .sharepoint.com
   .amazonaws.com .cloudfront.net .digitaloceanspaces.com .backblazeb2.com .linodeobjects.com .wasabisys.com
   .oraclecloud.com .aliyuncs.com .myqcloud.com .r2.dev .pages.dev .workers.dev ipfs.io cloudflare-ipfs.com .dweb.link
   .pinata.cloud .mypinata.cloud .ipfs.w3s.link .4everland.link .fleek.co .weebly.com .weeblysite.com .wixsite.com
   .wixstudio.com .webflow.io notion.so .notion.site .framer.website .framer.app .framer.ai .carrd.co .square.site
   .godaddysites.com .canva.site .jimdosite.com .jimdofree.com .strikingly.com .blogspot.com .wordpress.com .glitch.me
   .replit.app .repl.co .surge.sh telegra.ph .gitbook.io .github.io raw.githubusercontent.com .gitlab.io .tilda.ws
   .typedream.app .softr.app .bubbleapps.io .lovable.app .vercel.app .netlify.app .web.app .firebaseapp.com
   .herokuapp.com .onrender.com .fly.dev .trycloudflare.com .ngrok.io .ngrok-free.app .loca.lt .site123.me .ucraft.net
   .webnode.page .mystrikingly.com .hubside.fr .yolasite.com .000webhostapp.com .infinityfreeapp.com .byethost.com
   .zapier.app .durable.co .super.site .webador.com .webwave.dev .edgeone.app .edgeone.dev bitbucket.io
   cdn.jsdelivr.net archive.org docsend.com .dropboxusercontent.com www.dropbox.com`.split(/\s+/),
);

export function isUserContent(host: string, owner: RegistrableDomain): boolean {
  if (owner.sharedHosting || HOSTS.has(host) || HOSTS.has(`.${host}`)) return true;
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    if (HOSTS.has(host.slice(dot))) return true;
  // IPFS gateways are many, their paths are one.
  return /(?:^|\.)ipfs\./.test(host);
}

const WORDS = SERVICES.flatMap((service) => service.brands.map(({ word, distinct }) => ({ service, word, distinct })));
const telltales = SERVICES.flatMap((service) =>
  shapesOf(service).filter((shape) => shape.signalStrength !== 'none' && !shape.hash),
);
const JOINING =
  /(?:^|[^a-z])(?:join|invit(?:e|ation)|meetings?|launch|call|webinar|conference|install|download|update)/;

/** A page whose own name asks people in, and explains nothing. */
const ASKS_IN = /(?:^|[^a-z])join(?:[^a-z]|$)/;
const MEETS = /(?:^|[^a-z])(?:meetings?|calls?|webinar|conference)(?:[^a-z]|$)/;
const EXPLAINS = /(?:^|[^a-z])(?:how|help|guides?|tips?|faq|tutorials?|learn|why)(?:[^a-z]|$)/;

/** The service that a text names: an invented name anywhere in it, an ordinary word only by itself. */
function namedIn(text: string): Service | null {
  const separate = ` ${text.replace(/[^a-z0-9]+/g, ' ')} `;
  const found = WORDS.find(({ word, distinct }) => (distinct ? text.includes(word) : separate.includes(` ${word} `)));
  return found?.service ?? null;
}

/** The link with the first parts of its path and the ending of a file left out. */
function* fromEachPart(link: Link): Generator<Link> {
  const parts = link.path
    .replace(/\.(?:html?|php|aspx?)$/i, '')
    .split('/')
    .slice(1, 9);
  for (let from = 0; from < parts.length; from += 1) yield { ...link, path: `/${parts.slice(from).join('/')}` };
}

const hasAnyShape = (link: Link, shapes: readonly Shape[]): boolean => shapes.some((shape) => hasShape(link, shape));

/** The service that a stranger's page or file poses as; null when it does not. */
export function posingContent(link: Link): Service | null {
  const owner = registrableDomainOf(link.host);
  const parts = link.path.toLowerCase().split('/').slice(1);
  const chosen = link.host === owner.domain && !owner.sharedHosting ? '' : link.host.slice(0, link.host.indexOf('.'));
  // Behind a bucket's own host or an address of content come the folders that somebody named.
  const names = `${chosen} ${parts
    .filter((part) => part.length < 40)
    .slice(0, 3)
    .join(' ')}`;
  const service = namedIn(names);
  if (service && ASKS_IN.test(names) && MEETS.test(names) && !EXPLAINS.test(names)) return service;
  const variants = [...fromEachPart(link)];
  if (service && variants.some((variant) => hasAnyShape(variant, telltales))) return service;
  if (
    service &&
    variants.some((variant) =>
      hasAnyShape(
        variant,
        shapesOf(service).filter((s) => !s.named && s.path.source.length > 12),
      ),
    )
  )
    return service;
  const isFile = /\.(?:html?|php)$/i.test(link.path);
  if (service && isFile && JOINING.test(parts.join('/')) && !/^(?:docs|sites|drive)\.google\.com$/.test(link.host))
    return service;
  return null;
}
