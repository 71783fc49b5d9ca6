// The frame around every screen: rail, header, what needs attention, the screen, footer.
import { useRail } from '../stores/rail.ts';
import { useView } from '../stores/view.ts';
import { Notifications } from '@mantine/notifications';
import { focusPane, REQUEST_LIST } from '../commands/panes.ts';
import { Button } from '../components/button.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Overlays } from './overlays.tsx';
import { PageSign } from './page-sign.tsx';
import { ProblemStrip } from './problem-strip.tsx';
import { Rail } from './rail.tsx';
import { ScreenPart } from './screens.tsx';
import styles from './shell.module.css';
import { Warnings } from './warnings.tsx';

const MAIN = 'screen';
const MOST_TOASTS = 3;
const TOAST_WIDTH = 360;

export function Shell() {
  const screen = useView((view) => view.screen);
  const folded = useRail((rail) => rail.folded);
  return (
    <div className={styles.shell} data-folded={folded || undefined}>
      <Button className={styles.skip} onClick={skipToScreen}>
        Skip to the {screen === 'deck' ? 'requests' : 'screen'}
      </Button>
      <Rail />
      <Header />
      <div className={styles.strips}>
        <ConnectionBanner />
        <ProblemStrip />
        <Warnings />
      </div>
      <main id={MAIN} className={styles.screen} tabIndex={-1}>
        <ScreenPart screen={screen} />
      </main>
      <section aria-label="Messages" className={styles.messages}>
        <Notifications
          withinPortal={false}
          limit={MOST_TOASTS}
          position="bottom-center"
          containerWidth={TOAST_WIDTH}
          autoClose={6000}
        />
      </section>
      <Footer />
      <Overlays />
      <PageSign />
    </div>
  );
}

/** To the list of requests where it is; else to what the screen begins with. */
function skipToScreen(): void {
  focusPane(document.getElementById(REQUEST_LIST) === null ? MAIN : REQUEST_LIST);
}
