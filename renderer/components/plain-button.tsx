// The panel's own quiet button: a hairline, 30 px high.
import type { ComponentProps } from 'react';
import styles from './components.module.css';

export function PlainButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`${styles.plain} ${className ?? ''}`} {...rest} />;
}
