/** Owns the start of the page: one store, one root. */
import { createRoot } from 'react-dom/client';
import { languages, loadLanguage, localeOf } from '../electron/core/messages/language.ts';
import { setLanguage } from '../electron/core/messages/localise.ts';
import { App } from './App.tsx';
import { createReportStore } from './report-store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/marks.css';
import './styles/wall.css';
import './styles/places.css';
import './styles/stage.css';
import './styles/side.css';
import './styles/findings.css';
import './styles/detail.css';
import './styles/person.css';
import './styles/mirror.css';
import './styles/look.css';
import './styles/senses.css';
import './styles/invitation.css';
import './styles/pages.css';
import './styles/settings.css';
import './styles/narrow.css';
import './styles/narrower.css';

const wanted = new URLSearchParams(location.search).get('lang');
const language = languages.find((one) => one === wanted) ?? 'en';
document.documentElement.lang = localeOf[language];
// So that tests see the page as languages that are written from right to left lay it out.
if (language === 'pseudo') document.documentElement.dir = 'rtl';
await loadLanguage(language);
setLanguage(language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<App store={createReportStore(window.greenroom)} />);
