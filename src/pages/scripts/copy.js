/** A button beside each citation that copies it; without this script the text can be selected. */
const section = document.querySelector('.citations');
const { copy = '', copied = '' } = section?.dataset ?? {};

for (const text of section?.querySelectorAll('.citation') ?? []) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = copy;
  button.setAttribute('aria-label', `${copy} ${text.getAttribute('aria-label')}`);
  button.addEventListener('click', async () => {
    await write(text);
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
  text.previousElementSibling?.append(' ', button);
}

/** Without a secure connection browsers give no clipboard; the selection can be copied all the same. */
async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text.textContent);
  getSelection()?.selectAllChildren(text);
  document.execCommand('copy');
}
