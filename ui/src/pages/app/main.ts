// Knows how the window starts: styles, backend, state, page.
import { mount } from 'svelte';
import { appBackend } from '../../backend';
import '../../styles/base.css';
import '../../styles/tokens.css';
import App from './App.svelte';
import { AppState } from './state.svelte';

const app = new AppState(await appBackend());
const target = document.getElementById('page');
if (target) mount(App, { target, props: { app } });
void app.connect();
