// Knows the browser simulation's door: a live demo home, or one fixed screen by `?scenario=`.
// For development, tests and screenshots only.
export { boardScenarios, mockBoard } from './mock/board';
export { MockApp } from './mock/app';
export { mockApp } from './mock/start';
export { appScenarios } from './mock/scenarios';
