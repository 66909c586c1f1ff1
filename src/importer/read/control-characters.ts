/** Control characters that no text or fact has a use for; they hide from the eye. */
// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The first such character of a text, as `U+0007`, and where it stands; null where there is none. */
export function controlCharactersIn(text: string): { name: string; index: number } | null {
  const found = control.exec(text);
  return found && { name: nameOf(found[0]), index: found.index };
}

const nameOf = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;

/** What a terminal would act on, or what would turn the words around it. */
// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text as it can be shown, such characters by their names. */
export const showControlCharacter = (text: string) =>
  text.toWellFormed().replace(unseen, (character) => `<${nameOf(character)}>`);
