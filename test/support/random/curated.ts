/** One of the three origins of a report, or none. */
export const originFor = (id: number, reportId: number) =>
  id % 4 === 0 ? null : 3 * (reportId - 1) + (id % 3) + 1;

/** Who said a fact, and of some of what they said that nobody has looked at it. */
export const sayingFor = (id: number, reportId: number) => {
  const originId = originFor(id, reportId);
  return { originId, reviewReason: originId !== null && id % 9 === 2 ? '规则不确定' : null };
};

/** Some words have no English. */
export const englishOf = (id: number, english: string) => (id % 7 === 3 ? null : english);
