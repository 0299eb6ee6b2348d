/** Invented links of every service, each in the shape the service uses; shared by the tests of the invitation analysis. */

export interface GenuineLink {
  readonly service: string;
  readonly url: string;
}

const THREAD = '19%3ameeting_SW52ZW50ZWRGb3JUZXN0cw%40thread.v2';
const CONTEXT = '%7b%22Tid%22%3a%22b1d0c0de-0000-4000-8000-00000000abcd%22%7d';

export const GENUINE: readonly GenuineLink[] = [
  ['zoom', 'https://zoom.us/j/81000020003'],
  ['zoom', 'https://us02web.zoom.us/j/81000020003?pwd=invented0passcode1.1'],
  ['zoom', 'https://tool-makers.zoom.us/w/81000020003?tk=invented.token&pwd=x1'],
  ['zoom', 'https://zoom.us/s/81000020003?zak=invented.key'],
  ['zoom', 'https://zoom.us/my/mira.holt'],
  ['zoom', 'https://zoom.us/j/2100002000?pwd=x1?omn=91000020003'],
  ['zoom', 'https://zoom.com/wc/join/81000020003'],
  ['zoom', 'https://tool-makers.zoomgov.com/j/1610002000'],
  ['zoom', 'https://zoom.com.cn/j/910002000'],
  ['zoom', 'https://tool-makers.zoom-x.de/j/61000020003'],
  ['zoom', 'https://us06web.zoom.us/meeting/register/tZinvented0register'],
  ['zoom', 'https://events.zoom.us/ev/invented0event'],
  ['teams', `https://teams.microsoft.com/l/meetup-join/${THREAD}/0?context=${CONTEXT}`],
  ['teams', 'https://teams.microsoft.com/meet/2310000200031?p=Invented1'],
  ['teams', 'https://teams.live.com/meet/9310000200031?p=Invented1'],
  ['teams', 'https://teams.cloud.microsoft/meet/2310000200031?p=Invented1'],
  ['teams', `https://gov.teams.microsoft.us/l/meetup-join/${THREAD}/0`],
  ['teams', 'https://teams.microsoft.com/v2/?meetingjoin=true#/meet/2310000200031?p=Invented1'],
  [
    'teams',
    'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F2310000200031%3Fp%3DInvented1&type=meet',
  ],
  ['meet', 'https://meet.google.com/pqr-stuv-wxy'],
  ['meet', 'https://meet.google.com/lookup/toolmakers'],
  ['webex', 'https://toolmakers.webex.com/toolmakers/j.php?MTID=m00112233445566778899aabbccddeeff'],
  ['webex', 'https://toolmakers.webex.com/meet/mira.holt'],
  ['goto', 'https://meet.goto.com/910002000'],
  ['goto', 'https://www.gotomeet.me/MiraHolt'],
  ['goto', 'https://attendee.gotowebinar.com/register/1100002000300040005'],
  ['ringcentral', 'https://v.ringcentral.com/join/910002000?pw=00112233445566778899aabbccddeeff'],
  ['slack', 'https://app.slack.com/huddle/T0INVENTED/C0INVENTED'],
  ['discord', 'https://discord.gg/inventedCode'],
  ['discord', 'https://discord.com/invite/inventedCode'],
  ['whereby', 'https://whereby.com/tool-makers'],
  ['jitsi', 'https://meet.jit.si/ToolMakersTuesday'],
  ['8x8', 'https://8x8.vc/toolmakers/tuesday'],
  ['zoho', 'https://meet.zoho.com/pqrs-tuv-wxy'],
  ['skype', 'https://join.skype.com/inventedCode1'],
  ['signal', 'https://signal.link/call/#key=bcdf-ghkm-npqr-stxz'],
  ['whatsapp', 'https://call.whatsapp.com/video/inventedCodeOf22letters'],
  ['facetime', 'https://facetime.apple.com/join#v=1&p=invented&k=invented'],
  ['proton', 'https://meet.proton.me/join/id-INVENTED#pwd-invented'],
  ['livekit', 'https://meet.livekit.io/rooms/inv-ented#key'],
  ['livestorm', 'https://app.livestorm.com/p/00112233-4455-6677-8899-aabbccddeeff/live?s=invented'],
  ['lark', 'https://vc.larksuite.com/j/910002000'],
  ['dialpad', 'https://meetings.dialpad.com/miraholt'],
  ['daily', 'https://toolmakers.daily.co/tuesday'],
  ['streamyard', 'https://streamyard.com/inv3nted99'],
  ['riverside', 'https://riverside.fm/studio/toolmakers'],
  ['teamviewer', 'https://go.teamviewer.com/m91000200'],
  ['vonage', 'https://meetings.vonage.com/910002000'],
  ['blackboard', 'https://eu.bbcollab.com/guest/00112233445566778899aabbccddeeff'],
  ['bluejeans', 'https://bluejeans.com/910002000/1234'],
  ['chime', 'https://chime.aws/9100020003'],
  ['gong', 'https://join.gong.io/toolmakers/mira'],
].map(([service = '', url = '']) => ({ service, url }));
