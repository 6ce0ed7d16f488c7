// Knows how the phone board starts: styles, backend, state, page.
import { mount } from 'svelte';
import { boardBackend } from '../../backend';
import { BoardState } from '../../features/board/board.svelte';
import '../../styles/base.css';
import '../../styles/tokens.css';
import Board from './Board.svelte';

const board = new BoardState(await boardBackend());
const target = document.getElementById('page');
if (target) mount(Board, { target, props: { board } });
board.follow();
