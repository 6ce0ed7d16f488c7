// Knows where the simulation starts: at the scenario that its address names, else at the first start.
import { MockApp } from './app';
import { LATEST, pastOf } from './history';
import { appView } from './home';
import { appScenarios } from './scenarios';

export function mockApp(query: URLSearchParams): MockApp {
  const scenario = query.get('scenario') ?? '';
  if (scenario in appScenarios) {
    const view = appScenarios[scenario as keyof typeof appScenarios];
    const past = pastOf(scenario);
    const shown = past.length ? { ...view, incidents: past.slice(0, LATEST) } : view;
    return new MockApp(shown, query.get('fail'), (view.sos?.remaining_ms ?? 0) > 0, past);
  }
  return new MockApp(appView({ home: null, station: 'none', rule_read: false }), query.get('fail'));
}
