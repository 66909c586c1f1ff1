/** The words for what a report says will be done or reached, and for what came of it. */

export const measureStages = {
  CARRIED_OUT: 'Done, or being done, in the time that the report is about (已实施).',
  PLANNED: 'To be done after it (拟实施): it has targets where others have outcomes.',
} as const;

export const targetVerdicts = {
  REACHED: 'What a later report tells reaches it, in every reading of the figures (已达到).',
  PARTLY_REACHED:
    'A later report tells of less than was promised, and of some of it: the share says how much (部分达到).',
  NOT_REACHED:
    'What a later report tells does not reach it, in no reading of the figures (未达到).',
  NOT_REPORTED:
    'The report of its place and period is held and tells nothing of it; that does not say that the work was not done (未报告).',
  NOT_DUE_YET:
    'No report of the same publisher that is held reaches the day by which it is due (未到期).',
  NO_REPORT_YET:
    'It is due, and the report of its period by the same publisher is not held (尚无报告).',
  NOT_COMPARABLE: 'The two cannot be held against each other; the reason says why (无法比较).',
} as const;

export const targetReasons = {
  NO_DEADLINE: 'The text does not say by when it is due (无时限).',
  NO_FIGURE: 'The target, or what is told of it, has no figure of that kind (无数值).',
  NO_INDICATOR: 'No indicator says under what one would find it again (无指标).',
  UNITS_DIFFER: 'The figures stand in different units (单位不同).',
  SEVERAL_OUTCOMES: 'Several outcomes tell different figures of it (多项成效).',
  BOUNDS_LEAVE_OPEN: 'The words of a figure leave open on which side it lies (概数未定).',
  PERIOD_DIFFERS: 'What is told is of another stretch of the year in which it is due (时段不同).',
  SCOPES_MAY_DIFFER:
    'Something speaks for different scopes, or only parts are told (口径可能不同).',
  DIRECTION_NOT_SAID: 'They differ, and nothing says which way is better (方向不明).',
  NOT_REVIEWED:
    'A rule said that it is a target, or what the report of its period tells, and is not sure; nobody has looked at it yet (待审).',
  YEAR_NOT_KNOWN: 'Nobody knows of which year its report is (年份不明).',
} as const;

export const followUpStatuses = {
  TOLD_DONE: 'A later report tells a measure that carries it on and is carried out (已述实施).',
  TOLD_ONGOING: 'A later report tells it again as planned (再次列入安排).',
  NOT_MENTIONED:
    'The report of the year in which it is due is held, and nothing in it carries it on; that does not say that it was not done (未提及).',
  NO_REPORT_YET:
    'The report of the year in which it is due is not held, or what it tells is left to review (尚无报告).',
} as const;

export type MeasureStage = keyof typeof measureStages;
export type TargetVerdict = keyof typeof targetVerdicts;
export type TargetReason = keyof typeof targetReasons;
export type FollowUpStatus = keyof typeof followUpStatuses;
