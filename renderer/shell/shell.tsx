// The frame around every screen: rail, header, what needs attention, the screen, footer.
import { type Screen, useView } from '../stores/view.ts';
import { ClientsScreen } from '../screens/clients/clients.tsx';
import { DeckScreen } from '../screens/deck/deck.tsx';
import { MetadataScreen } from '../screens/metadata/metadata.tsx';
import { TokensScreen } from '../screens/tokens/tokens.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { ProblemStrip } from './problem-strip.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Warnings } from './warnings.tsx';

const SCREEN_PARTS: Record<Screen, () => React.ReactNode> = {
  deck: () => <DeckScreen />,
  metadata: () => <MetadataScreen />,
  tokens: () => <TokensScreen />,
  clients: () => <ClientsScreen />,
};

export function Shell() {
  const screen = useView((view) => view.screen);
  return (
    <div className={styles.shell}>
      <Rail />
      <Header />
      <div className={styles.strips}>
        <ConnectionBanner />
        <ProblemStrip />
        <Warnings />
      </div>
      <main className={styles.screen}>{SCREEN_PARTS[screen]()}</main>
      <Footer />
    </div>
  );
}
