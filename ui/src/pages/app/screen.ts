// Knows which screen a view asks for. An SOS comes before everything that a person opened.
import type { AppView, HomeView, IncidentId, IncidentView, SosView } from '../../backend/wire';
import type { SetUp } from '../../features/setup/setup.svelte';

/** A page that a person opens from the dashboard. */
export type Page = 'compare' | 'help' | 'history' | 'household' | 'live' | 'plans' | 'readiness' | 'secrets' | 'through';

export type Screen =
  | { at: 'opening' }
  | { at: 'welcome' }
  | { at: 'join' }
  | { at: 'setup'; setUp: SetUp }
  | { at: 'dashboard'; home: HomeView }
  | { at: Page; home: HomeView }
  | { at: 'incident'; incident: IncidentView; sos: SosView | null }
  | { at: 'no_news'; sos: SosView }
  | { at: 'counting'; sos: SosView }
  | { at: 'sos'; sos: SosView };

/** Which screen a view asks for. An SOS that is not over comes before anything a person opened. */
export function screenOf(view: AppView | null, openIncident: IncidentId | null, setUp: SetUp | null = null, page: Page | null = null, older: IncidentView | null = null, joining = false): Screen {
  if (!view) return { at: 'opening' };
  const opened = [...view.incidents, ...(older ? [older] : [])].find((incident) => incident.id === openIncident);
  if (view.sos && !(opened && isTold(view.sos))) return sosScreen(view.sos, view.incidents);
  if (setUp && !opened) return { at: 'setup', setUp };
  if (joining && !opened) return { at: 'join' };
  if (!view.home) return { at: 'welcome' };
  if (page && !opened) return { at: page, home: view.home };
  return opened ? { at: 'incident', incident: opened, sos: null } : { at: 'dashboard', home: view.home };
}

/** Whether the station has taken the SOS over: its timeline can be left for another one, and comes back. */
const isTold = ({ phase }: SosView) => phase === 'committed' || phase === 'cancelled_too_late' || phase === 'cancelled';

export function incidentOf(view: AppView | null): IncidentView | null {
  const leaving = view?.leaving;
  if (leaving?.known !== 'open') return null;
  return view?.incidents.find(({ id }) => id === leaving.incident) ?? null;
}

function sosScreen(sos: SosView, incidents: readonly IncidentView[]): Screen {
  switch (sos.phase) {
    case 'counting':
      return { at: 'counting', sos };
    case 'committed':
    case 'cancelled_too_late': {
      const incident = incidents.find(({ id }) => id === sos.incident);
      return incident ? { at: 'incident', incident, sos } : { at: 'no_news', sos };
    }
    case 'committing':
    case 'cancelling':
    case 'asking':
    case 'waiting':
    case 'too_old':
    case 'cancelled':
    case 'refused':
      return { at: 'sos', sos };
  }
}
