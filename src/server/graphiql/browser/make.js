/** An element with attributes and what stands in it; `on` holds its listeners, and what is false or null is left out. */
export function make(name, { on = {}, ...attributes } = {}, ...content) {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...content.flat().filter((each) => each !== null && each !== false));
  return element;
}

/** The same for what is drawn. */
export function draw(name, attributes = {}, ...content) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(element, attributes);
  element.append(...content.flat().filter((each) => each !== null && each !== false));
  return element;
}

/** One of several names to be chosen, with what is told of the choice. */
export function choiceOf(label, names, chosen, choose) {
  const options = names.map((name) => make('option', { selected: name === chosen }, name));
  const select = make('select', { on: { change: () => choose(select.value) } }, ...options);
  return make('label', { class: 'choice' }, `${label} `, select);
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  }
}
