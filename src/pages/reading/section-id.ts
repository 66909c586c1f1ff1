/** The id of a section's row. */
export const sectionId = (ordinal: number) => `section-${ordinal}`;
