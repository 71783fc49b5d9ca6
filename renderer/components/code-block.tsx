// Text in a box, exactly as it is.
import type { ReactNode } from 'react';
import styles from './code-block.module.css';

export function CodeBlock({ children, label }: { children: ReactNode; label: string }) {
  return (
    <pre role="group" className={`mono ${styles.block}`} aria-label={label} tabIndex={0}>
      {children}
    </pre>
  );
}
