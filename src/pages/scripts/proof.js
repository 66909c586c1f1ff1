/** Reckons the digests of what this file holds anew, and says of each whether it is the one that is told. */
const sha256 = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const held = {
  facts: document.querySelector('#facts').textContent.trim(),
  shown: [...document.querySelectorAll('.passage')].map(({ textContent }) => textContent).join(''),
};

async function check(line) {
  const { digest, of, same, other } = line.dataset;
  const isSame = (await sha256(held[of])) === digest;
  line.querySelector('output').textContent = isSame ? `✓ ${same}` : `✗ ${other}`;
}

await Promise.all([...document.querySelectorAll('[data-digest]')].map(check));
