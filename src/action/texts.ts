/** The texts of the job summary, loaded together when there is something to say. */
export { LIMITS } from '../render/budget.ts';
export { comparisonText } from '../render/check.ts';
export { renderSummary } from '../render/summary.ts';
