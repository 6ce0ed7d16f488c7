// Knows which backend this page has: Tauri's in the app's window, the station's on the served
// board, and a simulation in a plain browser. The simulation is a file of its own that the app and
// the served board never load.
import type { Backend, BoardBackend } from './backend';
import { stationBoard } from './board';
import { tauri } from './tauri';

export async function appBackend(): Promise<Backend> {
  if ('__TAURI_INTERNALS__' in window) return tauri;
  const { mockApp } = await import('./mock');
  return mockApp(new URLSearchParams(location.search));
}

/** The station serves the board at `/board/`; the file's own name only stands in a developer's browser. */
export async function boardBackend(): Promise<BoardBackend> {
  if (!location.pathname.endsWith('/board.html')) return stationBoard;
  const { mockBoard } = await import('./mock');
  return mockBoard(new URLSearchParams(location.search));
}
