/**
 * Lights a card and its words together, whichever of them is pointed at, focused or named in the
 * address; on wide screens a line joins the two. Without this the page's links do the same.
 */
const wide = matchMedia('(min-width: 64rem)');
const thread = document.querySelector('#thread');
const line = thread.querySelector('path');

let lit = null;

/** The id of the card that an element is, stands in, or proves. */
function cardOf(element) {
  const found = element?.closest?.('[data-card], [data-words]');
  return found ? (found.dataset.card ?? found.id) : null;
}

/** The card that the address names, itself, by its words or by the place right before them. */
function cardInAddress() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return cardOf(named?.matches('.at') ? named.nextElementSibling : named);
}

const marksOf = (card) => document.querySelectorAll(`mark[data-card="${CSS.escape(card)}"]`);

function light(card) {
  if (card === lit) return draw();
  for (const element of document.querySelectorAll('.lit')) element.classList.remove('lit');
  lit = card;
  if (card !== null) {
    document.getElementById(card)?.classList.add('lit');
    for (const mark of marksOf(card)) mark.classList.add('lit');
  }
  draw();
}

/** Of the lines that words run over, the one that comes nearest to the cards. */
const nearest = (places) =>
  places.reduce((best, place) => (place.right > best.right + 1 ? place : best));

/** Draws the line from the words to their card, where both are in sight. */
function draw() {
  const card = lit === null ? null : document.getElementById(lit);
  const mark = lit === null ? null : marksOf(lit)[0];
  const from = mark && nearest([...mark.getClientRects()]);
  const to = card?.getBoundingClientRect();
  const inSight = (place) => place && place.bottom > 0 && place.top < innerHeight;
  const drawn = wide.matches && inSight(from) && inSight(to);
  thread.classList.toggle('drawn', Boolean(drawn));
  if (!drawn) return;
  const start = { x: from.right, y: from.bottom };
  const end = { x: to.left, y: Math.min(Math.max(to.top + 24, 0), innerHeight) };
  const middle = Math.max((start.x + end.x) / 2, end.x - 48);
  line.setAttribute(
    'd',
    `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`,
  );
  thread.setAttribute('class', `drawn ${card.classList[1] ?? 'name'}`);
}

/** Brings the words of a card into sight inside their column, without moving the page. */
function showWords(card) {
  const mark = marksOf(card)[0];
  const column = mark?.closest('.still');
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const { top, bottom } = mark.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom)
    column.scrollTop += top - frame.top - frame.height / 3;
}

function follow({ target }) {
  const card = cardOf(target);
  if (card === null) return;
  light(card);
  if (target.closest('[data-words]')) showWords(card);
}

document.addEventListener('pointerover', follow);
document.addEventListener('focusin', follow);
document.addEventListener('scroll', draw, { passive: true, capture: true });
addEventListener('resize', draw);
addEventListener('hashchange', () => light(cardInAddress()));
light(cardInAddress());
