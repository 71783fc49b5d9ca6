// Puts the panel on the page and keeps its stores in step with the server.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/contrast.css';
import './components/button.module.css';
import { App } from './app.tsx';
import { bindCommands } from './commands/bind.ts';
import { registerCommands } from './commands/dispatch.ts';
import { RUNS } from './commands/run.ts';
import { tellFailure } from './components/toasts.tsx';
import { watchAddress } from './control/carrier/address.ts';
import { onFailure } from './control/control.ts';
import { startSync } from './control/sync.ts';
import { startClock } from './stores/clock.ts';
import { followAddress } from './stores/view.ts';

export function start(): void {
  onFailure(tellFailure);
  registerCommands(RUNS);
  watchAddress();
  followAddress();
  startClock();
  startSync();
  bindCommands();
  const root = document.getElementById('panel');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
