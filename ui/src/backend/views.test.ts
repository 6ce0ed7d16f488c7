import { describe, expect, it } from 'vitest';
import { appView, incidentView } from './mock/home';
import { Views } from './views';

const ONE = [incidentView('sos_police', 'requested', [])];
const TWO = [incidentView('sos_fire', 'requested', [], { id: 'i-2' }), ...ONE];

describe('views', () => {
  it('keeps the incidents of the last event that had them', () => {
    const views = new Views();
    views.told({ ...appView({ seq: 1, incidents: ONE }), same_incidents: false });
    const next = views.told({ ...appView({ seq: 2 }), same_incidents: true });
    expect(next).toEqual(appView({ seq: 2, incidents: ONE }));
  });

  it('takes the incidents of a whole view that was asked for', () => {
    const views = new Views();
    views.whole(appView({ seq: 4, incidents: ONE }));
    expect(views.told({ ...appView({ seq: 5 }), same_incidents: true }).incidents).toEqual(ONE);
  });

  it('lets a whole view that comes late change nothing that was told since', () => {
    const views = new Views();
    views.told({ ...appView({ seq: 7, incidents: TWO }), same_incidents: false });
    views.whole(appView({ seq: 6, incidents: ONE }));
    expect(views.told({ ...appView({ seq: 8 }), same_incidents: true }).incidents).toEqual(TWO);
  });

  it('forgets incidents that are no more', () => {
    const views = new Views();
    views.told({ ...appView({ seq: 1, incidents: ONE }), same_incidents: false });
    views.told({ ...appView({ seq: 2, incidents: [] }), same_incidents: false });
    expect(views.told({ ...appView({ seq: 3 }), same_incidents: true }).incidents).toEqual([]);
  });
});
