// Notifications and the tray: in the window only, as a browser page has neither.
import { KeptTick } from './kept-controls.tsx';
import type { Section } from './sections.ts';

export const WINDOW: Section = {
  id: 'window',
  title: 'Notifications and tray',
  help: 'Notifications come only while the window has no focus.',
  rows: [
    {
      id: 'notifyInterruption',
      title: 'Interruption fired',
      help: 'Now or when a scheduled notice comes, by whomever it was fired.',
      words: 'notification',
      Control: () => <KeptTick name="notifyInterruption" what="Notify of an interruption" />,
    },
    {
      id: 'notifySighting',
      title: 'First sighting',
      help: 'When the first client has read the notice.',
      words: 'notification seen',
      Control: () => <KeptTick name="notifySighting" what="Notify of the first sighting" />,
    },
    {
      id: 'notifyAction',
      title: 'Action time reached',
      help: 'When a real instance would be gone.',
      words: 'notification',
      Control: () => <KeptTick name="notifyAction" what="Notify of the action time" />,
    },
    {
      id: 'notifyStopped',
      title: 'Server stopped',
      help: 'When it no longer listens without anybody having stopped it.',
      words: 'notification',
      Control: () => <KeptTick name="notifyStopped" what="Notify of a stop" />,
    },
    {
      id: 'tray',
      title: 'Tray',
      help: 'Status, copy endpoint, interrupt, cancel, open and quit.',
      Control: () => <KeptTick name="tray" what="Sign in the tray" />,
    },
    {
      id: 'keepRunning',
      title: 'When the window is closed',
      help: 'With the sign in the tray, Metadeck can go on answering. Otherwise it quits.',
      words: 'quit background close',
      Control: () => <KeptTick name="keepRunning" what="Keep answering" />,
    },
  ],
};
