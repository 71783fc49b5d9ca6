// What is running.
import { spanText } from '../../words/time-text.ts';
import { useNow } from '../../stores/clock.ts';
import { useStatus } from '../../stores/status.ts';
import type { Section } from './sections.ts';
import styles from '../settings.module.css';

function AboutControl() {
  const status = useStatus((store) => store.status);
  const now = useNow();
  if (status === null) return null;
  return (
    <dl className={styles.facts}>
      <dt>version</dt>
      <dd>{status.version}</dd>
      <dt>process</dt>
      <dd>{status.pid}</dd>
      <dt>running for</dt>
      <dd>{spanText(now - Date.parse(status.startedAt))}</dd>
      <dt>licence</dt>
      <dd>Apache-2.0</dd>
    </dl>
  );
}

export const ABOUT: Section = {
  id: 'about',
  title: 'About',
  rows: [
    {
      id: 'about',
      title: 'Metadeck',
      help: 'An EC2 Instance Metadata Service for your desk. The credentials it serves are made up; nothing is sent to AWS.',
      words: 'version licence license',
      Control: AboutControl,
    },
  ],
};
