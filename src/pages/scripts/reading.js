/**
 * Lights a card and its words together, whichever of them is pointed at, focused, tapped or named in the
 * address, and with them the other end: the outcomes of a measure, the measure of an outcome. On wide
 * screens a line joins each card in sight to its words. Without this the page's links do the same.
 */
const wide = matchMedia('(min-width: 64rem)');
const thread = document.querySelector('#thread');

/** More lines than these would hide the words that they lead to. */
const mostOthers = 6;

const cards = new Map(
  [...document.querySelectorAll('[data-words]')].map((card) => [card.id, card]),
);
const marks = Map.groupBy(document.querySelectorAll('mark'), (mark) => mark.dataset.card);

/** The other ends of each card, both ways. */
const partners = new Map();
for (const card of cards.values()) {
  for (const other of card.dataset.with?.split(' ') ?? []) {
    if (!cards.has(other)) continue;
    for (const [from, to] of [
      [card.id, other],
      [other, card.id],
    ]) {
      partners.set(from, (partners.get(from) ?? new Set()).add(to));
    }
  }
}

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

const marksOf = (card) => marks.get(card) ?? [];
const othersOf = (card) => partners.get(card) ?? [];

function light(card) {
  if (card === lit) return draw();
  for (const element of document.querySelectorAll('.lit, .paired'))
    element.classList.remove('lit', 'paired');
  lit = card;
  if (card !== null) {
    paint(card, 'lit');
    for (const other of othersOf(card)) paint(other, 'paired');
  }
  draw();
}

function paint(card, name) {
  cards.get(card)?.classList.add(name);
  for (const mark of marksOf(card)) mark.classList.add(name);
}

/** Of the lines that words run over, the one that comes nearest to the cards. */
const nearest = (places) =>
  places.reduce((best, place) => (place.right > best.right + 1 ? place : best));

const inSight = (place) => place && place.bottom > 0 && place.top < innerHeight;

/** Draws a line from the words of each lit card to it, where both are in sight. */
function draw() {
  const lines =
    wide.matches && lit !== null
      ? [lineOf(lit, 'own'), ...[...othersOf(lit)].flatMap(linesTo)]
      : [];
  const drawn = lines.filter((line) => line !== null).slice(0, 1 + 2 * mostOthers);
  thread.replaceChildren(...drawn);
  thread.classList.toggle('drawn', drawn.length > 0);
}

/** From the lit words to those of the other end, and from these to their card. */
const linesTo = (other) => [joint(lit, other), lineOf(other, 'other')];

/** The place of a card's words that is in sight, of several the first. */
const wordsInSight = (id) =>
  marksOf(id)
    .map((mark) => nearest([...mark.getClientRects()]))
    .find(inSight);

/** The first line of a card's own words. */
const ownWords = (id) => document.getElementById(cards.get(id)?.dataset.words)?.getClientRects()[0];

/** A bow in the margin beside the text, from one end's words to the other's. */
function joint(one, other) {
  const [from, to] = [one, other].map(ownWords);
  if (!inSight(from) || !inSight(to) || Math.abs(from.top - to.top) < 8) return null;
  const column = marksOf(one)[0].closest('.passage').getBoundingClientRect().left;
  const y = [from, to].map(({ top, height }) => top + height / 2);
  const edge = column - 8 - Math.min(Math.abs(y[0] - y[1]) / 8, 24);
  return draft(
    `M${column - 2} ${y[0]}C${edge} ${y[0]} ${edge} ${y[1]} ${column - 2} ${y[1]}`,
    other,
    'other',
  );
}

function lineOf(id, name) {
  const to = cards.get(id)?.getBoundingClientRect();
  const from = wordsInSight(id);
  if (!from || !inSight(to)) return null;
  const start = { x: from.right, y: from.bottom };
  const end = { x: to.left, y: Math.min(Math.max(to.top + 24, 0), innerHeight) };
  const middle = Math.max((start.x + end.x) / 2, end.x - 48);
  return draft(
    `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`,
    id,
    name,
  );
}

/** A line in the colour of a card. */
function draft(path, id, name) {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  line.setAttribute('class', `${name} ${cards.get(id)?.classList[1] ?? 'name'}`);
  return line;
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

/** Where the style sheet cannot show what is folded, all of it is unfolded that has its own column. */
function unfold() {
  if (!wide.matches || CSS.supports('selector(::details-content)')) return;
  for (const fold of document.querySelectorAll('.fold')) fold.open = true;
}

/** Not every browser unfolds what the address leads to. */
function unfoldAddress() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let folded = false;
  for (
    let each = named?.closest('details:not([open])');
    each;
    each = each.parentElement.closest('details:not([open])')
  ) {
    each.open = true;
    folded = true;
  }
  if (folded) named.scrollIntoView();
}

document.addEventListener('pointerover', follow);
document.addEventListener('focusin', follow);
document.addEventListener('scroll', draw, { passive: true, capture: true });
addEventListener('resize', draw);
addEventListener('hashchange', () => {
  unfoldAddress();
  light(cardInAddress());
});
wide.addEventListener('change', unfold);
unfold();
unfoldAddress();
light(cardInAddress());
