/** Made-up pairs: an address as a wrapper writes it, and the one inside. `any-host`: the form may stand on anybody's server. */
export const examples: readonly { by: string; kind: string; wrapped: string; target: string | null }[] = [
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&data=05%7C02%7Cmade%7Cup&sdata=MadeUp%3D&reserved=0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_QUJDREVG%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%252200000000-0000-0000-0000-000000000000%2522%257d&data=05%7C02%7Cmade%7Cup&sdata=MadeUp%3D&reserved=0',
    target:
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_QUJDREVG%40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d',
  },
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&data=05',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://usg02.safelinks.protection.office365.us/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&data=05%7C02',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://can01.safelinks.protection.partner.outlook.cn/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'ms-safelinks',
    kind: 'known',
    wrapped:
      'https://nam11.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&data=05',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'ms-safelinks-teams',
    kind: 'known',
    wrapped:
      'https://teams.public.onecdn.static.microsoft/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F2345678901234%3Fp%3DAb12Cd34Ef56&locale=en-gb&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-safelinks-teams',
    kind: 'known',
    wrapped:
      'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F2345678901234%3Fp%3DAb12Cd34Ef56&locale=en-us',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-safelinks-teams',
    kind: 'known',
    wrapped:
      'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%253A%252F%252Fteams.microsoft.com%252Fmeet%252F2345678901234%253Fp%253DAb12Cd34Ef56',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-outlook-safelink-page',
    kind: 'known',
    wrapped:
      'https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F2345678901234%3Fp%3DAb12Cd34Ef56&corid=made-up',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-azure-mail',
    kind: 'known',
    wrapped:
      'https://nam.safelink.emails.azure.net/redirect/?destination=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F2345678901234%3Fp%3DAb12Cd34Ef56&p=bT1tYWRlLXVw',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-cloud-app-proxy',
    kind: 'known',
    wrapped:
      'https://mcas-proxyweb.mcas.ms/certificate-checker?login=false&originalUrl=https%3A%2F%2Fteams.microsoft.com.mcas.ms%2Fmeet%2F2345678901234%3Fp%3DAb12Cd34Ef56',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'ms-cloud-app-host',
    kind: 'known',
    wrapped: 'https://teams.microsoft.com.mcas.ms/meet/2345678901234?p=Ab12Cd34Ef56',
    target: 'https://teams.microsoft.com/meet/2345678901234?p=Ab12Cd34Ef56',
  },
  {
    by: 'proofpoint-v1',
    kind: 'known',
    wrapped:
      'https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&k=MadeUp%3D%0A&r=x&m=y%0A&s=z',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'proofpoint-v2',
    kind: 'known',
    wrapped:
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__acme.zoom.us_j_84512345678-3Fpwd-3DAb1Cd2Ef3Gh4.1&d=DwMFaQ&c=AAAA&r=BBBB&m=CCCC&s=DDDD&e=',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'proofpoint-v2',
    kind: 'known',
    wrapped:
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__teams.microsoft.com_l_meetup-2Djoin_19-253ameeting-5FQUJDREVG-2540thread.v2_0-3Fcontext-3D-257b-2522Tid-2522-253a-252200000000-2D0000-2D0000-2D0000-2D000000000000-2522-257d&d=DwMFaQ&c=AAAA&r=BBBB&m=CCCC&s=DDDD&e=',
    target:
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_QUJDREVG%40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d',
  },
  {
    by: 'proofpoint-v2',
    kind: 'known',
    wrapped:
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__meet.google.com_abc-2Ddefg-2Dhij&d=DwMFaQ&c=AAAA&r=BBBB&m=CCCC&s=DDDD&e=',
    target: 'https://meet.google.com/abc-defg-hij',
  },
  {
    by: 'proofpoint-v3',
    kind: 'known',
    wrapped:
      'https://urldefense.com/v3/__https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1__;!!Ab12Cd!MadeUpToken$',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'proofpoint-v3',
    kind: 'known',
    wrapped:
      'https://urldefense.com/v3/__https://teams.microsoft.com/l/meetup-join/19*3ameeting_QUJDREVG*40thread.v2/0?context=*7b*22Tid*22*3a*2200000000-0000-0000-0000-000000000000*22*7d__;JSUlJSUlJSUl!!Ab12Cd!MadeUpToken$',
    target:
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_QUJDREVG%40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d',
  },
  {
    by: 'proofpoint-v3',
    kind: 'known',
    wrapped:
      'https://urldefense.com/v3/__https://meet.jit.si/MadeUpRoom*config.startWithAudioMuted=true__;Iw!!Ab12Cd!MadeUpToken$',
    target: 'https://meet.jit.si/MadeUpRoom#config.startWithAudioMuted=true',
  },
  {
    by: 'proofpoint-v3',
    kind: 'known',
    wrapped: 'https://urldefense.com/v3/__https://example.zoom.us/my/jos*C3*A9*top__;JSUj!!Ab12Cd!MadeUpToken$',
    target: 'https://example.zoom.us/my/jos%C3%A9#top',
  },
  {
    by: 'proofpoint-v3',
    kind: 'known',
    wrapped:
      'https://urldefense.com/v3/__https://visio.example/r**Aunion-**At**A?x=**C__;w6nDqcOpw6PDsQ!!Ab12Cd!MadeUpToken$',
    target: 'https://visio.example/réunion-été?x=ãñ',
  },
  {
    by: 'proofpoint-isolation',
    kind: 'known',
    wrapped:
      'https://urlisolation.com/browser?clickId=00000000-0000-0000-0000-000000000000&traceToken=1750000000%3Bmadeup_hosted%3Bhttps%3A%2Fexample&url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://protect.checkpoint.com/v2/r02/___https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1___.YzJlOm1hZGV1cDpjOm86YWJjOjc6YWJjZDplZjpoOlQ6Tg',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://protect.checkpoint.com/v2/r02/___https://teams.microsoft.com/l/meetup-join/19*3ameeting_QUJDREVG*40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d___.YzJlOm1hZGV1cDpjOm86YWJjOjc6YWJjZDplZjpoOlQ6Tg',
    target:
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_QUJDREVG%40thread.v2/0?context=%7b%22Tid%22%3a%2200000000-0000-0000-0000-000000000000%22%7d',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://protect.checkpoint.com/v2/r02/___https://meet.jit.si/MadeUpRoom___.YzJlOm1hZGV1cDpjOm86YWJjOjc6YWJjZDplZjpoOlQ6Tg#config.startWithAudioMuted=true',
    target: 'https://meet.jit.si/MadeUpRoom#config.startWithAudioMuted=true',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://url.avanan.click/v2/___https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1___.YXAzOm1hZGV1cDphOmc6YWJjOjY6MDY0NTowNmQ6cDpUOkY',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://protect.checkpoint.com/v2/r01/___https:/acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1___.YzJ1Om1hZGV1cA',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped:
      'https://protect.checkpoint.com/v2/r01/___https%3A//acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1___.YzJ1Om1hZGV1cA',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped: 'https://protect.checkpoint.com/v2/r02/___https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1___',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v2',
    kind: 'known',
    wrapped: 'https://protect.checkpoint.com/v2/r01/___https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1__',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v1',
    kind: 'known',
    wrapped:
      'https://checkpoint.url-protection.com/v1/r07/url?o=https%3A//acme.zoom.us/j/84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&g=bWFkZXVw&h=bWFkZXVw&p=bWFkZXVw',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'checkpoint-v1',
    kind: 'known',
    wrapped:
      'https://sonicwall.url-protection.com/v1/url?o=https%3A//acme.zoom.us/j/84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&g=YWJj',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'barracuda',
    kind: 'known',
    wrapped:
      'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2facme.zoom.us%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4.1&c=E,1,MadeUp,&typo=1&ancr_add=1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'cisco-secure-web',
    kind: 'known',
    wrapped:
      'https://secure-web.cisco.com/1MadeUpTokenOfAbout200Characters/https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'cisco-secure-web',
    kind: 'known',
    wrapped:
      'https://secure-web.cisco.com/1MadeUp/https%253A%252F%252Facme.zoom.us%252Fj%252F84512345678%253Fpwd%253DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'trendmicro-ctp',
    kind: 'known',
    wrapped:
      'https://ddei5-0-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2facme.zoom.us%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4.1&umid=00000000-0000-0000-0000-000000000000&auth=madeup-madeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'trendmicro-ctp',
    kind: 'known',
    wrapped:
      'https://cas5-0-urlprotect.trendmicro.com/wis/clicktime/v1/query?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&umid=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'sophos',
    kind: 'known',
    wrapped:
      'https://eu-central-1.protection.sophos.com/?d=acme.zoom.us&u=aHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjE=&i=bWFkZXVw&t=bWFkZXVw&h=0123456789abcdef0123456789abcdef&s=AVNPUEhUT0NFTkNSWVBUSVY',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'sophos',
    kind: 'known',
    wrapped:
      'https://us-west-2.protection.sophos.com?d=zoom.us&u=aHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjE&i=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'sophos',
    kind: 'known',
    wrapped:
      'https://eu-west-1.protection.sophos.com?d=zoom.us&u=aHR0cHMlM0ElMkYlMkZhY21lLnpvb20udXMlMkZqJTJGODQ1MTIzNDU2NzglM0Zwd2QlM0RBYjFDZDJFZjNHaDQuMQ%3D%3D&i=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'fireeye',
    kind: 'known',
    wrapped:
      'https://protect2.fireeye.com/v1/url?k=84f6a8c0-madeup&q=1&e=00000000-0000-0000-0000-000000000000&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'fireeye',
    kind: 'known',
    wrapped: 'https://protect2.fireeye.com/url?k=madeup&u=https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'trustwave',
    kind: 'known',
    wrapped:
      'https://scanmail.trustwave.com/?c=20988&d=madeup&u=https%3a%2f%2facme%2ezoom%2eus%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4%2e1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'symantec-clicktime',
    kind: 'known',
    wrapped:
      'https://clicktime.symantec.com/15madeUpToken?h=MadeUp%3D&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'symantec-clicktime',
    kind: 'known',
    wrapped:
      'https://clicktime.symantec.com/15madeUpToken?h=MadeUp=&u=https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'esva',
    kind: 'known',
    wrapped:
      'https://urlsand.esvalabs.com/?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&e=00000000&h=00000000&f=y&p=y',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'vade',
    kind: 'known',
    wrapped:
      'https://antiphishing.vadesecure.com/v4?f=madeup&i=madeup&k=ywmE&r=madeup&s=madeup&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'vade',
    kind: 'known',
    wrapped:
      'https://m365.eu.vadesecure.com/safeproxy/v3?f=x&i=y&k=z&r=r&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'hornet',
    kind: 'known',
    wrapped:
      'http://atpscan.global.hornetsecurity.com/?d=madeup&f=madeup&i=&k=zA1z&m=x&n=y&r=z&s=abc&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'titanhq',
    kind: 'known',
    wrapped:
      'https://linklock.titanhq.com/analyse?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&data=eJmadeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'edgepilot',
    kind: 'known',
    wrapped:
      'https://link.edgepilot.com/s/8e5962e4/MadeUpToken22Chars0000?u=https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'edgepilot',
    kind: 'known',
    wrapped:
      'https://link.edgepilot.com/s/8e5962e4/MadeUpToken22Chars0000?u=https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef0123456789abcdef%26x=1',
    target: 'https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef0123456789abcdef&x=1',
  },
  {
    by: 'fortimail',
    kind: 'any-host',
    wrapped:
      'https://mailgate.example.org/fmlurlsvc/?fewReq=:B:JVE3bWFkZXVw&url=https%3a%2f%2facme.zoom.us%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'mailinblack',
    kind: 'known',
    wrapped:
      'https://mibc-fr-04.mailinblack.com/securelink/?url=https%3A%2F%2Facme.zoom.us&key=eyJsYW5nIjoiRlIiLCJ0b2tlbiI6Im1hZGV1cCIsInVybCI6Imh0dHBzOi8vYWNtZS56b29tLnVzL2ovODQ1MTIzNDU2Nzg_cHdkPUFiMUNkMkVmM0doNC4xIn0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'knowbe4-defend',
    kind: 'known',
    wrapped:
      'https://links.eu1.defend.egress.com/Warning?crId=000000000000000000000000&Domain=example.com&Threat=eNpzrShJLcpLzAEADmkDRA%3D%3D&Lang=en&Base64Url=eNrLKCkpKLbS109Mzk3Vq8rPz9UrLdbP0rcwMTU0MjYxNTO3sC8oT7F1TDJ0TjFyTTN2zzDRMwQA0CkQDA&@OriginalLink=acme.zoom.us',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'topsec',
    kind: 'any-host',
    wrapped:
      'https://scanner.topsec.com/?d=1&r=show&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&t=madeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'menlo',
    kind: 'known',
    wrapped: 'https://safe.menlosecurity.com/https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'menlo',
    kind: 'known',
    wrapped: 'https://safe.menlosecurity.com/https://meet.jit.si/MadeUpRoom#config.startWithAudioMuted=true',
    target: 'https://meet.jit.si/MadeUpRoom#config.startWithAudioMuted=true',
  },
  {
    by: 'mimecast-redirect',
    kind: 'known',
    wrapped:
      'https://protect-eu.mimecast.com/redirect/eNotyMkKwjAUBdB_ueuY0ElLQFRE_AW3afJsK40vZMAJ_92NZ3k-iDZkaCT2NLB77elpfFhIchwhEIyFxgUCtqTMnqJlR_8Ks4OuBSKNM9-hESJnsnlFRfrZkzUpS8seAiUu0JhyDkkrZawn-Wb2siR1U33bVXXTdutNvwsPtz0M1dHVp2tznlpZ4fsDx641Eg',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'mimecast',
    kind: 'sealed',
    wrapped: 'https://url.au.m.mimecastprotect.com/s/MadeUpToken123?domain=acme.zoom.us',
    target: null,
  },
  {
    by: 'inky',
    kind: 'known',
    wrapped:
      'https://shared.outlook.inky.com/link?domain=acme.zoom.us&t=h.eNqrViotylGyUlDKKCkpKLbS109Mzk3Vq8rPz9UrLdbP0rcwMTU0MjYxNTO3sC8oT7F1TDJ0TjFyTTN2zzDRM1TSUVDKTAFpz01MSS0tUKoFAN5tF7A.MadeUpSignature',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'intermedia',
    kind: 'sealed',
    wrapped: 'https://url.emailprotection.link/?bMadeUpTokenOfAboutTwoHundredCharacters',
    target: null,
  },
  {
    by: 'darktrace',
    kind: 'sealed',
    wrapped: 'https://us01.z.antigena.com/l/MadeUpToken~abc',
    target: null,
  },
  {
    by: 'owa',
    kind: 'any-host',
    wrapped:
      'https://webmail.example.edu/owa/redir.aspx?C=madeup..&URL=https%3a%2f%2facme.zoom.us%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'owa',
    kind: 'any-host',
    wrapped:
      'https://webmail.example.edu/owa/redir.aspx?REF=BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcJCQkJCQkJCQFodHRwczovL2FjbWUuem9vbS51cy9qLzg0NTEyMzQ1Njc4P3B3ZD1BYjFDZDJFZjNHaDQuMQ..',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'owa',
    kind: 'any-host',
    wrapped:
      'https://webmail.example.edu/owa/redir.aspx?SURL=BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHB2gAdAB0AHAAcwA6AC8ALwBhAGMAbQBlAC4AegBvAG8AbQAuAHUAcwAvAGoALwA4ADQANQAxADIAMwA0ADUANgA3ADgAPwBwAHcAZAA9AEEAYgAxAEMAZAAyAEUAZgAzAEcAaAA0AC4AMQA.',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'deref-united-internet',
    kind: 'known',
    wrapped:
      'https://deref-gmx.net/mail/client/MadeUp12345/dereferrer/?redirectUrl=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&lm',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'deref-united-internet',
    kind: 'known',
    wrapped:
      'https://deref-web.de/mail/client/dereferrer/?redirectUrl=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'yandex-mail',
    kind: 'known',
    wrapped:
      'https://mail.yandex.ru/re.jsx?uid=1&c=LIZA&mid=1&h=a,MadeUp&l=aHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjE',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'mail-ru',
    kind: 'known',
    wrapped:
      'https://checklink.mail.ru/proxy?es=madeup%3D&egid=madeup%3D&url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&uidl=1&from=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'mail-ru-click',
    kind: 'known',
    wrapped:
      'https://click.mail.ru/redir?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&s=madeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'rambler-mail',
    kind: 'any-host',
    wrapped:
      'https://mail.rambler.ru/m/redirect?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&hash=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'qq-mail',
    kind: 'known',
    wrapped:
      'https://mail.qq.com/cgi-bin/readtemplate?t=safety&check=false&gourl=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&subtemplate=gray&evil=0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'qq-mail-new',
    kind: 'known',
    wrapped:
      'https://wx.mail.qq.com/xmspamcheck/xmsafejump?fun=xm_readhtml_html_parseurl&url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'qq-pc',
    kind: 'known',
    wrapped:
      'https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&pfuin=0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'centrum-cz',
    kind: 'any-host',
    wrapped:
      'https://redir.netcentrum.cz/?noaudit&url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'wp-poczta',
    kind: 'any-host',
    wrapped:
      'https://zasobygwp.pl/redirect?sig=x&url=aHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjE%3D',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'rediffmail',
    kind: 'any-host',
    wrapped:
      'https://www.rediffmail.com/cgi-bin/red.cgi?red=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&isImage=0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'horde',
    kind: 'any-host',
    wrapped:
      'https://webmail.example.org/horde/services/go.php?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'axigen',
    kind: 'any-host',
    wrapped:
      'https://mail.example.org/redir.hsp?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'google-url',
    kind: 'known',
    wrapped:
      'https://www.google.com/url?q=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&sa=D&source=calendar&usg=AOvVawMadeUp',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'google-url',
    kind: 'known',
    wrapped:
      'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&usg=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'google-amp',
    kind: 'known',
    wrapped: 'https://www.google.com/amp/s/acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'amp-cache',
    kind: 'known',
    wrapped: 'https://acme-zoom-us.cdn.ampproject.org/c/s/acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'google-translate',
    kind: 'known',
    wrapped:
      'https://translate.google.com/translate?sl=de&tl=en&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'translate-goog',
    kind: 'known',
    wrapped:
      'https://acme-zoom-us.translate.goog/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1&_x_tr_sl=auto&_x_tr_tl=en&_x_tr_hl=en&_x_tr_pto=wapp',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'translate-goog',
    kind: 'known',
    wrapped:
      'https://zoom--lfx-platform-linuxfoundation-org.translate.goog/meeting/84512345678?_x_tr_sl=auto&_x_tr_tl=en&_x_tr_hl=en&_x_tr_pto=wapp',
    target: 'https://zoom-lfx.platform.linuxfoundation.org/meeting/84512345678',
  },
  {
    by: 'bing',
    kind: 'known',
    wrapped:
      'https://www.bing.com/ck/a?!&&p=madeup&u=a1aHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjE&ntb=1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'duckduckgo',
    kind: 'known',
    wrapped:
      'https://duckduckgo.com/l/?uddg=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&rut=madeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'yahoo-search',
    kind: 'known',
    wrapped:
      'https://r.search.yahoo.com/_ylt=Made;_ylu=Up/RV=2/RE=1234/RO=10/RU=https%3a%2f%2facme.zoom.us%2fj%2f84512345678%3fpwd%3dAb1Cd2Ef3Gh4.1/RK=2/RS=madeup-',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'baidu',
    kind: 'sealed',
    wrapped: 'https://www.baidu.com/link?url=MadeUpToken&wd=&eqid=0',
    target: null,
  },
  {
    by: 'naver',
    kind: 'known',
    wrapped:
      'https://link.naver.com/bridge?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&dst=naversearchapp%3A%2F%2Finappbrowser',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'naver-search',
    kind: 'known',
    wrapped:
      'https://search.naver.com/p/crd/rd?m=1&u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&r=1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'facebook',
    kind: 'known',
    wrapped:
      'https://l.facebook.com/l.php?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&h=AT0MadeUp',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'facebook',
    kind: 'known',
    wrapped:
      'https://l.messenger.com/l.php?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&h=AT0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'facebook-warn',
    kind: 'known',
    wrapped:
      'https://www.facebook.com/flx/warn/?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&h=AT0',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'instagram',
    kind: 'known',
    wrapped:
      'https://l.instagram.com/?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&e=AT0MadeUp',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'whatsapp',
    kind: 'known',
    wrapped: 'https://l.wl.co/l?u=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'linkedin',
    kind: 'known',
    wrapped:
      'https://www.linkedin.com/safety/go?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&trk=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'linkedin',
    kind: 'known',
    wrapped:
      'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&urlhash=Ab1C',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'youtube',
    kind: 'known',
    wrapped:
      'https://www.youtube.com/redirect?event=video_description&redir_token=x&q=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&v=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'slack',
    kind: 'known',
    wrapped: 'https://slack-redir.net/link?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&v=3',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'vk',
    kind: 'known',
    wrapped: 'https://vk.com/away.php?to=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&cc_key=',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'telegram-iv',
    kind: 'known',
    wrapped: 'https://t.me/iv?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&rhash=madeup',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'href-li',
    kind: 'known',
    wrapped: 'https://href.li/?https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'calendly-url',
    kind: 'known',
    wrapped:
      'https://calendly.com/url?q=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&sa=D&source=calendly',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'exclaimer',
    kind: 'known',
    wrapped:
      'https://eu.content.exclaimer.net/?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&tenantid=madeup&templateid=madeup&excomponentid=madeup&signature=MadeUp',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'exclaimer',
    kind: 'known',
    wrapped:
      'https://us.content.exclaimer.net?url=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&signature=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'mandrill',
    kind: 'known',
    wrapped:
      'https://mandrillapp.com/track/click/30000000/acme.zoom.us?p=eyJzIjoieCIsInYiOjEsInAiOiJ7XCJ1XCI6MzAwMDAwMDAsXCJ2XCI6MSxcInVybFwiOlwiaHR0cHM6XFwvXFwvYWNtZS56b29tLnVzXFwvalxcLzg0NTEyMzQ1Njc4P3B3ZD1BYjFDZDJFZjNHaDQuMVwiLFwiaWRcIjpcInhcIixcInVybF9pZHNcIjpbXCJ4XCJdfSJ9',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'customerio',
    kind: 'known',
    wrapped:
      'https://e.customeriomail.com/e/c/eyJlbWFpbF9pZCI6IngiLCJocmVmIjoiaHR0cHM6Ly9hY21lLnpvb20udXMvai84NDUxMjM0NTY3OD9wd2Q9QWIxQ2QyRWYzR2g0LjEiLCJpbnRlcm5hbCI6IngiLCJsaW5rX2lkIjoyNH0/0123456789abcdef',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'amazon-ses',
    kind: 'known',
    wrapped:
      'https://abc123.r.us-east-1.awstrack.me/L0/https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1/1/0100madeup-000000/MadeUp=400',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'postmark',
    kind: 'known',
    wrapped: 'https://click.pstmrk.it/3s/acme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1/MadeUp/AQ/x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'dynamics365',
    kind: 'known',
    wrapped:
      'https://public-eur.mkt.dynamics.com/api/orgs/00000000-0000-0000-0000-000000000000/r/MadeUp?msdynmkt_target=%7B%22TargetUrl%22%3A%22https%253A%252F%252Facme.zoom.us%252Fj%252F84512345678%253Fpwd%253DAb1Cd2Ef3Gh4.1%22%2C%22RedirectOptions%22%3A%7B%7D%7D&msdynmkt_digest=x&msdynmkt_secretVersion=y',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'hubspot-sidekick',
    kind: 'known',
    wrapped:
      'https://t.sidekickopen08.com/s2t/c/5/madeup?t=https%3A%2F%2Facme.zoom.us%2Fj%2F84512345678%3Fpwd%3DAb1Cd2Ef3Gh4.1&si=1&pi=x',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'sealed-trackers',
    kind: 'sealed',
    wrapped: 'https://u12345678.ct.sendgrid.net/ls/click?upn=u001.MadeUp-2FToken-3D',
    target: null,
  },
  {
    by: 'web-archive',
    kind: 'archive',
    wrapped: 'https://web.archive.org/web/20260101000000/https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
  {
    by: 'archive-today',
    kind: 'archive',
    wrapped: 'https://archive.ph/newest/https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
    target: 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1',
  },
];
