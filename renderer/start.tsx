// Puts the panel on the page and keeps its stores in step with the server.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/mantine.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/contrast.css';
import { App } from './app.tsx';
import { bindCommands } from './commands.ts';
import { watchAddress } from './control/address.ts';
import { startSync } from './control/sync.ts';
import { startClock } from './stores/clock.ts';
import { followAddress } from './stores/view.ts';

export function start(): void {
  watchAddress();
  followAddress();
  startClock();
  startSync();
  bindCommands();
  const place = document.getElementById('panel');
  if (place === null) return;
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
