/** Searches as one types: the hits are those of the page that the form leads to. */
const form = document.querySelector('search form');
const hits = document.querySelector('#hits');
const field = form.elements.text;

let waiting = 0;
let asked = null;

async function search() {
  asked?.abort();
  asked = new AbortController();
  const text = field.value.trim();
  if (text === '') {
    hits.replaceChildren();
    return;
  }
  const query = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(`${form.action}?${query}`, { signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.querySelector('#hits');
    if (!found) return;
    hits.replaceChildren(...found.childNodes);
    // The form asks with what was understood of the address.
    document.querySelector('.left-out')?.remove();
    // The address holds the whole state, so that it can be kept and sent on.
    if (location.pathname === form.getAttribute('action'))
      history.replaceState(null, '', `?${query}`);
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

field.addEventListener('input', (event) => {
  clearTimeout(waiting);
  // Pinyin on its way to characters is not yet a word.
  if (!event.isComposing) waiting = setTimeout(search, 150);
});
field.addEventListener('compositionend', () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 0);
});
