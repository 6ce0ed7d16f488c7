// Knows what is said over a picture, from what the core has said of its camera.
import type { CameraProblem } from '../../backend/wire';
import { left, seconds } from '../../parts/ticker.svelte';
import { LIVE, PROBLEM, ago, length } from '../../words/live';
import type { Player } from './player.svelte';

export interface Shown {
  /** `frozen`: the camera is said to send, and nothing that it sends is shown. */
  at: 'connecting' | 'playing' | 'frozen' | 'stopped' | 'refused' | 'unplayable';
  /** Beside the name. */
  badge: string;
  /** Over the picture, the first one larger. */
  lines: string[];
  problem: CameraProblem | null;
}

type Seen = Pick<Player, 'status' | 'at' | 'refused' | 'unplayable' | 'noStills' | 'stillFor' | 'moves' | 'movedAt'>;

export function stateOf(player: Seen, now: number): Shown {
  const { status, refused, unplayable, noStills } = player;
  if (refused) return { at: 'refused', badge: '', lines: Object.values(PROBLEM[refused]), problem: refused };
  if (unplayable) return { at: 'unplayable', badge: '', lines: [LIVE.unplayable, LIVE.unplayableMend, ...(noStills ? [LIVE.unplayableStills] : [])], problem: null };
  const still = player.stillFor(now);
  const taken = still === null ? '' : LIVE.still(ago(still));
  const since = Math.max(0, now - player.at);
  if (status?.at === 'playing') {
    if (player.moves(now)) return { at: 'playing', badge: LIVE.live, lines: [], problem: null };
    return { at: 'frozen', badge: LIVE.still(ago(now - player.movedAt)), lines: [], problem: null };
  }
  if (status?.at === 'stopped') {
    const { problem } = status;
    const waits = seconds(left(status.again_in_ms, player.at, now));
    const lines = [PROBLEM[problem].text, PROBLEM[problem].mend, LIVE.againIn(waits)];
    return { at: 'stopped', badge: LIVE.stopped(length(Math.max(status.for_ms + since, still ?? 0))), lines, problem };
  }
  const why = status?.after ? [PROBLEM[status.after].text] : [];
  const waited = status ? status.for_ms + since : 0;
  const line = waited >= 1_000 ? `${LIVE.connecting} · ${length(waited)}` : LIVE.connecting;
  return { at: 'connecting', badge: taken, lines: [line, ...why], problem: status?.after ?? null };
}
