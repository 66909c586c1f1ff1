/*
 * Every report has a stretch of numbers for itself, in the order of the reports' codes. A row that stands
 * in the text has the next number of the stretch after the row before it, in each table from its first on;
 * the number of a search entry is the class of its title, most of all its length, and then the next number
 * of the stretch in the same way.
 */

/** So many numbers there are, and entries of one class: SQLite stores such a number in four bytes. */
export const numbersOfAll = 2 ** 31;

/** So many entries a report may have. */
export const entriesOfOneReport = 2 ** 15;

/** Numbers below it are of no report: the vocabulary's entries have those. */
export const firstNumber = 2 ** 20;

/**
 * From one report to the next there are so many numbers, so that others find room between: a row's is
 * stored as it is, but full-text indexes store how far apart entries are.
 */
export const numbersBetween = 2 ** 13;

/** Numbers come in units of so many, and none is of two reports: what is counted by units is told by report. */
export const numbersOfUnit = 2 ** 8;
