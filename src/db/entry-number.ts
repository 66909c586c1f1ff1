/**
 * How the number of a search entry is made: the class of its title, most of all its length, then the
 * place of its report among all reports, then its own place in the report. These are how many numbers
 * there are for each.
 */
export const entriesOfOneReport = 2 ** 15;
export const placesOfReports = 2 ** 28;
export const entriesOfOneClass = entriesOfOneReport * placesOfReports;

/** Places that no report has: the vocabulary's entries stand there. */
export const firstPlace = 2 ** 10;
