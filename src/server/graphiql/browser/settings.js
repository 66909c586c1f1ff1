/** What the server tells the page: under which path a version of the data is served, else nothing; where the API answers; and the examples. */
export const { base, endpoint, examples } = JSON.parse(
  document.getElementById('options').textContent,
);

const stored = 'juzheng:language';
const asked = new URLSearchParams(location.search).get('lang');
const liked = () =>
  localStorage.getItem(stored) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

/** The reader's language: as the address says, as was chosen before, or as the browser prefers. */
export const language = asked === 'en' || asked === 'zh' ? asked : liked();
if (asked === language) localStorage.setItem(stored, language);
document.documentElement.lang = language;
